import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf } from '#platform/operation'
import { pageOf } from '#platform/page'
import type { Vault } from '#platform/vault'
import { CASE_PROBLEMS } from '../problems.ts'
import { readContacts } from '../sealing.ts'
import { TELL_BY, TELL_STEPS } from '../told-by-hand.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { Instant } from './case-view.ts'
import { ReporterContact } from './reporter-view.ts'
import type { TownOf } from './town-view.ts'

const ToTellView = z
  .object({
    signal: z.uuid(),
    case: z.string(),
    by: z.enum(TELL_BY),
    steps: z.array(z.enum(TELL_STEPS)).openapi({
      description: 'What happened since they were told last, the first first.',
    }),
    since: Instant,
    contact: ReporterContact.optional().openapi({
      description: 'Absent where it was destroyed: then nobody can be told any more.',
    }),
  })
  .openapi('ToTell')

export const listTellings = (needs: { pool: Pool; vault: Vault; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/tellings',
    operationId: 'listTellings',
    tag: 'Directing',
    summary: 'Which reporters of a case are still to be told by letter or telephone, and what',
    parameters: { path: CasePath },
    success: { 200: 'Who waits longest first.' },
    answer: pageOf(ToTellView, 'ToTells'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path }, refuse) {
      const { municipality } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { to_tell, number } = seen.row
      const ids = to_tell.map(({ signalId }) => signalId)
      const contacts = await readContacts(needs.pool, needs.vault, municipality, ids)
      const items = to_tell.map(({ signalId, by, steps, since_ms }) => ({
        signal: signalId,
        case: hrefOf(['cases', number], { municipality }),
        by,
        steps: [...steps],
        since: toIso(since_ms),
        contact: contacts.get(signalId),
      }))
      return { body: { items } }
    },
  })
