import pg from 'pg'

const { builtins } = pg.types

/** bigint columns are positions and counters: exact as numbers up to 2^53, and refused beyond. */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond 2^53`)
  return value
}

const own = new Map<number, (text: string) => unknown>([
  [builtins.INT8, parseInt8],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text], // a local date stays `YYYY-MM-DD`: it has no moment
  [
    builtins.TIMESTAMPTZ,
    (text) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  ],
])

/** How values come out of PostgreSQL: timestamptz as milliseconds since 1970, date as text, int8 as number. */
export const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return own.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')
  },
} as unknown as pg.CustomTypesConfig
