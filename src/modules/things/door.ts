import type { Committer } from '#journal'
import { type Rules, type RulesOf, withRules } from '#modules/cases'
import type { Vault } from '#platform/vault'
import { type ExecuteCases, type TakenEvents, thingExecutor } from './commands.ts'
import type { EventResult, ThingEvent } from './thing-event.ts'

export type ThingDoor = (
  municipality: string,
  make: (rules: Rules) => Promise<readonly ThingEvent[]>,
) => Promise<readonly EventResult[]>

/** The way in for what things say of themselves; it answers when all of it is committed. */
export function createThingDoor(options: {
  committer: Committer
  rulesOf: RulesOf
  vault: Vault
  executeCases: ExecuteCases
}): ThingDoor {
  const { committer, rulesOf } = options
  const gathered = thingExecutor(options)
  return async (municipality, make) => {
    const { results } = await withRules<TakenEvents>(rulesOf, municipality, async (rules) => {
      const events = await make(rules)
      // The committer gathers what has one executor: batches together would hold the lock too long.
      const execute = events.length > 1 ? thingExecutor(options) : gathered
      return committer.submit(municipality, execute, { rules, events })
    })
    return results
  }
}
