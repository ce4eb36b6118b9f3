import {
  type Case,
  type CaseEvent,
  type Changed,
  isOpen,
  type Reporter,
  type Rules,
} from '#modules/cases'

/**
 * At which steps a reporter is written to, the weightiest first. Of one commit each reporter gets one mail at most: the
 * first row that one of the commit's facts causes and that holds for the case as the commit leaves it.
 *
 * Nothing is written of what the reporter need not act on or wait for: that a party received, accepted or began it,
 * that silence or another source closed what they were told is done, and all that is only between us and a party.
 */
const STEPS = [
  { step: 'received', to: 'new', causedBy: ['SignalReceived'], holds: () => true },
  // The report is another case's now: joined with another, or split off from one.
  { step: 'moved', to: 'new', causedBy: ['SignalMovedIn'], holds: () => true },
  {
    step: 'will-not-be-done',
    to: 'known',
    causedBy: ['CaseClosed'],
    holds: ({ after }) => after.closedAs === 'will-not-be-done',
  },
  {
    // Done and confirmed in one breath, by the thing itself, leaves nothing to ask.
    step: 'closed',
    to: 'known',
    causedBy: ['CaseClosed', 'CaseDone'],
    holds: ({ after }) => after.status === 'closed',
  },
  {
    step: 'done',
    to: 'known',
    causedBy: ['CaseDone'],
    holds: ({ after }) => after.status === 'done',
  },
  {
    step: 'reopened',
    to: 'known',
    causedBy: ['CaseContested', 'CaseReopened'],
    holds: ({ after }) => after.status === 'open',
  },
  {
    step: 'asked',
    to: 'known',
    causedBy: ['ReporterAsked'],
    holds: ({ after }, isHidden) => {
      const { question, assignments } = after
      const by = assignments.find(({ id }) => id === question?.assignmentId)
      return after.status === 'open' && isOpen(after) && by !== undefined && !isHidden(by)
    },
  },
  {
    step: 'handed-over',
    to: 'known',
    causedBy: ['AssignmentOffered'],
    holds: ({ before, after }, isHidden) => {
      const had = holdersOf(before, isHidden)
      return after.status === 'open' && holdersOf(after, isHidden).some((one) => !had.includes(one))
    },
  },
  {
    step: 'planned',
    to: 'known',
    causedBy: ['AssignmentAnswered'],
    holds: (changed, isHidden) => plannedNow(changed, isHidden) !== undefined,
  },
] as const satisfies readonly Row[]

type Row = {
  step: string
  /** Whom the commit made a reporter, or who was one before. */
  to: 'new' | 'known'
  causedBy: readonly CaseEvent['type'][]
  holds: (changed: Changed, isHidden: IsHidden) => boolean
}

export type ReporterStep = (typeof STEPS)[number]['step']
export const REPORTER_STEPS = STEPS.map(({ step }) => step)

/** Whether a task is of a kind that nobody may know of. */
type IsHidden = (task: { category: string }) => boolean

export type StepTold = {
  reporter: Reporter
  step: ReporterStep
  /** Of which the day was planned, or whose party asks. */
  assignmentId?: string
}

/** Who is told of which step because a case changed: those who reported it and did not stop, each once. */
export function reporterSteps(
  changed: Changed,
  rules: Pick<Rules, 'category'>,
): readonly StepTold[] {
  const { before, after, events } = changed
  if (after.isHistory || after.reporters.length === 0) return []
  const caused = new Set(events.map(({ event }) => event.type))
  // Whoever reported something confidential may hear that it moves; of others' hidden tasks nobody hears.
  const isHidden: IsHidden = ({ category }) =>
    category !== after.category && rules.category(category)?.visibility === 'confidential'
  const rows: readonly Row[] = STEPS
  const holding = rows.filter(
    (row) => row.causedBy.some((type) => caused.has(type)) && row.holds(changed, isHidden),
  )
  return after.reporters.flatMap((reporter) => {
    const isNew = !before?.reporters.some(({ signals }) => signals[0] === reporter.signals[0])
    const row = holding.find(({ to }) => to === (isNew ? 'new' : 'known'))
    if (!row) return []
    const assignmentId = aboutWhich(row.step, changed, isHidden)
    const step = row.step as ReporterStep
    return [{ reporter, step, ...(assignmentId === undefined ? {} : { assignmentId }) }]
  })
}

function aboutWhich(step: string, changed: Changed, isHidden: IsHidden): string | undefined {
  if (step === 'planned') return plannedNow(changed, isHidden)
  return step === 'asked' ? changed.after.question?.assignmentId : undefined
}

const HOLDS = ['offered', 'accepted', 'planned', 'started']

function holdersOf(state: Case | undefined, isHidden: IsHidden): readonly string[] {
  const holding = state?.assignments.filter((one) => HOLDS.includes(one.status) && !isHidden(one))
  return holding?.map(({ party }) => party) ?? []
}

/** The assignment whose day is new; one that was planned for this very day before is not. */
function plannedNow({ before, after }: Changed, isHidden: IsHidden): string | undefined {
  const dayBefore = new Map(before?.assignments.map((one) => [one.id, one.plannedOn]))
  const planned = after.assignments.findLast(
    (one) => one.status === 'planned' && !isHidden(one) && one.plannedOn !== dayBefore.get(one.id),
  )
  return planned?.id
}
