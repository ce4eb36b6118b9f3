import type { Batch, Committer } from '#journal'
import { setEndTimer } from '#modules/agreements'
import { type RulesOf, withRules } from './door.ts'
import { decideEnd } from './ending-work.ts'
import { findGivenAway } from './queries.ts'
import type { Rules } from './rules.ts'
import { loadWorkingSet, type Notify } from './working-set.ts'

/** Settled by one commit: nobody should hold the lock longer than some 50 ms. */
const PIECE = 25
/** What is more waits until the timer goes off again, so that those of danger need not wait for it. */
const MOST_PIECES = 40

type HandOver = { rules: Rules; agreement: string; after?: string }
type HandedOver = { status: 'stale' } | { status: 'done'; next?: string }

type Needs = {
  newId: () => string
  notify: Notify
  onLaid: (destinations: readonly string[]) => void
}

/**
 * Takes back what was not begun under agreements that have ended, a piece of their cases at a time. With the last piece
 * the timer ends, in the same transaction: under the lock nothing can come in between, and a program that stops halfway
 * begins again.
 */
function handOverExecutor({ newId, notify, onLaid }: Needs) {
  return async (commands: readonly HandOver[], batch: Batch): Promise<readonly HandedOver[]> => {
    const rules = commands.find((one) => one.rules.epoch === batch.epoch)?.rules
    if (!rules) return commands.map(() => ({ status: 'stale' }))
    const { municipality, now_ms } = batch
    const fresh = commands.filter((one) => one.rules.epoch === batch.epoch)
    const found = new Map<HandOver, readonly string[]>()
    for (const one of fresh) {
      const where = { agreement: one.agreement, after: one.after, limit: PIECE }
      const isGivenAway = rules.endOf(one.agreement, now_ms).isGivenAway
      found.set(one, isGivenAway ? await findGivenAway(batch.query, municipality, where) : [])
    }
    const nothing = { signals: [], signalIds: [], assignmentIds: [], persons: [] }
    const caseIds = [...new Set([...found.values()].flat())]
    const work = await loadWorkingSet(batch, { ...nothing, caseIds, rules })
    for (const [{ agreement }, ids] of found) {
      for (const id of ids) {
        const known = work.byId(id)
        if (known) work.add(known, decideEnd(agreement, known, { now_ms, newId, rules }))
      }
      if (ids.length < PIECE) setEndTimer(batch, agreement, nextEnd(agreement, rules, now_ms))
    }
    const destinations = work.flush(notify)
    if (destinations.length > 0) batch.afterCommit(() => onLaid(destinations))
    return commands.map((one) => {
      const ids = found.get(one)
      if (!ids) return { status: 'stale' }
      const next = ids.length < PIECE ? undefined : ids.at(-1)
      return { status: 'done', ...(next === undefined ? {} : { next }) }
    })
  }
}

/** What has just been given away is given away no second time. */
function nextEnd(agreement: string, rules: Rules, now_ms: number): number | undefined {
  const { isGivenAway, due_ms } = rules.endOf(agreement, now_ms)
  return isGivenAway ? undefined : due_ms
}

/** What happens when the timer of an agreement's end goes off. */
export type HandOverEnded = (municipality: string, agreement: string) => Promise<void>

export function createHandOver(
  options: Needs & { committer: Committer; rulesOf: RulesOf },
): HandOverEnded {
  const { committer, rulesOf } = options
  const execute = handOverExecutor(options)
  return async (municipality, agreement) => {
    let after: string | undefined
    for (let piece = 0; piece < MOST_PIECES; piece++) {
      const from = after === undefined ? {} : { after }
      const { next } = await withRules<HandedOver>(rulesOf, municipality, (rules) =>
        committer.submit(municipality, execute, { rules, agreement, ...from }),
      )
      if (next === undefined) return
      after = next
    }
  }
}
