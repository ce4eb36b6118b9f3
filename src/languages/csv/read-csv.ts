import { once } from 'node:events'
import { type Info, parse } from 'csv-parse'

export const CSV_ENCODINGS = ['utf-8', 'windows-1252', 'latin1', 'utf-16le'] as const

export type CsvShape = {
  encoding: (typeof CSV_ENCODINGS)[number]
  separator: string
  /** Blanks around a value belong to it. */
  isExact?: true
}

/** A row with the line on which it begins, from 1; or why it is not one. `cells` are as they stand in the file. */
export type CsvLine = { line: number; cells: readonly string[] } & (
  | { row: Readonly<Record<string, string>> }
  | { fault: 'columns-too-many' | 'columns-too-few' }
)

/** No row of a register is longer; a quote that is never closed would take in the whole file. */
const MOST_BYTES_OF_A_ROW = 100_000

/**
 * The rows of a CSV (RFC 4180) whose first row names the columns, one by one: the file is never held as a whole. A byte
 * order mark is left out. Throws an Error that says what to do where the bytes are not of the encoding, a quote is never
 * closed, or a column that is `needed` is not there.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  shape: CsvShape,
  needed: readonly string[] = [],
): AsyncGenerator<CsvLine> {
  const parser = parse({
    delimiter: shape.separator,
    bom: true,
    info: true,
    trim: shape.isExact !== true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_BYTES_OF_A_ROW,
  })
  const fed = feed(source, shape, parser)
  let names: string[] | undefined
  let last = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: Info
    }>) {
      // `lines` is where the row ended; one that runs over several lines began after the last one.
      const isLong = record.some((cell) => cell.includes('\n'))
      const line = isLong ? last + 1 : info.lines
      last = info.lines
      if (!names) {
        names = record
        checkNames(names, needed)
      } else yield lineOf(names, record, line)
    }
  } catch (error) {
    await fed
    throw plainly(error as Error & { code?: string })
  }
  await fed
  if (!names) throw new Error('the file is empty: its first row must name the columns')
}

/** Writes the text of the file into the parser; a parser that was broken off takes no more. */
async function feed(
  source: AsyncIterable<Uint8Array>,
  { encoding }: CsvShape,
  parser: ReturnType<typeof parse>,
): Promise<void> {
  const decoder = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding, {
    fatal: true,
  })
  const give = async (text: string) => {
    if (text === '' || parser.destroyed || parser.write(text)) return
    const room = new AbortController()
    const { signal } = room
    await Promise.race([once(parser, 'drain', { signal }), once(parser, 'close', { signal })])
      .catch(() => {}) // a parser that fell over tells so to whoever reads from it
      .finally(() => room.abort())
  }
  try {
    for await (const bytes of source) await give(decoder.decode(bytes, { stream: true }))
    await give(decoder.decode())
    parser.end()
  } catch (error) {
    const told = error instanceof TypeError ? notOf(encoding) : (error as Error)
    parser.destroy(told)
    throw told
  }
}

const notOf = (encoding: string) =>
  new Error(
    `the file is not ${encoding}: say its encoding in the mapping, for example "encoding: windows-1252"`,
  )

function checkNames(names: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((name) => !names.includes(name))
  const twice = needed.find((name) => names.indexOf(name) !== names.lastIndexOf(name))
  if (twice !== undefined) throw new Error(`the column "${twice}" is there twice`)
  if (missing.length > 0)
    throw new Error(
      `there is no column "${missing.join('", "')}"; the file has "${names.join('", "').slice(0, 500)}"`,
    )
}

function lineOf(names: readonly string[], cells: readonly string[], line: number): CsvLine {
  if (cells.length > names.length) return { line, cells, fault: 'columns-too-many' }
  if (cells.length < names.length) return { line, cells, fault: 'columns-too-few' }
  const row: Record<string, string> = Object.create(null)
  for (const [at, name] of names.entries()) row[name] = cells[at] as string
  return { line, cells, row }
}

function plainly(error: Error & { code?: string; lines?: number }): Error {
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new Error(
      `a quotation mark is opened and never closed, at or before line ${error.lines}`,
    )
  return error
}
