import { type CsvLine, readCsv } from '#languages/csv'
import type { Reject } from '../import-file.ts'

/** One subcategory as Signalen has it. */
export type SignalenRow = {
  line: number
  main: string
  slug: string
  name: string
  description: string
  isActive: boolean
  term: { amount: number; unit: 'working-days' | 'calendar-days' } | undefined
  /** Codes of the departments that are responsible, as they stand in the file. */
  departments: string[]
}

export const SIGNALEN_COLUMNS = [
  'hoofdcategorie',
  'subcategorie_slug',
  'subcategorie',
  'actief',
  'sla_dagen',
  'sla_kalenderdagen',
  'verantwoordelijk',
  'omschrijving',
]

const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/
const YES = /^(true|1|ja|waar|t)$/i

export type SignalenRead = { rows: SignalenRow[]; rejects: Reject[] }

/** Reads the table of categories of a Signalen; a row that cannot be used is a reject. */
export async function readSignalen(source: AsyncIterable<Uint8Array>): Promise<SignalenRead> {
  const read: SignalenRead = { rows: [], rejects: [] }
  const seen = new Set<string>()
  const shape = { encoding: 'utf-8' as const, separator: ',' }
  for await (const line of readCsv(source, shape, SIGNALEN_COLUMNS)) {
    const row = rowOf(line)
    if ('reason' in row) read.rejects.push({ ...row, line: line.line, cells: line.cells })
    else if (seen.has(row.slug))
      read.rejects.push({ line: line.line, reason: 'slug-twice', cells: line.cells })
    else read.rows.push(row)
    if ('slug' in row) seen.add(row.slug)
  }
  return read
}

function rowOf(line: CsvLine): SignalenRow | { reason: string; detail?: string } {
  if ('fault' in line) return { reason: line.fault }
  const cell = (name: string) => line.row[name]?.trim() ?? ''
  const [main, slug, name] = [
    cell('hoofdcategorie'),
    cell('subcategorie_slug'),
    cell('subcategorie'),
  ]
  if (!SLUG.test(main)) return { reason: 'slug-unusable', detail: main }
  if (!SLUG.test(slug)) return { reason: 'slug-unusable', detail: slug }
  if (name === '') return { reason: 'name-missing' }
  const days = cell('sla_dagen')
  const amount = Number(days)
  if (days !== '' && !(Number.isInteger(amount) && amount >= 1 && amount <= 1000))
    return { reason: 'term-unreadable', detail: days }
  const unit = YES.test(cell('sla_kalenderdagen')) ? 'calendar-days' : 'working-days'
  return {
    line: line.line,
    main,
    slug,
    name: name.slice(0, 300),
    description: cell('omschrijving').replace(/\s+/g, ' ').slice(0, 300),
    isActive: YES.test(cell('actief')),
    term: days === '' ? undefined : { amount, unit },
    departments: cell('verantwoordelijk')
      .split('|')
      .map((code) => code.trim())
      .filter(Boolean),
  }
}

/** Code ▸ name of each department. */
export async function readDepartments(
  source: AsyncIterable<Uint8Array>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const shape = { encoding: 'utf-8' as const, separator: ',' }
  for await (const line of readCsv(source, shape, ['code', 'naam'])) {
    if ('fault' in line) continue
    const { code = '', naam = '' } = line.row
    if (code !== '') names.set(code, naam.slice(0, 200) || code)
  }
  return names
}
