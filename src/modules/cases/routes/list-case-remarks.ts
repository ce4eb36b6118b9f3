import { z } from '@hono/zod-openapi'
import { readStreams } from '#journal'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import type { Vault } from '#platform/vault'
import { CASE_PROBLEMS } from '../problems.ts'
import { caseEventOf } from '../recorded-event.ts'
import { remarkIdOf } from '../remark-id.ts'
import { readRemarks } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { Instant } from './case-view.ts'
import type { TownOf } from './town-view.ts'

const RemarkView = z
  .object({
    at: Instant,
    source: z.string().openapi({ description: 'Which key said it.' }),
    said: z.string().openapi({
      description:
        'Confirmed, contested, already-done (by a party that was not asked), or else the status that the sender gave, in its own standard.',
    }),
    remark: z.string().optional().openapi({ description: 'Absent once it was destroyed.' }),
  })
  .openapi('Remark')

export const listCaseRemarks = (needs: { pool: Pool; vault: Vault; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/remarks',
    operationId: 'listCaseRemarks',
    tag: 'Directing',
    summary: 'What other systems and parties said of a case',
    description:
      'What came with an update of another system, as somebody wrote it there. It is kept sealed, and told to nobody else.',
    parameters: { path: CasePath },
    success: { 200: 'The remarks, the first first.' },
    answer: pageOf(RemarkView, 'Remarks'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path }, refuse) {
      const { pool, vault } = needs
      const { municipality } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id } = seen.row
      const events = await pool.read({ tenant: municipality }, (query) =>
        readStreams(query, municipality, [`case/${id}`]),
      )
      const heard = events.flatMap((recorded) => {
        const said = saidIn(caseEventOf(recorded))
        return said ? [{ ...said, at: toIso(recorded.occurred_ms) }] : []
      })
      const ids = heard.map(({ key }) => remarkIdOf(id, key))
      const words = await readRemarks(pool, vault, municipality, ids)
      const items = heard.map(({ key, ...one }) => {
        const remark = words.get(remarkIdOf(id, key))
        return { ...one, ...(remark === undefined ? {} : { remark }) }
      })
      return { body: { items } }
    },
  })

function saidIn(event: ReturnType<typeof caseEventOf>) {
  if (!('source' in event.data) || !('idempotencyKey' in event.data)) return undefined
  const { source, idempotencyKey: key } = event.data
  if (source === undefined || key === undefined) return undefined
  if (event.type === 'CaseConfirmed') return { source, key, said: 'confirmed' }
  if (event.type === 'CaseContested') return { source, key, said: 'contested' }
  return event.type === 'CaseRemarked' ? { source, key, said: event.data.said } : undefined
}
