/** A column of texts as one row of bytes (UTF-8), for hundreds of thousands of short ones: an object each is too much. */
export type TextColumn = { at(row: number): string | undefined }

const ABSENT = 0xffffffff

/** `undefined` stays `undefined`; an empty text stays empty. */
export function textColumn(rows: number, textAt: (row: number) => string | undefined): TextColumn {
  const ends = new Uint32Array(rows)
  const isAbsent = new Uint8Array(Math.ceil(rows / 8))
  let store = Buffer.allocUnsafe(Math.max(64, rows * 16))
  let end = 0
  for (let row = 0; row < rows; row++) {
    const text = textAt(row)
    if (text === undefined) isAbsent[row >> 3] = (isAbsent[row >> 3] as number) | (1 << (row & 7))
    else {
      // At most three bytes a UTF-16 unit.
      if (end + text.length * 3 > store.length)
        store = Buffer.concat(
          [store.subarray(0, end)],
          Math.max(store.length * 2, end + text.length * 3),
        )
      end += store.write(text, end)
    }
    ends[row] = end
  }
  const kept = Buffer.from(new Uint8Array(store.subarray(0, end)).buffer)
  return {
    at(row) {
      if (((isAbsent[row >> 3] as number) >> (row & 7)) & 1) return undefined
      return kept.toString('utf8', row === 0 ? 0 : ends[row - 1], ends[row])
    },
  }
}

/** A column of texts of which few differ: each is kept once, and a row holds its place in `texts`. */
export type CodedColumn = {
  texts: readonly string[]
  /** Beyond `texts` where there is none. */
  codeAt(row: number): number
  at(row: number): string | undefined
}

export function codedColumn(
  rows: number,
  textAt: (row: number) => string | undefined,
): CodedColumn {
  const codes = new Map<string, number>()
  const wide = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    const text = textAt(row)
    const code = text === undefined ? ABSENT : (codes.get(text) ?? codes.size)
    if (text !== undefined) codes.set(text, code)
    wide[row] = code
  }
  const texts = [...codes.keys()]
  // What is absent is cut to the highest code of the width, which no text has.
  const Width = widthFor(texts.length)
  const kept = Width === Uint32Array ? wide : new Width(wide)
  return {
    texts,
    codeAt: (row) => kept[row] as number,
    at: (row) => texts[kept[row] as number],
  }
}

function widthFor(
  codes: number,
): Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor {
  if (codes < 0xff) return Uint8Array
  return codes < 0xffff ? Uint16Array : Uint32Array
}

/** Finds rows by a text without keeping it: chains of rows whose texts have one hash. */
export type RowFinder = {
  /** Rows whose text may be this one, in rising order; the caller compares. */
  rowsLike(text: string): Generator<number>
}

/** `undefined`: the row is not to be found. */
export function rowFinder(rows: number, textAt: (row: number) => string | undefined): RowFinder {
  let width = 16
  while (width < rows) width *= 2
  // Rows are counted from one here: zero ends a chain.
  const first = new Uint32Array(width)
  const next = new Uint32Array(rows)
  for (let row = rows - 1; row >= 0; row--) {
    const text = textAt(row)
    if (text === undefined) continue
    const bucket = hashOf(text) & (width - 1)
    next[row] = first[bucket] as number
    first[bucket] = row + 1
  }
  return {
    *rowsLike(text) {
      let at = first[hashOf(text) & (width - 1)] as number
      for (; at !== 0; at = next[at - 1] as number) yield at - 1
    },
  }
}

/** FNV-1a over UTF-16 units, its high bits stirred into the low ones that are used. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
