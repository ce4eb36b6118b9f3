import { readStreams } from '#journal'
import type { Query } from '#platform/database'
import { type Case, evolve } from './case.ts'
import type { CaseEvent } from './events.ts'
import { caseEventOf } from './recorded-event.ts'

export type CaseLife = { state: Case; events: readonly CaseEvent[] }

/** A case as all that happened to it left it, with those facts; undefined where there is no such case. */
export async function readCaseLife(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<CaseLife | undefined> {
  let state: Case | undefined
  const events: CaseEvent[] = []
  for (const recorded of await readStreams(query, municipality, [`case/${caseId}`])) {
    const event = caseEventOf(recorded)
    state = evolve(state, event, recorded, caseId)
    events.push(event)
  }
  return state && { state, events }
}
