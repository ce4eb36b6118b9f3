import { html } from 'hono/html'
import type { CaseTold } from './api-answers.ts'
import type { Html } from './layout.ts'
import type { Visit } from './visit.ts'
import { KINDS } from './words/kinds.ts'

export const categoryOf = (one: CaseTold, { locale }: Visit): string =>
  one.kind === 'fault'
    ? (one.category?.name?.[locale] ?? one.category?.id ?? KINDS.fault[locale])
    : [KINDS[one.kind][locale], one.category?.name?.[locale]].filter(Boolean).join(': ')

/** The line of a case without its category, which stands above it already. */
export function lineOf(one: CaseTold, visit: Visit): string {
  const beginning = `${categoryOf(one, visit)}: `
  const rest = one.line.startsWith(beginning) ? one.line.slice(beginning.length) : one.line
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** Whether it was, or is, later than the reporter was told to expect. */
export function isLate(one: CaseTold, now_ms: number): boolean {
  if (one.reporterBy === undefined) return false
  // What was done and is contested is open again, and was not in time before it is done again.
  const end = one.status === 'open' ? undefined : (one.doneAt ?? one.closedAt)
  return (end === undefined ? now_ms : Date.parse(end)) > Date.parse(one.reporterBy)
}

/** What is to be seen at once: danger, haste, late. */
export function marks(one: CaseTold, { words, now_ms }: Visit): Html {
  const isOpen = one.status === 'open'
  return html`${
    one.priority !== 'normal' &&
    html`<span class="mark-${one.priority}">${words[one.priority]}</span>`
  }${isOpen && isLate(one, now_ms) && html` <span class="mark-late">${words.late}</span>`}`
}
