import type { Cell, Rows } from '#languages/sheet'
import type { Answer, AnswerRefusal, AssignmentTold } from '#modules/cases'
import {
  answerNamed,
  answerOf,
  causeNamed,
  type Locale,
  plain,
  type WordsFault,
} from './answer-words.ts'
import { daySaid } from './day-said.ts'

type Column = Readonly<Record<Locale, string>> & { also?: readonly string[] }

/** The columns in their order; what stands between `answer` and `remark` is left empty, for whoever answers. */
const COLUMNS = {
  number: { nl: 'Nummer', en: 'Number' },
  what: { nl: 'Wat', en: 'What' },
  priority: { nl: 'Prioriteit', en: 'Priority' },
  where: { nl: 'Adres', en: 'Address' },
  object: { nl: 'Object', en: 'Object' },
  x: { nl: 'RD X', en: 'RD X' },
  y: { nl: 'RD Y', en: 'RD Y' },
  lat: { nl: 'Breedte', en: 'Latitude' },
  lon: { nl: 'Lengte', en: 'Longitude' },
  by: { nl: 'Klaar op', en: 'Due' },
  planned: { nl: 'Gepland op', en: 'Planned for' },
  words: { nl: 'Omschrijving', en: 'Description' },
  answer: { nl: 'Antwoord', en: 'Answer' },
  date: { nl: 'Datum', en: 'Date' },
  cause: { nl: 'Oorzaak', en: 'Cause' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  revision: { nl: 'Versie', en: 'Revision' },
  task: { nl: 'Taak', en: 'Task' },
} as const satisfies Record<string, Column>
type Name = keyof typeof COLUMNS
const NAMES = Object.keys(COLUMNS) as Name[]

const RESULT: Column = { nl: 'Uitkomst', en: 'Result' }

const PRIORITY = {
  normal: { nl: 'normaal', en: 'normal' },
  urgent: { nl: 'spoed', en: 'urgent' },
  danger: { nl: 'GEVAAR', en: 'DANGER' },
} as const

const WHEN = new Intl.DateTimeFormat('nl-NL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})

/** In metres of the Dutch grid. */
export type InRd = (lon: number, lat: number) => readonly [number, number]

/** What is asked of a party as a sheet, one row a task, with columns to answer in. */
export function workSheet(tasks: readonly AssignmentTold[], locale: Locale, inRd: InRd): Rows {
  return [
    NAMES.map((name) => COLUMNS[name][locale]),
    ...tasks.map((task) => {
      const cells = cellsOf(task, locale, inRd)
      return NAMES.map((name) => cells[name] ?? null)
    }),
  ]
}

function cellsOf(task: AssignmentTold, locale: Locale, inRd: InRd): Partial<Record<Name, Cell>> {
  const { case: of, category, terms, plannedOn, shared, revision, id } = task
  const { place, asset, street, neighbourhood, priority, isMadeSafe } = of
  const due = terms.find(({ milestone }) => milestone === 'done')
  const pressing = priority === 'danger' && isMadeSafe ? 'urgent' : priority
  const [x, y] = place ? inRd(place.lon, place.lat) : []
  return {
    number: of.number,
    what: category.name?.[locale] ?? category.id,
    priority: PRIORITY[pressing][locale],
    where: [street, neighbourhood].filter((one) => one !== undefined).join(', ') || null,
    object: asset?.publicNumber ?? asset?.id ?? null,
    ...(x === undefined || y === undefined ? {} : { x, y }),
    ...(place ? { lat: round(place.lat), lon: round(place.lon) } : {}),
    by: due ? WHEN.format(Date.parse(due.by)).replace(',', '') : null,
    planned: plannedOn?.split('-').toReversed().join('-') ?? null,
    words:
      shared?.descriptions
        .map(({ text }) => text)
        .join('\n\n')
        .slice(0, 2_000) || null,
    revision,
    task: id,
  }
}

/** To a decimetre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

export const ROW_FAULTS = [
  'task-unknown',
  'revision-missing',
  'answer-missing',
  'danger-on-page',
] as const
export type RowFault = (typeof ROW_FAULTS)[number] | WordsFault

/** What one row of a sheet that came back says. */
export type RowSaid = { line: number } & (
  | { is: 'empty' }
  | { is: 'answer'; assignment: string; revision: number; answer: Answer }
  | { is: 'refused'; fault: RowFault }
)

/**
 * Reads a sheet that came back, whatever the order of its columns and in either language; other columns are left where
 * they are. Undefined where no row names the columns that an answer needs. `today` is the local date.
 */
export function answersIn(
  rows: Rows,
  today: string,
): { head: number; said: readonly RowSaid[] } | undefined {
  for (const [head, row] of rows.slice(0, 20).entries()) {
    const at = columnsIn(row)
    if (at.task === undefined || at.answer === undefined || at.revision === undefined) continue
    const said = rows.slice(head + 1).map((cells, i): RowSaid => {
      const cell = (name: Name): Cell => cells[at[name] ?? -1] ?? null
      return { line: head + i + 2, ...rowSaid(cell, today) }
    })
    return { head, said }
  }
  return undefined
}

function columnsIn(row: readonly Cell[]): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {}
  for (const [at, cell] of row.entries()) {
    const heading = plain(String(cell ?? ''))
    const name = NAMES.find((one) =>
      [COLUMNS[one].nl, COLUMNS[one].en].some((text) => plain(text) === heading),
    )
    if (name !== undefined) found[name] ??= at
  }
  return found
}

type Unnumbered = RowSaid extends infer One
  ? One extends unknown
    ? Omit<One, 'line'>
    : never
  : never

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function rowSaid(cell: (name: Name) => Cell, today: string): Unnumbered {
  const text = (name: Name) => String(cell(name) ?? '').trim()
  const [answer, date, cause, remark] = [
    text('answer'),
    text('date'),
    text('cause'),
    text('remark'),
  ]
  if (answer === '') {
    if (date === '' && cause === '' && remark === '') return { is: 'empty' }
    return { is: 'refused', fault: 'answer-missing' }
  }
  const assignment = text('task').toLowerCase()
  if (!UUID.test(assignment)) return { is: 'refused', fault: 'task-unknown' }
  const revision = Number(text('revision') || Number.NaN)
  if (!Number.isInteger(revision) || revision < 0)
    return { is: 'refused', fault: 'revision-missing' }
  const said = answerNamed(answer)
  if (!said) return { is: 'refused', fault: 'answer-unknown' }
  const day = cell('date')
  const on = day === null || date === '' ? undefined : daySaid(day, today)
  if (date !== '' && on === undefined) return { is: 'refused', fault: 'date-unreadable' }
  const found = cause === '' ? undefined : causeNamed(cause)
  if (cause !== '' && found === undefined) return { is: 'refused', fault: 'cause-unknown' }
  const beside = {
    ...(on === undefined ? {} : { on }),
    ...(found === undefined ? {} : { cause: found }),
    ...(remark === '' ? {} : { remark }),
  }
  const read = answerOf(said, beside)
  if ('fault' in read) return { is: 'refused', fault: read.fault }
  return { is: 'answer', assignment, revision, answer: read.answer }
}

/** What became of a row. */
export type RowResult =
  | { result: 'taken' | 'repeated' | 'unchanged' }
  | { result: 'refused'; because: AnswerRefusal | RowFault }

/** The sheet as it came, with what became of each row in a column behind it. */
export function withResults(
  rows: Rows,
  head: number,
  results: readonly string[],
  locale: Locale,
): Rows {
  const width = Math.max(...rows.map((row) => row.length))
  // Of a sheet that comes back with results of before, these are the newer ones.
  const known = rows[head]?.findIndex((cell) =>
    [RESULT.nl, RESULT.en].some((text) => plain(text) === plain(String(cell ?? ''))),
  )
  const at = known === undefined || known < 0 ? width : known
  return rows.map((row, i) => {
    const cells = Array.from({ length: Math.max(width, at + 1) }, (_, k) => row[k] ?? null)
    if (i === head) cells[at] = RESULT[locale]
    if (i > head) cells[at] = results[i - head - 1] ?? null
    return cells
  })
}
