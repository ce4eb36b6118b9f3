import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('..', import.meta.url))

/** Which room keeps its tables in which schema. */
const SCHEMAS: Record<string, readonly string[]> = {
  platform: ['platform', 'vault', 'vault_keys'],
  journal: ['journal'],
  'modules/directory': ['directory'],
  'modules/identity': ['identity'],
  'modules/places': ['places'],
  'modules/categories': ['categories'],
  'modules/agreements': ['agreements'],
  'modules/duty': ['duty'],
  'modules/cases': ['cases'],
  'modules/things': ['things'],
  'modules/delivery': ['delivery'],
  'modules/subscriptions': ['subscriptions'],
}

/** A schema before a table, after a word of SQL that a table follows. */
const TABLE =
  /\b(?:from|join|into|update|table|references|on|truncate)\s+(?:only\s+)?([a-z_]+)\.[a-z_]+/g

async function filesOf(room: string): Promise<string[]> {
  const files = await Array.fromAsync(glob(`${room}/**/*.{ts,sql}`, { cwd: SOURCE }))
  return files.filter((file) => !file.endsWith('.test.ts'))
}

test('the SQL of each room names the tables of no other room', async () => {
  const owners = new Map(
    Object.entries(SCHEMAS).flatMap(([room, schemas]) =>
      schemas.map((one) => [one, room] as const),
    ),
  )
  const strangers: string[] = []
  const named = new Set<string>()
  for (const room of Object.keys(SCHEMAS))
    for (const file of await filesOf(room)) {
      const text = await readFile(`${SOURCE}/${file}`, 'utf8')
      for (const [, schema = ''] of text.matchAll(TABLE)) {
        const owner = owners.get(schema)
        if (owner !== undefined) named.add(schema)
        if (owner !== undefined && owner !== room) strangers.push(`${file}: ${schema}`)
      }
    }
  assert.deepEqual(strangers, [])
  assert.equal(named.size, owners.size, 'a schema that no SQL names would not be found either')
})

test('every schema that a migration makes is listed here', async () => {
  const made: string[] = []
  for await (const file of glob('**/migrations/*.sql', { cwd: SOURCE })) {
    const text = await readFile(`${SOURCE}/${file}`, 'utf8')
    for (const [, schema = ''] of text.matchAll(/create schema ([a-z_]+)/g)) made.push(schema)
  }
  const listed = Object.values(SCHEMAS).flat()
  assert.deepEqual(
    made.filter((schema) => !listed.includes(schema)),
    [],
  )
})
