import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { readYamlList, writeYaml } from '#languages/yaml'

export type Written = { rows: number; sha256: string }

/** A form that rows are written in, one after another, and read back from. */
export type Form<Row> = {
  head: string
  write: (row: Row, isFirst: boolean) => string
  foot: string
  read: (file: string) => AsyncIterable<Row>
}

/** Writes rows as they come; what the disk does not take yet is waited for. */
export async function writeRows<Row>(
  file: string,
  form: Pick<Form<Row>, 'head' | 'write' | 'foot'>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<Written> {
  const out = createWriteStream(file, { mode: 0o600 })
  const opened = once(out, 'open')
  await opened
  const hash = createHash('sha256')
  let count = 0
  const put = async (text: string) => {
    hash.update(text)
    if (text !== '' && !out.write(text)) await once(out, 'drain')
  }
  await put(form.head)
  for await (const row of rows) {
    await put(form.write(row, count === 0))
    count += 1
  }
  await put(form.foot)
  out.end()
  await once(out, 'close')
  return { rows: count, sha256: hash.digest('hex') }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== '') yield line
}

/** One JSON value a line. */
export const JSON_LINES: Form<Record<string, unknown>> = {
  head: '',
  write: (row) => `${JSON.stringify(row)}\n`,
  foot: '',
  async *read(file) {
    for await (const line of linesOf(file)) yield JSON.parse(line)
  },
}

/** One list, an item after another. */
export const YAML_LIST: Form<Record<string, unknown>> = {
  head: '',
  write: (row) => writeYaml([row]),
  foot: '',
  read: (file) => readYamlList(linesOf(file)) as AsyncIterable<Record<string, unknown>>,
}

type Feature = {
  type: 'Feature'
  id: string
  properties: Record<string, unknown>
  geometry: unknown
}

/** A FeatureCollection with one feature a line. */
export const GEOJSON: Form<Feature> = {
  head: '{"type":"FeatureCollection","features":[\n',
  write: (row, isFirst) => `${isFirst ? '' : ',\n'}${JSON.stringify(row)}`,
  foot: '\n]}\n',
  async *read(file) {
    for await (const line of linesOf(file))
      if (line.startsWith('{"type":"Feature","id"')) yield JSON.parse(line.replace(/,$/, ''))
  },
}
