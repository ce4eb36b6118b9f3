/** What was typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>

/** What a field takes; a choice names the words that it is chosen from. */
type Kind =
  | 'date'
  | 'text'
  | 'words'
  | 'place'
  | 'causes'
  | 'suspensions'
  | 'reasons'
  | 'tasks'
  | 'categories'
export type AnswerField = {
  name: string
  kind: Kind
  isRequired?: true
  /** Of a choice among reasons. */
  of?: readonly string[]
}

const NOT_OURS = ['not-our-asset', 'not-our-area', 'not-our-task', 'other']
const NOT_DONE = ['not-in-agreement', 'policy', 'no-budget', 'third-party', 'other']

/** What each answer asks beside it, in the order in which the answers stand on the page. */
export const ANSWER_FIELDS: Readonly<Record<string, readonly AnswerField[]>> = {
  accepted: [],
  planned: [{ name: 'on', kind: 'date', isRequired: true }],
  'made-safe': [],
  'on-site': [],
  diagnosed: [{ name: 'cause', kind: 'causes', isRequired: true }],
  started: [],
  working: [],
  done: [
    { name: 'cause', kind: 'causes' },
    { name: 'next', kind: 'tasks' },
  ],
  'nothing-found': [],
  suspended: [
    { name: 'reason', kind: 'suspensions', isRequired: true },
    { name: 'until', kind: 'date' },
  ],
  resumed: [],
  'needs-first': [{ name: 'first', kind: 'tasks', isRequired: true }],
  'passed-on': [
    { name: 'cause', kind: 'causes', isRequired: true },
    { name: 'next', kind: 'tasks', isRequired: true },
  ],
  'facts-corrected': [
    { name: 'category', kind: 'categories' },
    { name: 'asset', kind: 'text' },
    { name: 'place', kind: 'place' },
  ],
  question: [{ name: 'question', kind: 'words', isRequired: true }],
  'not-ours': [{ name: 'reason', kind: 'reasons', of: NOT_OURS, isRequired: true }],
  'will-not-be-done': [{ name: 'reason', kind: 'reasons', of: NOT_DONE, isRequired: true }],
}

/** A question goes to the reporter, and a remark does not: both at once would have one of them read by the wrong one. */
const TAKES_NO_REMARK = 'question'
const NEEDS_REMARK: readonly string[] = ['nothing-found', 'will-not-be-done']
/** What the API takes as a list. */
const LISTS: readonly string[] = ['next', 'first']

/** Where on the page a fault is mended. */
export const placeOfFault = (fault: string): string =>
  fault === 'remark-too-many' ? 'remark' : fault

export const fieldId = (answer: string, name: string): string => `${answer}.${name}`

/**
 * The body for the API of what was filled in, or the fields in which something is missing. Of an answer that was not
 * chosen nothing is sent, whatever stands in its fields.
 */
export function answerIn(
  typed: Typed,
): { ok: true; body: Record<string, unknown> } | { ok: false; missing: string[] } {
  const answer = typed.answer ?? ''
  const fields = Object.hasOwn(ANSWER_FIELDS, answer) ? ANSWER_FIELDS[answer] : undefined
  const name = typed.name?.trim() ?? ''
  const remark = typed.remark?.trim() ?? ''
  const missing = [
    ...(fields === undefined ? ['answer'] : []),
    ...(NEEDS_REMARK.includes(answer) && remark === '' ? ['remark'] : []),
    ...(answer === TAKES_NO_REMARK && remark !== '' ? ['remark-too-many'] : []),
    ...(name === '' ? ['name'] : []),
  ]
  const body: Record<string, unknown> = { answer, name, ...(remark === '' ? {} : { remark }) }
  for (const field of fields ?? []) {
    const id = fieldId(answer, field.name)
    const text = typed[id]?.trim() ?? ''
    const value = field.kind === 'place' ? placeIn(text) : text
    if (value === undefined || (field.isRequired && text === '')) missing.push(id)
    else if (text !== '') body[field.name] = LISTS.includes(field.name) ? [value] : value
  }
  return missing.length > 0 ? { ok: false, missing } : { ok: true, body }
}

/** Latitude first, as people and phones write it. An empty text is empty, and no place. */
function placeIn(text: string): { lat: number; lon: number } | '' | undefined {
  if (text === '') return ''
  const found = /^(-?\d{1,3}(?:[.]\d{1,12})?)\s*[,; ]\s*(-?\d{1,3}(?:[.]\d{1,12})?)$/.exec(text)
  return found ? { lat: Number(found[1]), lon: Number(found[2]) } : undefined
}
