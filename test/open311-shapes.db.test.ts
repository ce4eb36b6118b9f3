import assert from 'node:assert/strict'
import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { Category, enterCategories } from '#modules/categories'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { sharedData } from './rig.ts'
import { CATEGORIES } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

// Every answer of the whole program, held against the tables of GeoReport v2 (GeoReport/v2/index.md) to the letter:
// each element that the standard names, and no other.

const BASE = `/open311/v2/${NOORDDIJK}`

/** "Returned in w3 format, eg 2010-01-01T00:00:00Z" */
const W3 = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const TEXT = z.string().min(1)
/** Empty elements are null by the Spark convention. */
const MAYBE = TEXT.nullable()

const SHAPES = {
  services: z.array(
    z.strictObject({
      service_code: TEXT,
      service_name: TEXT,
      description: MAYBE,
      metadata: z.boolean(),
      type: z.enum(['realtime', 'batch', 'blackbox']),
      keywords: MAYBE,
      group: MAYBE,
    }),
  ),
  definition: z.strictObject({
    service_code: TEXT,
    attributes: z.array(
      z.strictObject({
        variable: z.boolean(),
        code: TEXT,
        datatype: z.enum([
          'string',
          'number',
          'datetime',
          'text',
          'singlevaluelist',
          'multivaluelist',
        ]),
        required: z.boolean(),
        datatype_description: MAYBE,
        // "Any positive integer not used for other attributes in the same service_code"
        order: z.int().positive(),
        description: MAYBE,
        values: z.array(z.strictObject({ key: TEXT, name: TEXT })).optional(),
      }),
    ),
  }),
  requests: z.array(
    z.strictObject({
      service_request_id: z.string().regex(/^[\w-]+$/),
      status: z.enum(['open', 'closed']),
      status_notes: MAYBE,
      service_name: TEXT,
      service_code: TEXT,
      description: z.string().max(4000).nullable(),
      agency_responsible: MAYBE,
      service_notice: MAYBE,
      requested_datetime: W3,
      updated_datetime: W3,
      expected_datetime: W3.nullable(),
      address: MAYBE,
      address_id: MAYBE,
      zipcode: MAYBE,
      lat: z.number().min(-90).max(90).nullable(),
      long: z.number().min(-180).max(180).nullable(),
      media_url: z.url().nullable(),
    }),
  ),
  created: z
    .array(z.strictObject({ service_request_id: TEXT, service_notice: MAYBE, account_id: MAYBE }))
    .length(1),
  errors: z.array(z.strictObject({ code: TEXT, description: TEXT })).min(1),
}

const ASKS = Category.parse({
  id: 'fountain',
  name: { nl: 'Fontein', en: 'Fountain' },
  description: { nl: 'Een fontein', en: 'A fountain' },
  questions: [
    { code: 'what', text: { nl: 'Wat?', en: 'What?' }, datatype: 'text' },
    {
      code: 'how',
      text: { nl: 'Hoe?', en: 'How?' },
      datatype: 'singlevaluelist',
      values: [{ key: 'dry', name: { nl: 'Droog', en: 'Dry' } }],
    },
  ],
})

/** github.com/open311/schema-validation, schema/georeport-v2; not ours to hand on. */
const SCHEMAS = process.env.OPEN311_SCHEMAS ?? sharedData('open311/georeport-v2')

async function whyNoSchemas(): Promise<string | false> {
  return access(path.join(SCHEMAS, 'request.json')).then(
    () => false,
    () => 'needs the schemas of open311/schema-validation in ../shared/data or OPEN311_SCHEMAS',
  )
}

const whyNone = await whyNoSchemas()

describe('every answer of the Open311 door', () => {
  let api: ApiTown
  let closed: { number: string; caseId: string }
  let released: string
  before(async () => {
    api = await openApiTown()
    await api.app.committer.submit(NOORDDIJK, enterCategories, {
      categories: [...CATEGORIES, ASKS],
    })
    api.app.towns.touch(NOORDDIJK)
    await api.app.towns.get(NOORDDIJK)
    const sent = { words: { description: 'x' }, photos: [await photoOf()] }
    closed = await api.town.report({ category: 'lamp-out', asset: 'L3', ...sent })
    released = (
      await api.town.report({ category: 'litter', place: { lon: 5.012, lat: 52.012 }, ...sent })
    ).number
    await api.town.report({ category: 'rough-sleeper', place: { lon: 5.013, lat: 52.012 } })
    await api.town.report({ category: 'strange', place: { lon: 5.014, lat: 52.012 } })
    await api.town.report({ category: 'graffiti', place: { lon: 5.015, lat: 52.012 } })
    await release(released)
    const { id } = await api.assignmentOf(closed.caseId)
    await api.town.answer(id, { answer: 'done', next: [] })
  })
  after(() => api[Symbol.asyncDispose]())

  async function release(number: string) {
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    const [{ signal, photos }] = json.descriptions
    const body = { signal, text: 'Zwerfvuil <&> "meer"', photos: [photos[0].id] }
    assert.equal(
      (await api.post(`/cases/${number}/publications`, { as: 'desk', body })).status,
      201,
    )
  }

  const read = async (address: string, init: RequestInit = {}) => {
    const response = await api.app.http.request(`${BASE}${address}`, init)
    return { status: response.status, text: await response.text() }
  }
  const json = async (address: string, init?: RequestInit) =>
    JSON.parse((await read(address, init)).text)

  async function all() {
    const services = await json('/services.json')
    const definitions = await Promise.all(
      services.map(({ service_code }: { service_code: string }) =>
        json(`/services/${service_code}.json`),
      ),
    )
    return { services, definitions, requests: await json('/requests.json') }
  }

  test('has the elements of the standard and no other, whatever became of the request', async () => {
    const { services, definitions, requests } = await all()
    SHAPES.services.parse(services)
    for (const definition of definitions) SHAPES.definition.parse(definition)
    assert(requests.length >= 5)
    SHAPES.requests.parse(requests)
    for (const { service_request_id: id } of requests)
      assert.deepEqual(SHAPES.requests.parse(await json(`/requests/${id}.json`)).length, 1)
    const [one] = await json(`/requests/${released}.json`)
    assert.equal(one.description, 'Zwerfvuil <&> "meer"')
    assert.equal(
      (await api.app.http.request(one.media_url)).headers.get('content-type'),
      'image/jpeg',
    )
    const body = new URLSearchParams({ service_code: 'litter', lat: '52.015', long: '5.03' })
    SHAPES.created.parse(await json('/requests.json', { method: 'POST', body }))
  })

  test('tells an error with its code and description, wherever it comes from', async () => {
    const form = (fields: Record<string, string>) => ({
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    const wrong: [string, RequestInit | undefined, number][] = [
      ['/services/nothing.json', undefined, 404],
      ['/requests/nothing.json', undefined, 404],
      ['/requests.json?start_date=yesterday', undefined, 400],
      ['/requests.json', form({}), 400],
      ['/requests.json', form({ service_code: 'nothing', lat: '52.01', long: '5.01' }), 404],
      ['/requests.json', form({ service_code: 'litter', lat: '0', long: '0' }), 400],
      [
        '/requests.json',
        form({ service_code: 'litter', lat: '52.01', long: '5.01', api_key: 'x' }),
        403,
      ],
    ]
    for (const [address, init, status] of wrong) {
      const answer = await read(address, init)
      assert.equal(answer.status, status, address)
      SHAPES.errors.parse(JSON.parse(answer.text))
    }
  })

  test('numbers the questions of a service from 1, each once', async () => {
    const { attributes } = SHAPES.definition.parse(await json('/services/fountain.json'))
    assert.deepEqual(
      attributes.map(({ order }) => order),
      [1, 2],
    )
  })

  test('gives as updated_datetime of what is closed "the date the request was closed"', async () => {
    const [before] = await json(`/requests/${closed.number}.json`)
    assert.equal(before.status, 'closed')
    api.town.pass(3_600_000)
    await release(closed.number)
    const [now] = await json(`/requests/${closed.number}.json`)
    assert.notEqual(now.description, null)
    assert.equal(now.updated_datetime, before.updated_datetime)
  })

  test('says the same in XML', async () => {
    const lists = ['service', 'attribute', 'value', 'request', 'error']
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) })
    const { text } = await read('/requests.xml')
    const requests = await json('/requests.json')
    const asTexts = (one: object) =>
      Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value ?? '')]))
    assert.deepEqual(parser.parse(text).service_requests.request, requests.map(asTexts))
    const services = parser.parse((await read('/services.xml')).text).services.service
    assert.deepEqual(services, (await json('/services.json')).map(asTexts))
  })

  test('is accepted by the public JSON Schemas for GeoReport v2', { skip: whyNone }, async () => {
    const { services, definitions, requests } = await all()
    const [service, request, definition] = await Promise.all(
      ['service', 'request', 'service-definition'].map(schemaOf),
    )
    z.array(service as z.ZodType).parse(services)
    z.array(request as z.ZodType).parse(requests)
    z.array(definition as z.ZodType).parse(definitions)
    assert.equal(
      request?.safeParse({ ...requests[0], status: 'new' }).success,
      false,
      'it does judge',
    )
    assert.equal(service?.safeParse({ ...services[0], metadata: 'yes' }).success, false)
  })
})

async function schemaOf(name: string): Promise<z.ZodType> {
  const schema = JSON.parse(await readFile(path.join(SCHEMAS, `${name}.json`), 'utf8'))
  return z.fromJSONSchema(withTypes(schema) as Parameters<typeof z.fromJSONSchema>[0])
}

/** Draft 4 lets an object go without saying so. */
function withTypes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withTypes)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, one]) => [key, withTypes(one)]),
  )
  return 'properties' in inner && !('type' in inner) ? { type: 'object', ...inner } : inner
}
