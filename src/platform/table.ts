import sql, { raw, type Sql } from 'sql-template-tag'

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
      .map((column) => `${column} = excluded.${column}`)
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
    return rows.map((row) => encode(type, row[column]))
  })
  const shape = shapeOf(target)
  const strings = Object.assign([...shape], { raw: shape })
  return sql(strings as unknown as TemplateStringsArray, ...arrays)
}

function encode(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value)
  if (type === 'timestamptz') return new Date(value as number).toISOString()
  return value
}

/** A table's name as SQL, for the statements that read what a `Table` describes. */
export function nameOf<Row>(target: Table<Row>): Sql {
  return raw(target.name)
}
