import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { importMappingJsonSchema } from './mapping-schema.ts'

// UPDATE_WITNESS=1 writes the file anew.
test('the published JSON Schema is the one that mappings are held against', async () => {
  const published = new URL('../../docs/import-mapping.schema.json', import.meta.url)
  const text = `${JSON.stringify(importMappingJsonSchema(), null, 2)}\n`
  if (process.env.UPDATE_WITNESS === '1') await writeFile(published, text)
  assert.equal(await readFile(published, 'utf8'), text)
})
