import { z } from '@hono/zod-openapi'
import { hrefOf, type Locale } from '#platform/operation'
import { caseInWords } from '../case-in-words.ts'
import type { AssignmentBrief, CaseRow } from '../case-queries.ts'
import { SIGNAL_KINDS } from '../kinds.ts'
import { ACTIVE } from '../lifecycle.ts'
import { isShown } from './case-view.ts'
import type { TownView } from './town-view.ts'

/** How it stands between a party and what it reported itself. */
const FINDINGS = ['yours-done', 'yours', 'yours-held', 'with-another', 'at-desk', 'ended'] as const

export const SignalTold = z
  .object({
    href: z.string(),
    number: z.string().openapi({ example: 'GM0228-26-004711' }),
    kind: z.enum(SIGNAL_KINDS),
    sentence: z.string().openapi({ description: 'Who has it and by when, for whoever reports.' }),
    isRepeat: z.boolean(),
    code: z.string().openapi({
      description: 'With it, and the number, whoever reported it follows it without an account.',
      example: '7KQ2M-04XPR',
    }),
    finding: z.enum(FINDINGS).optional().openapi({
      description:
        'Of a party: `yours-done` is recorded as your answer; `yours` waits for your answer; `yours-held` is yours when the desk lets it go; `with-another` is somebody else’s, who looks also when you say that it is done; `at-desk` nobody has it yet.',
    }),
    assignment: z.string().optional().openapi({ description: 'Of a party: its own.' }),
    with: z
      .object({ id: z.string(), name: z.string() })
      .optional()
      .openapi({ description: 'Of a party: who else has it.' }),
  })
  .openapi('SignalTold')

type Around = {
  municipality: string
  organisation: string | undefined
  town: TownView
  locale: Locale
  isRepeat: boolean
  code: string
}

/** What became of a signal, for whoever sent it: no more of a case than its line. */
export function signalTold(row: CaseRow, around: Around): z.input<typeof SignalTold> {
  const { municipality, organisation, town, locale, isRepeat, code } = around
  // Of a task that nobody may know of, its party is not named; whoever reported what is confidential may.
  const sight = isConfidential(row, town) ? 'assigned' : 'public'
  const assignments = row.assignments.filter((one) => isShown(one, town, sight))
  return {
    href: hrefOf(['cases', row.number], { municipality }),
    number: row.number,
    kind: row.kind,
    sentence: caseInWords({ ...row, assignments }, town, locale).sentence,
    isRepeat,
    code,
    ...(organisation === undefined || row.kind !== 'fault'
      ? {}
      : findingOf({ ...row, assignments }, organisation, town)),
  }
}

function isConfidential({ category }: CaseRow, town: TownView): boolean {
  return town.categories.get(category)?.visibility === 'confidential'
}

type Found = Pick<z.input<typeof SignalTold>, 'finding' | 'assignment' | 'with'>

function findingOf({ status, assignments }: CaseRow, organisation: string, town: TownView): Found {
  const own = assignments.filter((one) => one.organisation === organisation)
  const active = own.findLast(isActive)
  if (active) return { finding: active.is_offered ? 'yours' : 'yours-held', ...hrefOfOwn(active) }
  const other = assignments.findLast((one) => one.is_offered && isActive(one))
  if (other) {
    const { organisation: id } = other
    return { finding: 'with-another', with: { id, name: town.parties.get(id)?.name ?? id } }
  }
  const done = own.findLast((one) => one.status === 'done')
  if (done) return { finding: 'yours-done', ...hrefOfOwn(done) }
  return { finding: status === 'open' ? 'at-desk' : 'ended' }
}

const isActive = ({ status }: AssignmentBrief) => ACTIVE.includes(status)

function hrefOfOwn({ id, is_offered }: AssignmentBrief) {
  return is_offered ? { assignment: hrefOf(['assignments', id]) } : {}
}
