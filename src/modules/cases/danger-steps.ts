import type { Case, Duty } from './case-state.ts'
import type { CaseEvent, TermsOf } from './events.ts'
import { ACTIVE } from './lifecycle.ts'

type DangerEvent = Extract<
  CaseEvent,
  { type: 'DangerRaised' | 'DutyCalled' | 'DangerTakenOver' | 'PlaceMadeSafe' | 'DangerLowered' }
>

/** What danger makes of a case: how pressing it is, who was called, and who took over. */
export function endangered(state: Case, event: DangerEvent, at_ms: number): Case {
  switch (event.type) {
    case 'DangerRaised': {
      // Made safe before, and dangerous again: somebody has to take over anew.
      const { madeSafe_ms: _safe, duty: _duty, ...before } = state
      return pressing({ ...before, priority: 'danger' }, event.data.terms)
    }
    case 'DutyCalled': {
      const { until_ms, ...called } = event.data
      const { calls, ...duty } = dutyOf(state)
      return {
        ...state,
        duty: { ...duty, calls: [...calls, { ...called, called_ms: at_ms, until_ms }] },
      }
    }
    case 'DangerTakenOver': {
      const { contact } = event.data
      const by = contact === undefined ? {} : { takenOverBy: contact }
      return { ...state, duty: { ...dutyOf(state), takenOver_ms: at_ms, ...by } }
    }
    case 'PlaceMadeSafe':
      return { ...state, madeSafe_ms: at_ms }
    case 'DangerLowered':
      return pressing({ ...state, priority: event.data.priority }, event.data.terms)
  }
}

function dutyOf({ duty }: Case): Duty {
  return duty ?? { calls: [] }
}

/** Whoever has work on it has to know: the revision rises also where no date moved. */
function pressing(state: Case, terms: readonly TermsOf[]): Case {
  const datesOf = new Map(terms.map(({ assignmentId, partyBy }) => [assignmentId, partyBy]))
  const assignments = state.assignments.map((one) => {
    if (!ACTIVE.includes(one.status)) return one
    return { ...one, partyBy: datesOf.get(one.id) ?? one.partyBy, revision: one.revision + 1 }
  })
  return { ...state, assignments }
}
