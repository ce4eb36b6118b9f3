/**
 * An assignment: proposed (waits for the desk) → offered → accepted → planned → started → done. Any of them
 * may wait for another that is needed first. It ends as done, not ours, passed on after diagnosis, nothing
 * found, will not be done, or withdrawn by us.
 */
export const ASSIGNMENT_STATUSES = [
  'proposed',
  'offered',
  'accepted',
  'planned',
  'started',
  'done',
  'not-ours',
  'passed-on',
  'nothing-found',
  'will-not-be-done',
  'withdrawn',
] as const
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number]

/** From each status, where an assignment may go next. */
export const NEXT: Record<AssignmentStatus, readonly AssignmentStatus[]> = {
  proposed: ['offered', 'withdrawn'],
  offered: [
    'accepted',
    'planned',
    'started',
    'done',
    'not-ours',
    'passed-on',
    'nothing-found',
    'will-not-be-done',
    'withdrawn',
  ],
  accepted: [
    'planned',
    'started',
    'done',
    'not-ours',
    'passed-on',
    'nothing-found',
    'will-not-be-done',
    'withdrawn',
  ],
  planned: [
    'planned',
    'started',
    'done',
    'not-ours',
    'passed-on',
    'nothing-found',
    'will-not-be-done',
    'withdrawn',
  ],
  started: ['done', 'passed-on', 'nothing-found', 'will-not-be-done'],
  done: ['started'], // contested: reopened
  'not-ours': [],
  'passed-on': [],
  'nothing-found': ['started'], // contested: reopened
  'will-not-be-done': [],
  withdrawn: [],
}

/** Work has not begun: it can be taken back without loss. */
export const NOT_BEGUN: readonly AssignmentStatus[] = ['proposed', 'offered', 'accepted', 'planned']
export const ACTIVE: readonly AssignmentStatus[] = [...NOT_BEGUN, 'started']
/** Its party is asked something. */
export const ACTIVE_STATUSES: readonly AssignmentStatus[] = ACTIVE.filter(
  (status) => status !== 'proposed',
)

/**
 * A case: open → done (every assignment has ended) → closed. A case that is done is contested by a new signal
 * and opens again; one that is closed stays so, and what comes after is a new case that names it. Only one that was
 * cleared by itself opens again when it soon is back: a thing that flaps is one problem. So does one that was joined into
 * another, or swallowed by a case of several objects, when that one gives its reports back, and one that the desk ended, when its reporter disagrees in time.
 */
export const CASE_STATUSES = ['open', 'done', 'closed'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export const CASE_NEXT: Record<CaseStatus, readonly CaseStatus[]> = {
  open: ['done', 'closed'],
  done: ['open', 'closed'],
  closed: ['open'], // cleared by itself and back again, joined and given back, or disagreed with
}

/** Facts that are never added together: confirmed by another source, or merely not contradicted. */
export const CLOSE_REASONS = [
  'confirmed',
  'unchallenged',
  'cleared',
  'will-not-be-done',
  'owner-only',
  'left',
  'settled-by-desk',
  'forwarded',
  'joined',
  'swallowed',
] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** What brings a case to the desk; it stays there until somebody settles it or it is no longer so. */
export const DESK_REASONS = [
  'danger-unacknowledged',
  'no-agreement',
  'owner-only',
  'left',
  'enforces',
  'tell-the-party',
  'conflict',
  'confirm',
  'paused',
  'not-ours-limit',
  'delivery-stuck',
  'contested-again',
  'will-not-be-done',
  'no-address',
  'done-unasked',
  'term-near',
  'term-broken',
] as const
export type DeskReason = (typeof DESK_REASONS)[number]

/** While one of these stands, nothing goes on by itself: somebody has to decide who does what is left. */
export const HOLDS_UP: readonly DeskReason[] = [
  'no-agreement',
  'owner-only',
  'left',
  'enforces',
  'not-ours-limit',
  'will-not-be-done',
  'contested-again',
  'no-address',
]
