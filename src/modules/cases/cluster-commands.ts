import type { Batch } from '#journal'
import type { Case } from './case.ts'
import { caseNumber } from './case-number.ts'
import { hasBegun } from './clearing.ts'
import { clusterOf, isOver, leavingOf, type Target, targetOf } from './clustering.ts'
import type { Cluster } from './clusters.ts'
import { isUnsafe } from './danger.ts'
import type { SignalData } from './events.ts'
import { afterSeveral, type Joined } from './joining.ts'
import { movePhotos } from './photo-queries.ts'
import { type Circumstances, type Recording, startRecording } from './recording.ts'
import { type Back, fallApart, giveBack, swallow } from './swallowing.ts'
import type { WorkingSet } from './working-set.ts'

/** What a signal that is one of several is to the cases there are. */
export function joinSeveral(
  target: Target,
  signal: SignalData,
  work: WorkingSet,
  { rules }: Pick<Circumstances, 'rules'>,
): Joined {
  const { standing, since_ms } = target
  if (standing) {
    const isEarlier = standing.cluster?.since_ms !== since_ms
    return { kind: 'joins', caseId: standing.id, ...(isEarlier && { clusterSince_ms: since_ms }) }
  }
  const earlier = work.ofSeveral(target.of.unit, signal.category)
  const joined = afterSeveral(signal, earlier, rules)
  return joined.kind === 'opens'
    ? { ...joined, cluster: clusterOf(target, signal, rules) }
    : { ...joined, clusterSince_ms: target.since_ms }
}

/** Takes in the open cases that are part of the problem; `to` is written by the caller, after this. */
export function swallowAll(
  cases: readonly Case[],
  to: Recording,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): void {
  for (const one of cases) {
    const signals = work.signalsOf(one)
    const from = startRecording(one, one.id, circumstances.now_ms)
    swallow({ from, to }, signals, circumstances)
    work.add(one, from)
    movePhotosOf(signals, to, batch)
  }
}

/** After a clear: what no longer belongs together gets cases of its own, unless work has begun for all of it. */
export function afterClear(
  known: Case,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): Case {
  if (!known.cluster || known.status !== 'open' || hasBegun(known) || isUnsafe(known)) return known
  if (known.joinedInto !== undefined) return known
  const leaving = leavingOf(known, circumstances.rules)
  if (leaving.size === 0) return known
  const after = returnMembers(leaving, known, work, batch, circumstances)
  // What somebody joined to it by hand may be of something else, and still be so.
  if (after.dark.length > 0 || after.raised.length > 0) return after
  const over = startRecording(after, after.id, circumstances.now_ms)
  fallApart(over)
  return work.add(after, over)
}

/** Some time after it was done: those objects that still say that they do not work have a problem of their own. */
export function afterSettling(
  known: Case,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): Case {
  if (!isOver(known)) return known
  const isRaised = (asset: string) => known.raised.some((name) => name.startsWith(`${asset}/`))
  const dark = new Set(known.dark.flatMap(({ asset }) => (isRaised(asset) ? [asset] : [])))
  return returnMembers(dark, known, work, batch, circumstances)
}

/** Each of these objects, in the order in which it was reported, gets the case that it would have had by itself. */
function returnMembers(
  assets: ReadonlySet<string>,
  known: Case,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): Case {
  let left = known
  const ordered = new Set(
    known.dark
      .filter(({ asset }) => assets.has(asset))
      .toSorted((a, b) => a.at_ms - b.at_ms)
      .map(({ asset }) => asset),
  )
  for (const asset of ordered) {
    const signals = work.signalsOf(left).filter((one) => one.asset?.id === asset)
    const [first] = signals
    if (!first) continue
    const from = startRecording(left, left.id, circumstances.now_ms)
    const gathered = {
      under: (unit: string) => work.under(unit).filter(({ id }) => id !== left.id),
    }
    const target = targetOf(first, left.visibility, gathered, circumstances.rules)
    const back = backOf(first, target, left, work, batch, circumstances)
    const to = giveBack(signals, from, back, circumstances)
    swallowAll(target?.swallows ?? [], to, work, batch, circumstances)
    work.add(work.byId(to.state.id), to)
    movePhotosOf(signals, to, batch)
    left = work.add(left, from)
  }
  return left
}

function backOf(
  first: SignalData,
  target: Target | undefined,
  left: Case,
  work: WorkingSet,
  batch: Batch,
  { now_ms, newId, rules }: Circumstances,
): Back {
  const joins = (one: Case, since_ms?: number): Back => ({
    kind: 'joins',
    to: startRecording(one, one.id, now_ms),
    ...(since_ms !== undefined && { clusterSince_ms: since_ms }),
  })
  if (target?.standing) return joins(target.standing, target.since_ms)
  const opens = (cluster?: Cluster): Back => ({
    kind: 'opens',
    caseId: newId(),
    number: caseNumber(batch, now_ms),
    ...(cluster && { cluster }),
  })
  if (target) return opens(clusterOf(target, first, rules))
  const open = work
    .under(first.circuit?.[0]?.unit ?? '')
    .find(
      (one) =>
        one.id !== left.id &&
        !one.cluster &&
        one.asset?.id === first.asset?.id &&
        one.category === first.category,
    )
  if (open) return joins(open)
  const before = work
    .takenInBy(left.id)
    .find(({ movedOut }) => movedOut.some(({ signalId }) => signalId === first.signalId))
  const isItsOwn = before?.isSwallowed && !before.cluster
  if (before && isItsOwn)
    return { kind: 'given-back', to: startRecording(before, before.id, now_ms) }
  return opens()
}

function movePhotosOf(signals: readonly SignalData[], to: Recording, batch: Batch): void {
  const withPhotos = signals.filter(({ photos }) => photos?.length)
  if (withPhotos.length === 0) return
  const ids = withPhotos.map(({ signalId }) => signalId)
  batch.afterRows(movePhotos(batch.municipality, ids, to.state.id))
}
