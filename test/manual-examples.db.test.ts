import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { z } from '@hono/zod-openapi'
import { parse } from 'yaml'
import { createKey } from '#modules/directory'
import { blocksOf, openCommandLine, runDocument, type TestCommandLine } from './manual.ts'
import { openTestApp } from './test-app.ts'

const PROJECT = path.join(import.meta.dirname, '..')
const EXAMPLES = path.join(PROJECT, 'docs/examples/agreements')
const MANUAL = path.join(PROJECT, 'docs/agreements.md')
const FILES = [
  'duinmeer/agreements.yaml',
  'veenmeer/before.yaml',
  'veenmeer/agreements.yaml',
  'polderrijk/before.yaml',
  'polderrijk/agreements.yaml',
  'lamps.yaml',
  'reports.yaml',
]

describe('the agreements from practice', () => {
  let line: TestCommandLine
  before(async () => {
    line = await openCommandLine()
  })
  after(() => line[Symbol.asyncDispose]())

  for (const file of FILES)
    it(`${file} is what the schema that it names asks for`, async () => {
      const text = await readFile(path.join(EXAMPLES, file), 'utf8')
      const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? []
      const schema = await readFile(path.resolve(EXAMPLES, path.dirname(file), named), 'utf8')
      const shape = z.fromJSONSchema(JSON.parse(schema))
      assert.deepEqual(shape.safeParse(parse(text)).error?.issues, undefined)
      const wrong = { ...parse(text), surplus: true }
      assert.equal(shape.safeParse(wrong).success, false)
    })

  it('are covered and simulated as their document shows', async () => {
    process.chdir(EXAMPLES)
    assert.equal(await runDocument('README.md', (words) => line.run(...words)), 26)
  })

  it('can be drafted, compared, tried and put in force as the manual tells', async () => {
    process.chdir(PROJECT)
    assert.equal(await runDocument(MANUAL, (words) => line.run(...words)), 4)
    await using app = await openTestApp({ roles: [], database: line.database })
    const token = await createKey(app.worker, {
      key: { id: randomUUID(), kind: 'administrator', municipality: 'GM9922', label: 'test' },
      now_ms: Date.now(),
    })
    const call = async (method: string, url: string, body?: object) => {
      const answer = await app.http.request(url, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      assert.ok(answer.ok, `${method} ${url}: ${text}`)
      return text
    }
    const { agreements, ends } = parse(
      await readFile(path.join(EXAMPLES, 'veenmeer/agreements.yaml'), 'utf8'),
    )
    const text = await readFile(MANUAL, 'utf8')
    const stated = blocksOf(text).find(({ text }) => /^roles:/m.test(text))?.text ?? ''
    const [role] = parse(stated).roles
    const bodies: Record<string, object> = {
      '/api/v1/stated-roles': { ...role, categories: ['lamp-knippert'] },
      '/api/v1/agreement-drafts': { id: 'lighting-2027', title: 'Lighting', agreements, ends },
      '/api/v1/simulations': { draft: 'lighting-2027' },
    }
    const { items } = JSON.parse(await call('GET', '/api/v1/cases'))
    const named = (url: string) =>
      url.replace('{case}', items[0].number).replace('…', '2027-01-01T00:00:00Z')
    const told = [...text.matchAll(/`(GET|POST) (\/api\/v1\/[^`]+)`/g)]
    for (const [, method = '', url = ''] of told) await call(method, named(url), bodies[url])
    assert.deepEqual(
      told.map(([, method]) => method).join(' '),
      'POST GET GET POST GET POST GET POST GET GET GET',
    )
    const later = await call(
      'GET',
      '/api/v1/routing?category=lamp-kapot&asset=101&at=2027-02-01T12:00:00Z',
    )
    const { chosen, notChosen } = JSON.parse(later)
    assert.equal(chosen.agreement.id, 'lamps')
    assert.match(notChosen[0], /Five lamps in a row.*een storing van een andere omvang/)
  })
})
