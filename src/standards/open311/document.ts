import { XMLBuilder } from 'fast-xml-parser'

export const FORMATS = ['xml', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  xml: 'text/xml',
  json: 'application/json',
}

/** What stands in each list of the standard (marked ⇊ there). */
const MEMBER_OF = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  parties: 'party',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
} as const

type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value }
export type Element = { readonly [name: string]: Value }

/** The outermost element of an answer, by name, and what is in it. */
export type Document =
  | { readonly root: keyof typeof MEMBER_OF; readonly value: readonly Element[] }
  | { readonly root: 'discovery' | 'service_definition'; readonly value: Element }

/** What XML 1.0 (2.2 Char) does not allow, not even as a reference, so it can only be left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant
const NOT_IN_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

const builder = new XMLBuilder({ ignoreAttributes: true })

/** The XML and the JSON of one answer; the JSON follows from the XML by the Spark convention. */
export function writeDocument({ root, value }: Document, format: Format): string {
  if (format === 'json') return JSON.stringify(value)
  const tree = { [root]: xmlTree(root, value) }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(tree)}`
}

type Tree = string | Tree[] | { [name: string]: Tree }

function xmlTree(name: string, value: Value): Tree {
  if (value === null) return ''
  if (typeof value === 'string') return value.replace(NOT_IN_XML, '')
  if (typeof value !== 'object') return String(value)
  if (isList(value)) {
    const member = MEMBER_OF[name as keyof typeof MEMBER_OF]
    return { [member]: value.map((item) => xmlTree(member, item)) }
  }
  const tree: { [name: string]: Tree } = {}
  for (const [key, child] of Object.entries(value)) tree[key] = xmlTree(key, child)
  return tree
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}
