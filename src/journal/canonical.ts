/**
 * The JSON of RFC 8785, by which an event is hashed: members in the order of the UTF-16 code units of their names, and
 * nothing between. It throws for what has no such text: numbers that are none, halves of a surrogate pair, and circles,
 * which run out of stack. Of what JSON leaves out it does as JSON does.
 */
export function canonicalOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no JSON`)
    return JSON.stringify(value)
  }
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no JSON`)
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalOf(value.toJSON())
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join(',')}]`
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${nameOf(name)}:${canonicalOf(member)}`
  }
  return `{${text}}`
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half of a surrogate pair has no JSON')
  return JSON.stringify(text)
}

/** The names of members are few and the same in every event, but for those that are ids. */
const NAMES = new Map<string, string>()
const MOST_NAMES = 2_000
const MOST_CHARACTERS = 30

function nameOf(name: string): string {
  const known = NAMES.get(name)
  if (known !== undefined) return known
  const made = quoted(name)
  if (name.length <= MOST_CHARACTERS && NAMES.size < MOST_NAMES) NAMES.set(name, made)
  return made
}
