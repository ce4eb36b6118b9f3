import type { Committer } from '#journal'
import { type CaseAnswer, type CaseCommand, caseExecutor } from './commands.ts'
import type { Rules } from './rules.ts'
import type { Notify } from './working-set.ts'

type WithoutRules<Command> = Command extends unknown ? Omit<Command, 'rules'> : never
export type CaseOrder = WithoutRules<CaseCommand>

export type SettledAnswer = Exclude<CaseAnswer, { status: 'stale' }>

/** What gives the rules of a municipality, at least as new as an epoch. */
export type RulesOf = (municipality: string, minimumEpoch: number) => Promise<Rules>

/** More changes of the rules than this, each between compiling and the lock, is no accident. */
const MOST_TRIES = 10

/**
 * The way in for everything that is to happen to cases. A command is made from the rules; when these turn out,
 * under the lock, to be older than what is in force, it is made again from the new ones.
 */
export function createCaseDoor(options: {
  committer: Committer
  rulesOf: RulesOf
  newId: () => string
  notify: Notify
  /** Told after the commit to whom messages were laid in the outbox. */
  onLaid: (destinations: readonly string[]) => void
}) {
  const { committer, rulesOf } = options
  const execute = caseExecutor(options)
  return async (
    municipality: string,
    make: CaseOrder | ((rules: Rules) => CaseOrder | Promise<CaseOrder>),
  ): Promise<SettledAnswer> => {
    return withRules<CaseAnswer>(rulesOf, municipality, async (rules) => {
      const order = typeof make === 'function' ? await make(rules) : make
      const command = { ...order, rules } as CaseCommand
      return committer.submit(municipality, execute, command)
    })
  }
}

/** Attempts something with the rules, and again with newer ones while it finds its own to be stale. */
export async function withRules<Answer extends { status: string }>(
  rulesOf: RulesOf,
  municipality: string,
  attempt: (rules: Rules) => Promise<Answer>,
): Promise<Exclude<Answer, { status: 'stale' }>> {
  let minimumEpoch = 0
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rules = await rulesOf(municipality, minimumEpoch)
    const answer = await attempt(rules)
    if (answer.status !== 'stale') return answer as Exclude<Answer, { status: 'stale' }>
    minimumEpoch = rules.epoch + 1
  }
  throw new Error(
    `the rules of ${municipality} changed ${MOST_TRIES} times while one command waited`,
  )
}

export type CaseDoor = ReturnType<typeof createCaseDoor>
