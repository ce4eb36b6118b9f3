import type { Committer } from '#journal'
import { type Rules, type RulesOf, withRules } from '#modules/cases'
import type { Vault } from '#platform/vault'
import { type ExecuteCases, type TakenEvents, thingExecutor } from './commands.ts'
import type { EventResult, ThingEvent } from './thing-event.ts'

export type ThingDoor = (
  municipality: string,
  make: (rules: Rules) => Promise<readonly ThingEvent[]>,
) => Promise<readonly EventResult[]>

/**
 * An event among others is less work than a command by itself: as many as this lets the committer gather, some four
 * hundred, hold the lock for about 75 ms. With half as many a storm of a region takes a quarter longer (ADR 28).
 */
const EACH_OF_MANY = 0.15

/** The way in for what things say of themselves; it answers when all of it is committed. */
export function createThingDoor(options: {
  committer: Committer
  rulesOf: RulesOf
  vault: Vault
  executeCases: ExecuteCases
}): ThingDoor {
  const { committer, rulesOf } = options
  const execute = thingExecutor(options)
  return async (municipality, make) => {
    const { results } = await withRules<TakenEvents>(rulesOf, municipality, async (rules) => {
      const events = await make(rules)
      const weight = Math.max(1, events.length * EACH_OF_MANY)
      return committer.submit(municipality, execute, { rules, events }, weight)
    })
    return results
  }
}
