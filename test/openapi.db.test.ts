import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SIGN_IN_PROBLEMS } from '#modules/identity'
import { ALL_PROBLEMS } from '../src/composition/api.ts'
import { type ApiTown, type OpenApi, openApiTown, operationsIn } from './api-town.ts'

const WITNESS = fileURLToPath(new URL('openapi.json', import.meta.url))
const DOCS = path.join(import.meta.dirname, '../docs/api.md')

/** Nouns without a plural. */
const UNCOUNTABLE = [
  'history',
  'named-contact',
  'search',
  'map',
  'base',
  'me',
  'invitation',
  'processing-log',
  'coverage',
  'routing',
]
/** What they make is told whole and cannot be read again, or by whoever has the link alone. */
const WITHOUT_PLACE = [
  'createFollow',
  'createMailStop',
  'createRetry',
  'createConnectionTest',
  'createSubscriptionConfirmation',
  'createSubscriptionStop',
  'createWebhook',
  'createWebhookResumption',
  'createAccount',
  'createPresence',
]
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/
const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/

describe('the OpenAPI document', () => {
  let api: ApiTown
  let document: OpenApi
  let text: string
  before(async () => {
    api = await openApiTown()
    const told = await api.get('/openapi.json')
    text = `${JSON.stringify(told.json, undefined, 2)}\n`
    document = told.json
  })
  after(() => api[Symbol.asyncDispose]())

  it('is the committed witness (UPDATE_WITNESS=1 writes it anew)', async () => {
    if (process.env.UPDATE_WITNESS === '1') await writeFile(WITNESS, text)
    assert.equal(text, await readFile(WITNESS, 'utf8'))
  })

  it('is read without a key from any web page (API Design Rules: core/publish-openapi)', async () => {
    const { status, headers } = await api.get('/openapi.json')
    assert.equal(status, 200)
    assert.equal(headers.get('access-control-allow-origin'), '*')
    assert.match(document.openapi, /^3\.[01]/)
  })

  it('says where what was made can be read', () => {
    const made = operationsIn(document).filter(({ operation }) => operation.responses['201'])
    const silent = made.filter(({ operation }) => !operation.responses['201']?.headers?.Location)
    assert.deepEqual(
      silent.map(({ operation }) => operation.operationId).toSorted(),
      WITHOUT_PLACE.toSorted(),
    )
  })

  it('says whom to ask (core/doc-openapi-contact)', () => {
    const { name, email, url } = document.info.contact
    assert(name && email?.includes('@') && url?.startsWith('https://'))
  })

  it('has the major version in the server URL and the whole version in a header', async () => {
    assert.match(document.info.version, /^1\.\d+\.\d+$/)
    for (const { url } of document.servers) assert.match(url, /\/api\/v1$/)
    const addresses = ['/cases?municipality=GM9801', '/cases', '/nowhere', '/openapi.json']
    for (const address of addresses) {
      const { headers } = await api.get(address)
      assert.equal(headers.get('api-version'), document.info.version, address)
    }
  })

  it('names paths in kebab-case, plural, and without a slash at the end', () => {
    for (const { path: name } of operationsIn(document)) {
      assert.doesNotMatch(name, /\/$/)
      for (const part of name.slice(1).split('/')) {
        if (part.startsWith('{')) continue
        assert.match(part, KEBAB_CASE)
        if (!UNCOUNTABLE.includes(part)) assert.match(part, /s$/, `${name} is plural`)
      }
    }
  })

  it('names query parameters and fields in camelCase', () => {
    for (const { operation } of operationsIn(document)) {
      for (const { name, in: where } of operation.parameters ?? []) {
        if (where === 'query') assert.match(name, CAMEL_CASE)
        if (where === 'header') assert.match(name.toLowerCase(), KEBAB_CASE)
      }
    }
    const names = fieldsIn(document)
    assert(names.size > 50)
    // The terms of an agreement are written as in the file of agreements, units last.
    // What the log of processings is called stands in its own standard.
    const LOGBOEK = /^(dpl[.]core[.]|(trace|span)_id$|(start|end)_time$)/
    const others = [...names].filter(
      (name) =>
        !CAMEL_CASE.test(name) && !['holdOff_s', 'rowGap_m'].includes(name) && !LOGBOEK.test(name),
    )
    assert.deepEqual(others, [])
  })

  it('gives each operation an id of its own', () => {
    const ids = operationsIn(document).map(({ operation }) => operation.operationId)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, CAMEL_CASE)
  })

  it('declares 400 on every operation that takes input', () => {
    for (const { operation, path: name } of operationsIn(document)) {
      const hasInput = (operation.parameters ?? []).length > 0 || operation.requestBody
      if (hasInput) assert(operation.responses['400'], name)
    }
  })

  it('answers every error as application/problem+json', () => {
    for (const { operation } of operationsIn(document)) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) >= 400)
          assert.deepEqual(Object.keys(content ?? {}), ['application/problem+json'])
      }
    }
  })

  it('uses no other methods than these, and a GET or DELETE takes no body', () => {
    for (const { method, operation } of operationsIn(document)) {
      assert(['get', 'post', 'put', 'delete'].includes(method))
      if (['get', 'delete'].includes(method)) assert.equal(operation.requestBody, undefined)
    }
  })

  it('names the same problems as the catalogues, the manual and the pages', async () => {
    const catalogue = Object.keys(ALL_PROBLEMS).sort()
    const documented = new Set(
      operationsIn(document).flatMap(({ operation }) =>
        Object.values(operation.responses).flatMap((response) => response['x-problems'] ?? []),
      ),
    )
    // Of an address that is no operation, the document cannot speak.
    const elsewhere = ['not-found', ...Object.keys(SIGN_IN_PROBLEMS)]
    assert.deepEqual([...new Set([...documented, ...elsewhere])].sort(), catalogue)
    const manual = await readFile(DOCS, 'utf8')
    const listed = [...manual.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| (.+?) +\|$/gm)]
    assert.deepEqual(listed.map(([, name]) => name).sort(), catalogue)
    for (const [, name = '', status, title] of listed) {
      const known = ALL_PROBLEMS[name]
      assert.deepEqual([Number(status), title], [known?.status, known?.title], name)
      const page = await api.app.http.request(`/problems/${name}`)
      assert.equal(page.status, 200)
      assert((await page.text()).includes(known?.title ?? '?'))
    }
    assert.equal((await api.app.http.request('/problems/nothing')).status, 404)
  })

  it('is the only way in: what it does not name is not there', async () => {
    for (const address of ['/', '/cases/', '/case', '/cases/GM9801-26-000001/', '/openapi.yaml']) {
      const { status, headers } = await api.get(`${address}?municipality=GM9801`)
      assert.equal(status, 404, address)
      assert.equal(headers.get('content-type'), 'application/problem+json')
    }
  })
})

/** Every name of a field in the schemas of the document. */
function fieldsIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return names
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties' && typeof inner === 'object' && inner !== null)
      for (const name of Object.keys(inner)) names.add(name)
    fieldsIn(inner, names)
  }
  return names
}
