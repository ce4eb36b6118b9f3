import type { RecordedEvent } from '#journal'
import { type Case, evolve } from './case.ts'
import type { Changed, Occurrence } from './projections.ts'
import { caseEventOf } from './recorded-event.ts'

/** Case by case: the events of one case follow each other, so that no more than one is held. */
export async function* replay(
  events: AsyncIterable<RecordedEvent> | Iterable<RecordedEvent>,
): AsyncGenerator<Changed> {
  let id: string | undefined
  let after: Case | undefined
  let occurrences: Occurrence[] = []
  for await (const event of events) {
    const of = event.stream.slice('case/'.length)
    if (of !== id && after) yield { before: undefined, after, events: occurrences }
    if (of !== id) {
      id = of
      after = undefined
      occurrences = []
    }
    const told = caseEventOf(event)
    after = evolve(after, told, event, of)
    occurrences.push({ event: told, occurred_ms: event.occurred_ms })
  }
  if (after) yield { before: undefined, after, events: occurrences }
}
