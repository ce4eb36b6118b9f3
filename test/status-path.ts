import assert from 'node:assert/strict'
import type { Assignment } from '../src/modules/cases/case.ts'
import { NEXT } from '../src/modules/cases/lifecycle.ts'
import type { LivingCase } from './example-case.ts'

/** Every status on the way is looked at, not only the first and the last of a command. */
export function checkPath(live: LivingCase, from: number): void {
  const seen = new Map<string, Assignment['status']>()
  for (const event of live.events.slice(0, from)) note(event, seen)
  for (const event of live.events.slice(from)) {
    const { id, was, is } = note(event, seen) ?? {}
    if (id !== undefined && was !== undefined && is !== undefined && was !== is)
      assert(NEXT[was].includes(is), `${id} went from ${was} to ${is}`)
  }
}

const STATUS_OF = {
  AssignmentProposed: 'proposed',
  AssignmentOffered: 'offered',
  AssignmentWithdrawn: 'withdrawn',
  AssignmentReopened: 'started',
} as const
const SAME = [
  'made-safe',
  'on-site',
  'diagnosed',
  'working',
  'suspended',
  'resumed',
  'needs-first',
  'question',
  'facts-corrected',
]

function note(event: LivingCase['events'][number], seen: Map<string, Assignment['status']>) {
  const id = 'assignmentId' in event.data ? event.data.assignmentId : undefined
  if (id === undefined) return undefined
  const was = seen.get(id)
  const is =
    event.type === 'AssignmentAnswered'
      ? SAME.includes(event.data.answer)
        ? was
        : (event.data.answer as Assignment['status'])
      : event.type in STATUS_OF
        ? STATUS_OF[event.type as keyof typeof STATUS_OF]
        : was
  if (is !== undefined) seen.set(id, is)
  return { id, was, is }
}
