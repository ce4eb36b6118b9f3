import type { Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'
import { type DeskVisit, stillIn } from './desk-visit.ts'

export type MailText = Told['Template']

/** Far more than there are steps and languages. */
const MOST = 200

/** Every mail to reporters in every language. */
export async function readMailTexts({ visit, town }: Pick<DeskVisit, 'visit' | 'town'>) {
  const params = { query: { municipality: town.id, limit: MOST } }
  const all = await visit.api.GET('/templates', { params })
  stillIn({ visit, town }, all.response)
  return told(all).items
}

export const mailTextsPath = (town: string) => `/${town}/desk/templates`
