import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { it } from 'node:test'
import { openTestDatabase } from './rig.ts'
import { writeSchemaWitness } from './schema-witness.ts'

const WITNESS = new URL('schema.sql', import.meta.url)

it('the schema is the one that was committed; if it should change: UPDATE_WITNESS=1', async () => {
  await using database = await openTestDatabase()
  const schema = await writeSchemaWitness(database.ownerUrl)
  if (process.env.UPDATE_WITNESS === '1') await writeFile(WITNESS, schema)
  assert.equal(schema, await readFile(WITNESS, 'utf8'))
})
