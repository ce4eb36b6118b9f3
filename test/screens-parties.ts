import type { Link } from '#platform/link'
import type { Screen } from './screens.ts'
import { NOORDDIJK } from './town.ts'

const DAY_MS = 86_400_000

type Api = Parameters<Screen['prepare']>[0]['api']

async function answerLink({ town, app, assignmentOf }: Api, own: Partial<Link> = {}) {
  const { caseId } = await town.report({ category: 'lamp-out', asset: 'L14' })
  const { id: subject, revision } = await assignmentOf(caseId)
  const expires_ms = town.clock() + DAY_MS
  const link = { kind: 'assignment', tenant: NOORDDIJK, subject, revision, expires_ms, ...own }
  return `/${NOORDDIJK}/answer/${app.vault.signLink(link)}`
}

/** What whoever was mailed sees: a party without software, and whoever is called for danger. */
export const PARTY_SCREENS: readonly Screen[] = [
  { name: 'answer', prepare: ({ api }) => answerLink(api) },
  { name: 'answer-used', prepare: ({ api }) => answerLink(api, { revision: 99 }) },
  { name: 'answer-expired', prepare: ({ api }) => answerLink(api, { expires_ms: 0 }) },
  {
    name: 'work',
    async prepare({ api }) {
      const path = await answerLink(api, { kind: 'work', revision: 0 })
      return path.replace('/answer/', '/work/')
    },
  },
  { name: 'answer-forged', prepare: () => `/${NOORDDIJK}/answer/ll_nothing` },
  {
    name: 'duty-call',
    async prepare({ api: { town, app } }) {
      const { caseId: subject } = await town.report({ category: 'mast-hit', asset: 'L15' })
      const expires_ms = town.clock() + DAY_MS
      const link = { kind: 'duty', tenant: NOORDDIJK, subject, revision: 0, expires_ms }
      return `/${NOORDDIJK}/duty/${subject}/${app.vault.signLink(link)}`
    },
  },
]
