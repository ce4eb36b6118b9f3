import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import type { ChangeTemplate, ChangeTemplateAnswer } from '../commands.ts'
import { DELIVERY_PROBLEMS } from '../problems.ts'
import type { Locale, TemplateKind } from '../template.ts'
import { listOwnTemplates } from '../template-queries.ts'
import {
  faultMembers,
  namedIn,
  TemplateBody,
  TemplatePath,
  TemplateView,
  templateView,
} from './template-view.ts'

/** Writes under the municipality's lock, with an event of who changed what. */
export type ChangeMailText = (
  municipality: string,
  change: ChangeTemplate,
) => Promise<ChangeTemplateAnswer>

export type ChangingNeeds = { pool: Pool; changeMailText: ChangeMailText }

export const replaceTemplate = (needs: ChangingNeeds) =>
  townOperation({
    method: 'put',
    path: '/templates/{step}/{locale}',
    operationId: 'replaceTemplate',
    tag: 'Mail texts',
    summary: 'Write a mail in the municipality’s own words',
    description: 'It is used for every mail that leaves from now on.',
    parameters: { path: TemplatePath },
    body: TemplateBody,
    success: { 200: 'The text as it is used now.' },
    answer: TemplateView,
    problems: among(DELIVERY_PROBLEMS, 'template-not-found', 'template-invalid'),
    async handle({ caller, path, body }, refuse) {
      const named = namedIn(path)
      if (!named) return refuse('template-not-found')
      const change = { ...named, by: caller.by, template: body }
      const answer = await needs.changeMailText(caller.municipality, change)
      if (!answer.accepted) return refuse(answer.reason, faultMembers(answer.faults))
      return { body: await templateNow(needs, caller.municipality, named) }
    },
  })

export async function templateNow(
  { pool }: { pool: Pool },
  municipality: string,
  { kind, locale }: { kind: TemplateKind; locale: Locale },
) {
  const own = await pool.read({ tenant: municipality }, (query) =>
    listOwnTemplates(query, municipality),
  )
  const row = own.find((one) => one.kind === kind && one.locale === locale)
  return templateView(municipality, kind, locale, row)
}
