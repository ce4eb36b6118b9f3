import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import openapiTs, { astToString } from 'openapi-typescript'

const WITNESS = fileURLToPath(new URL('../web/app/api/schema.d.ts', import.meta.url))

it('the types of the web are those of the OpenAPI document (UPDATE_WITNESS=1 writes them anew)', async () => {
  const text = astToString(await openapiTs(new URL('openapi.json', import.meta.url)))
  if (process.env.UPDATE_WITNESS === '1') await writeFile(WITNESS, text)
  assert.equal(text, await readFile(WITNESS, 'utf8'))
})
