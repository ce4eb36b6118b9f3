import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { enterCategories } from '#modules/categories'
import { setEndpoint } from '#modules/directory'
import { openApiTown } from './api-town.ts'
import { agreementOf, CATEGORIES } from './small-town.ts'
import { NOORDDIJK, until } from './town.ts'

const PLACE = { lon: 5.0123457, lat: 52.0123457 }
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** A far end that answers with the place that it was sent, in a form that an Open311 client reads as errors. */
async function openEcho(status: number) {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    bodies.push(body)
    response.writeHead(status, { 'content-type': 'application/json' })
    const said = body.match(/"?(?:lon|lat|long)"?[:=][\d.]+/g)?.join(' ')
    response.end(JSON.stringify([{ code: '400', description: `not here: ${said}` }]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    bodies,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const has = (text: string) => /52\.0123|5\.0123/.test(text)

describe('what a far end answers to a task of a confidential case', () => {
  for (const status of [200, 422])
    test(`is not kept where a webhook answers ${status} with what it was sent`, async () => {
      await using api = await openApiTown({ roles: ['work'] })
      await using echo = await openEcho(status)
      const endpoint = { organisation: 'wijkteam', url: echo.url, secret: SECRET }
      await setEndpoint(api.app.worker, api.app.vault, endpoint)
      await api.town.report({ category: 'nuisance', place: PLACE })
      const log = await attempts(api)
      assert(echo.bodies.some(has), 'the far end was told where it is, and said it again')
      assert.equal(log.items[0].status, status)
      assert(!has(log.text), log.text)
      const waiting = await api.get('/waiting-messages', { as: 'desk' })
      assert(!has(waiting.text))
    })

  test('is not kept where an Open311 server refuses it in words, in neither log nor list', async () => {
    await using api = await openApiTown({ roles: ['work'] })
    await using echo = await openEcho(400)
    await setEndpoint(api.app.worker, api.app.vault, {
      organisation: 'wijkteam',
      kind: 'open311',
      url: echo.url,
      secret: 'a key',
      open311: { format: 'json', poll_s: 60, has_updates: false, repeats: 'never' },
    })
    const open311 = {
      services: [{ category: 'nuisance', serviceCode: 'N', attributes: [] }],
      statuses: {},
    }
    await api.town.enter([
      agreementOf({
        id: 'nuisance',
        party: 'wijkteam',
        categories: ['nuisance'],
        reach: { channel: 'open311', open311 },
      }),
    ])
    await api.town.report({ category: 'nuisance', place: PLACE })
    const log = await attempts(api)
    assert(echo.bodies.some(has), 'the far end was told where it is')
    assert.equal(log.items[0].error, 'answered 400')
    assert(!has(log.text), log.text)
    const waiting = await api.get('/waiting-messages', { as: 'desk' })
    assert.equal(waiting.json.items[0].error, 'answered 400')
    assert(!has(waiting.text))
  })

  test('is not kept either where its category became confidential since', async () => {
    await using api = await openApiTown({ roles: ['work'] })
    await using echo = await openEcho(503)
    const endpoint = { organisation: 'groenwerk', url: echo.url, secret: SECRET }
    await setEndpoint(api.app.worker, api.app.vault, endpoint)
    await api.town.report({ category: 'tree', place: PLACE })
    const before = await attempts(api)
    assert(has(before.text), 'while everybody may know where it is, the answer is kept')
    const categories = CATEGORIES.map((one) =>
      one.id === 'tree' ? { ...one, visibility: 'confidential' as const } : one,
    )
    await api.app.committer.submit(NOORDDIJK, enterCategories, { categories })
    api.app.towns.touch(NOORDDIJK)
    api.town.pass(3_600_000)
    await until('it was tried again', async () => (await listed(api)).json.items.length === 2)
    const [newest] = (await listed(api)).json.items
    assert.deepEqual([newest.attempt, newest.status, newest.answer], [2, 503, undefined])
  })
})

type Town = Awaited<ReturnType<typeof openApiTown>>

const listed = (api: Town) => api.get('/delivery-attempts?limit=200', { as: 'desk' })

async function attempts(api: Town) {
  await until('an attempt is noted', async () => (await listed(api)).json.items.length > 0)
  const { text, json } = await listed(api)
  return { text, items: json.items }
}
