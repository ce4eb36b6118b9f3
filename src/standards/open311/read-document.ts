import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** A value of an answer as another server wrote it: JSON, or XML of which only elements and text are read. */
export type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree }

export type DocumentRead = { ok: true; tree: Tree } | { ok: false; fault: string }

/** Deeper than this no answer of the standard is. */
const MOST_DEPTH = 20

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
})

/**
 * Reads the answer of a server of another make. What it is is seen by how it begins, not by its Content-Type; where its
 * bytes are not of the charset that it names they are read as windows-1252, which has a character for each.
 */
export function readAnswer(body: Buffer, contentType: string): DocumentRead {
  const text = textOf(body, contentType)
    .replace(/^\ufeff/, '')
    .trim()
  if (text === '') return { ok: false, fault: 'the answer was empty' }
  if (/^<(!doctype\s+html|html)/i.test(text))
    return { ok: false, fault: 'a web page came instead of an answer' }
  if (text.startsWith('<')) return readXml(text)
  if (!/^[[{]/.test(text)) return { ok: false, fault: 'the answer is neither XML nor JSON' }
  try {
    const tree: Tree = JSON.parse(text)
    return isTooDeep(tree)
      ? { ok: false, fault: 'the answer is nested too deep' }
      : { ok: true, tree }
  } catch {
    return { ok: false, fault: 'the answer is no JSON: it breaks off or is malformed' }
  }
}

/** No document type: with it an answer of few bytes could be made endless. */
function readXml(text: string): DocumentRead {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    return { ok: false, fault: 'the answer has a document type, which is not read' }
  const seen = XMLValidator.validate(text)
  if (seen !== true)
    return { ok: false, fault: `the answer is no XML: ${seen.err.msg}`.slice(0, 200) }
  try {
    const tree: Tree = parser.parse(text)
    return isTooDeep(tree)
      ? { ok: false, fault: 'the answer is nested too deep' }
      : { ok: true, tree }
  } catch (error) {
    return { ok: false, fault: `the answer is no XML: ${(error as Error).message}`.slice(0, 200) }
  }
}

function textOf(body: Buffer, contentType: string): string {
  const head = body.subarray(0, 100).toString('latin1')
  const named =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? /encoding=["']([\w-]+)/.exec(head)?.[1]
  for (const charset of [named, 'utf-8']) {
    if (charset === undefined) continue
    try {
      return new TextDecoder(charset, { fatal: true }).decode(body)
    } catch {
      // Not of this charset, or there is no such charset: the next one is tried.
    }
  }
  return new TextDecoder('windows-1252').decode(body)
}

function isTooDeep(tree: Tree, depth = 0): boolean {
  if (typeof tree !== 'object' || tree === null) return false
  if (depth > MOST_DEPTH) return true
  return Object.values(tree).some((one) => isTooDeep(one, depth + 1))
}

export type Item = { [name: string]: Tree }

export const isItem = (tree: Tree | undefined): tree is Item =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/**
 * The items of a list, however it was wrapped: a bare array, one item for itself, `{list: [..]}`, or the elements of XML,
 * where one item is no array. What is no item is left out.
 */
export function itemsIn(tree: Tree, list: string, member: string): Item[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => itemsIn(one, list, member))
  if (!isItem(tree)) return []
  for (const name of [list, member]) {
    const inner = tree[name]
    if (inner !== undefined && typeof inner === 'object' && inner !== null)
      return itemsIn(inner, list, member)
    // An empty list of XML.
    if (inner === '' && Object.keys(tree).length === 1) return []
  }
  return [tree]
}

/** The text of an element; undefined where it is missing, empty or no text. */
export function textIn(item: Item, name: string): string | undefined {
  const value = item[name]
  if (value === undefined || value === null || typeof value === 'object') return undefined
  // JSON can name characters that no text holds: a null byte, half of a pair.
  const text = String(value).replaceAll('\0', ' ').toWellFormed().trim()
  return text === '' ? undefined : text
}

/** The element of this name, as far as it holds others. */
export function itemIn(item: Item, name: string): Item | undefined {
  const value = item[name]
  return isItem(value) ? value : undefined
}
