import canonicalize from 'canonicalize'

/** What stands in JSON as it is; not so quotes, backslashes, control characters and halves of surrogate pairs. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/**
 * The RFC 8785 text of plain data, to the byte as `canonicalize` writes it, and several times as fast: most of an event is
 * text that needs no escapes. Whatever is not plain is left to it, with what it throws.
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return PLAIN.test(value) ? `"${value}"` : (canonicalize(value) as string)
    case 'number':
      return Number.isFinite(value) ? String(value) : (canonicalize(value) as string)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return listText(value)
      return isPlain(value) ? objectText(value) : (canonicalize(value) as string)
    default:
      return canonicalize(value) as string
  }
}

function isPlain(value: object): value is Record<string, unknown> {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function listText(list: readonly unknown[]): string {
  let text = '['
  for (let at = 0; at < list.length; at++) {
    const value = list[at]
    if (at > 0) text += ','
    text += isLeftOut(value) ? 'null' : canonicalText(value)
  }
  return `${text}]`
}

function objectText(value: Record<string, unknown>): string {
  let text = '{'
  for (const [key, named] of namesOf(Object.keys(value))) {
    const one = value[key]
    if (isLeftOut(one)) continue
    text += text.length > 1 ? `,${named}${canonicalText(one)}` : named + canonicalText(one)
  }
  return `${text}}`
}

type Names = readonly (readonly [key: string, named: string])[]

/** Facts of one kind have the same names: these are sorted and written once. */
const sorted = new Map<string, Names>()
/** Far more than there are kinds; names from outside do not fill the memory. */
const MOST_SORTED = 2_000

function namesOf(keys: readonly string[]): Names {
  const together = keys.join('\n')
  const known = sorted.get(together)
  // Of two lists one name may hold the line end that parts the names of the other.
  if (known?.length === keys.length) return known
  const names = keys.toSorted().map((key) => [key, `${canonicalText(key)}:`] as const)
  if (sorted.size < MOST_SORTED && !keys.some((key) => key.includes('\n')))
    sorted.set(together, names)
  return names
}

const isLeftOut = (value: unknown) => value === undefined || typeof value === 'symbol'
