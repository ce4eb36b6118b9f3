import type { Batch } from '#journal'
import { decideGiveBack, decideJoin, decideSplit, type Pair } from './case-joining.ts'
import { caseNumber } from './case-number.ts'
import type { Case } from './case-state.ts'
import { movePhotos } from './photo-queries.ts'
import type { Circumstances } from './recording.ts'
import type { WorkingSet } from './working-set.ts'

/** What is done to two cases at once. */
export type PairCommand =
  | { type: 'JoinCases'; caseId: string; into: string; by: string }
  /** `newCaseId` is that of the case which the signal gets. */
  | { type: 'SplitSignal'; caseId: string; signalId: string; newCaseId: string; by: string }
  | { type: 'GiveBackCase'; caseId: string; joined: string; by: string }

export const PAIR_COMMANDS = ['JoinCases', 'SplitSignal', 'GiveBackCase'] as const

/** The other case that a command needs, beside the one that it is about. */
export function otherCase(command: PairCommand): readonly string[] {
  if (command.type === 'JoinCases') return [command.into]
  return command.type === 'GiveBackCase' ? [command.joined] : []
}

/** Decides for both cases and writes both, or neither; the answer is the case that has the reports now. */
export function carryOutPair(
  command: PairCommand,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
) {
  const known = work.byId(command.caseId)
  const [otherId] = otherCase(command)
  const other = otherId === undefined ? undefined : work.byId(otherId)
  if (!known || (otherId !== undefined && !other)) return 'case-not-found' as const
  const decided = decidePair(command, { known, other }, work, batch, circumstances)
  if (typeof decided === 'string') return decided
  const { from, to } = decided
  work.add(work.byId(from.state.id), from)
  const after = work.add(work.byId(to.state.id), to)
  const moved = to.events.flatMap(({ type, data }) =>
    type === 'SignalMovedIn' ? [data.signal.signalId] : [],
  )
  batch.afterRows(movePhotos(batch.municipality, moved, after.id))
  return after
}

function decidePair(
  command: PairCommand,
  { known, other = known }: { known: Case; other: Case | undefined },
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
):
  | Pair
  | Exclude<ReturnType<typeof decideJoin | typeof decideSplit | typeof decideGiveBack>, Pair> {
  const signals = work.signalsOf(known)
  const { by } = command
  switch (command.type) {
    case 'JoinCases':
      return decideJoin({ by, signals }, known, other, circumstances)
    case 'SplitSignal': {
      const signal = signals.find(({ signalId }) => signalId === command.signalId)
      const split = { by, signal, caseId: command.newCaseId }
      return decideSplit(split, known, circumstances, () => caseNumber(batch, batch.now_ms))
    }
    case 'GiveBackCase':
      return decideGiveBack({ by, signals }, known, other, circumstances)
  }
}
