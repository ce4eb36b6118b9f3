import sql, { empty, join, raw, type Sql } from 'sql-template-tag'

/** How a column's values travel: as an array of this PostgreSQL type. */
export type ColumnType =
  | 'text'
  | 'uuid'
  | 'int4'
  | 'int8'
  | 'float8'
  | 'bool'
  | 'jsonb'
  | 'bytea'
  | 'timestamptz'
  | 'date'

/** A table that is written in batches: one statement, whatever the number of rows. */
export type Table<Row> = {
  name: string
  key: readonly (keyof Row & string)[]
  columns: { readonly [Column in keyof Row & string]: ColumnType }
  /** What a row with a known key does: replace the old one, be left out, or fail the transaction. */
  onConflict: 'replace' | 'ignore' | 'fail'
  /** What a column of a row that is replaced becomes, in SQL, where that is more than the new value. */
  replacedBy?: Readonly<Record<string, string>>
}

export function table<Row>(definition: Table<Row>): Table<Row> {
  return definition
}

const shapes = new WeakMap<Table<never>, readonly string[]>()

/** The texts between the parameters: made once a table. */
function shapeOf<Row>(target: Table<Row>): readonly string[] {
  const known = shapes.get(target as Table<never>)
  if (known) return known
  const columns = Object.keys(target.columns) as (keyof Row & string)[]
  const parts = [`insert into ${target.name} (${columns.join(', ')}) select * from unnest(`]
  columns.forEach((column, i) => {
    parts.push(`::${target.columns[column]}[]${i < columns.length - 1 ? ', ' : ''}`)
  })
  const rest = columns.filter((column) => !target.key.includes(column))
  const conflict = {
    fail: '',
    ignore: ` on conflict (${target.key.join(', ')}) do nothing`,
    replace: ` on conflict (${target.key.join(', ')}) do update set ${rest
      .map((column) => `${column} = ${target.replacedBy?.[column] ?? `excluded.${column}`}`)
      .join(', ')}`,
  }[target.onConflict]
  parts[parts.length - 1] += `)${conflict}`
  shapes.set(target as Table<never>, parts)
  return parts
}

/** One `insert … select from unnest` for all rows. Instants are milliseconds, jsonb values anything. */
export function insertRows<Row>(target: Table<Row>, rows: readonly Row[]): Sql {
  const columns = Object.keys(target.columns) as (keyof Row & string)[]
  const arrays = columns.map((column) => {
    const type = target.columns[column]
    return `{${rows.map((row) => encode(type, row[column])).join(',')}}`
  })
  const shape = shapeOf(target)
  const strings = Object.assign([...shape], { raw: shape })
  return sql(strings as unknown as TemplateStringsArray, ...arrays)
}

/** A value as an element of an array literal; only text needs quotes. The driver would quote and search them all. */
function encode(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  switch (type) {
    case 'text':
      return quoted(String(value))
    case 'jsonb':
      return quoted(JSON.stringify(value))
    case 'bytea':
      return `"\\\\x${(value as Buffer).toString('hex')}"`
    case 'timestamptz':
      return new Date(value as number).toISOString()
    case 'uuid':
    case 'int4':
    case 'int8':
    case 'float8':
    case 'bool':
    case 'date':
      return String(value)
  }
}

const SPECIAL = /["\\]/
const EVERY_SPECIAL = /["\\]/g
/** No control characters and no halves of pairs, which JSON writes otherwise than the literal of an array does. */
const ALIKE_IN_JSON = /^[ -\ud7ff\ue000-\uffff]*$/

/** What is built in is several times as fast as a replacement of each quote, of which the text of an event is full. */
function quoted(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`
  if (ALIKE_IN_JSON.test(text)) return JSON.stringify(text)
  return `"${text.replace(EVERY_SPECIAL, '\\$&')}"`
}

/**
 * The next rows of one tenant in the order of the key, after a row or from the first. The tenant is the first column of
 * every key. An int8 comes as text, for not all of them are numbers.
 */
export function rowsAfter<Row>(
  target: Table<Row>,
  tenant: string,
  after: Row | undefined,
  most: number,
): Sql {
  const [first, ...key] = target.key
  const columns = (Object.keys(target.columns) as (keyof Row & string)[]).map((column) =>
    target.columns[column] === 'int8' ? `${column}::text as ${column}` : column,
  )
  const order = key.map((column) => `${target.name}.${column}`).join(', ')
  const head = sql`
    select ${raw(columns.join(', '))} from ${raw(target.name)}
    where ${raw(first as string)} = ${tenant}`
  const from =
    !after || key.length === 0
      ? empty
      : sql` and (${raw(order)}) > (${join(
          key.map((column) => {
            const type = target.columns[column]
            return sql`${after[column] as string | number}::${raw(type)}`
          }),
        )})`
  const ordered = key.length === 0 ? empty : sql` order by ${raw(order)}`
  return sql`${head}${from}${ordered} limit ${most}`
}
