import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { body, codesOf, jsonOf, NOW_MS, SmallTown, serviceRequest } from './small-town.ts'

// Titles in quotes are sentences of https://wiki.open311.org/GeoReport_v2/ (GeoReport/v2/index.md).

const parser = new XMLParser({ parseTagValue: false })
const DAY_MS = 86_400_000

describe('Format support', () => {
  test('"XML: Content-Type: text/xml; charset=utf-8", declaration "encoding="UTF-8"", no namespace', async () => {
    const response = await new SmallTown().open().get('/services.xml')
    assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8')
    const text = await response.text()
    assert.ok(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<services><service>'))
    assert.doesNotMatch(text, /xmlns/)
  })

  test('"JSON: Content-Type: application/json; charset=utf-8"', async () => {
    const response = await new SmallTown().open().get('/services.json')
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8')
  })

  test('"The client can specify the desired format by appending the format name"; another is 404', async () => {
    const { get } = new SmallTown().open()
    for (const path of [
      '/services',
      '/services.html',
      '/services.',
      '/.json',
      '/a/b/c.json',
      '/',
    ]) {
      const response = await get(path)
      assert.equal(response.status, 404, path)
      assert.match(await response.text(), /<errors><error><code>format-not-found</, path)
    }
    assert.equal((await get('/nothing.json')).status, 404)
  })
})

describe('Definitions', () => {
  test('jurisdiction_id, when given, is the municipality of the path in any case, else 404', async () => {
    const { get, post } = new SmallTown().open()
    assert.equal((await get('/services.json?jurisdiction_id=gm0228')).status, 200)
    const wrong = await get('/services.json?jurisdiction_id=GM0363')
    assert.equal(wrong.status, 404)
    assert.deepEqual(await codesOf(wrong), ['jurisdiction-not-found'])
    const posted = await post('/requests.json', body({ jurisdiction_id: 'GM0363' }))
    assert.deepEqual([posted.status, await codesOf(posted)], [404, ['jurisdiction-not-found']])
  })

  test('a municipality that is not served here is 404', async () => {
    const { app } = new SmallTown().open()
    const response = await app.request('/open311/v2/GM9999/services.json')
    assert.deepEqual([response.status, await codesOf(response)], [404, ['municipality-not-found']])
  })

  test('"the response should be the same whether a parameter is passed and is empty or is not passed at all"', async () => {
    const { get, post } = new SmallTown().open()
    assert.equal((await get('/services.json?jurisdiction_id=')).status, 200)
    const response = await post('/requests.json', body({ email: '', address_id: ' ', api_key: '' }))
    assert.equal(response.status, 200)
  })
})

describe('Service discovery', () => {
  test('"All fields are required", in both formats', async () => {
    const { get } = new SmallTown().open({ publicOrigin: () => 'https://meldingen.ede.example' })
    const expected = {
      changeset: '2026-05-20T12:00:00Z',
      contact: 'Ede: api@ede.example',
      key_service: 'Vraag een sleutel (api_key) aan bij Ede: api@ede.example',
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://meldingen.ede.example/open311/v2/GM0228',
          changeset: '2026-05-20T12:00:00Z',
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    }
    assert.deepEqual(await (await get('/discovery.json')).json(), expected)
    const { discovery } = parser.parse(await (await get('/discovery.xml')).text())
    const [endpoint] = expected.endpoints
    const asXml = { endpoint: { ...endpoint, formats: { format: endpoint?.formats } } }
    assert.deepEqual(discovery, { ...expected, endpoints: asXml })
  })
})

describe('GET Service List', () => {
  test('gives every field, metadata as a boolean and type realtime', async () => {
    const response = await new SmallTown().open().get('/services.json')
    const [lamp, bench] = await jsonOf<Record<string, unknown>[]>(response)
    assert.deepEqual(lamp, {
      service_code: 'street-light',
      service_name: 'Straatlamp stuk',
      description: 'Een lamp brandt niet',
      metadata: true,
      type: 'realtime',
      keywords: 'lantaarn, lamp',
      group: 'Verlichting',
    })
    assert.deepEqual([bench?.metadata, bench?.keywords, bench?.group], [false, null, null])
  })

  test('speaks the language of Accept-Language', async () => {
    const response = await new SmallTown().open().get('/services.json', { 'accept-language': 'en' })
    assert.equal(response.headers.get('content-language'), 'en')
    const [lamp] = await jsonOf<{ service_name: string }[]>(response)
    assert.equal(lamp?.service_name, 'Street light broken')
  })
})

describe('GET Service Definition', () => {
  test('"Define attributes associated with a service code", in their order, values only for lists', async () => {
    const { get } = new SmallTown().open()
    type Definition = { service_code: string; attributes: { code: string; values?: unknown }[] }
    const definition = await jsonOf<Definition>(await get('/services/street-light.json'))
    assert.equal(definition.service_code, 'street-light')
    const codes = definition.attributes.map(({ code }) => code)
    assert.deepEqual(codes, ['how', 'where', 'since', 'pole'])
    assert.deepEqual(definition.attributes[0], {
      variable: true,
      code: 'how',
      datatype: 'singlevaluelist',
      required: true,
      datatype_description: null,
      order: 1,
      description: 'Wat is er?',
      values: [
        { key: 'dark', name: 'Donker' },
        { key: 'blinks', name: 'Knippert' },
      ],
    })
    assert.equal(definition.attributes[3]?.values, undefined)
    const { service_definition } = parser.parse(
      await (await get('/services/street-light.xml')).text(),
    )
    assert.equal(service_definition.attributes.attribute[0].values.value[1].key, 'blinks')
  })

  test('"404 - service_code … provided were not found"', async () => {
    const response = await new SmallTown().open().get('/services/nothing.json')
    assert.deepEqual([response.status, await codesOf(response)], [404, ['service-code-not-found']])
  })
})

describe('GET service_request_id from a token', () => {
  test('"404 - … token not found"; an id that is taken for a token is resolved at once', async () => {
    const town = new SmallTown()
    town.known = [serviceRequest('GM0228-26-7')]
    const { get } = town.open()
    const response = await get('/tokens/abc.json')
    assert.deepEqual([response.status, await codesOf(response)], [404, ['token-not-found']])
    const resolved = await (await get('/tokens/GM0228-26-7.json')).json()
    assert.deepEqual(resolved, [{ service_request_id: 'GM0228-26-7', token: 'GM0228-26-7' }])
  })
})

describe('GET Service Requests', () => {
  const asked = async (query: string) => {
    const town = new SmallTown()
    const response = await town.open().get(`/requests.json?${query}`)
    return { response, filter: town.filters[0] }
  }

  test('"Default query limit is a span of 90 days or first 1000 requests returned"', async () => {
    const { filter } = await asked('')
    assert.deepEqual(filter, { start_ms: NOW_MS - 90 * DAY_MS, end_ms: NOW_MS, most: 1000 })
  })

  test('service_request_id: "This overrides all other arguments"', async () => {
    const { filter } = await asked(
      'service_request_id=A-1,%20B_2&start_date=never&status=odd&service_request_id=%3C',
    )
    assert.deepEqual(filter, { ids: ['A-1', 'B_2'], most: 1000 })
  })

  test('service_code and status "can be declared multiple times, comma delimited"', async () => {
    const { filter } = await asked('service_code=a,b&service_code=c&status=open,closed')
    assert.deepEqual(filter?.service_codes, ['a', 'b', 'c'])
    assert.deepEqual(filter?.status, ['open', 'closed'])
  })

  test('start_date and end_date "must use w3 format" with a zone', async () => {
    const { filter } = await asked(
      'start_date=2026-01-01T00:00:00%2B01:00&end_date=2026-02-01T00:00Z',
    )
    assert.equal(filter?.start_ms, Date.UTC(2025, 11, 31, 23))
    assert.equal(filter?.end_ms, Date.UTC(2026, 1, 1))
    const { response } = await asked('start_date=2026-01-01&end_date=2026-02-30T00:00:00Z')
    assert.equal(response.status, 400)
    assert.deepEqual(await codesOf(response), ['not-a-datetime', 'not-a-datetime'])
  })

  test('with one date given, the range is the 90 days from or up to it', async () => {
    const from = await asked('start_date=2020-01-01T00:00:00Z')
    assert.equal(from.filter?.end_ms, Date.UTC(2020, 0, 1) + 90 * DAY_MS)
    const upTo = await asked('end_date=2020-01-01T00:00:00Z')
    assert.equal(upTo.filter?.start_ms, Date.UTC(2020, 0, 1) - 90 * DAY_MS)
    const farthest = await asked('start_date=9999-12-30T00:00:00Z')
    assert.equal(farthest.filter?.end_ms, Date.UTC(10_000, 0) - 1)
  })

  test('the range "may not span more than 90 days", nor run backwards; a status is open or closed', async () => {
    const long = await asked('start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z')
    assert.deepEqual(await codesOf(long.response), ['range-too-long'])
    const just = await asked('start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z')
    assert.equal(just.response.status, 200)
    const wrong = await asked(
      'start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z&status=new',
    )
    assert.deepEqual(await codesOf(wrong.response), ['range-reversed', 'status-unknown'])
  })
})

describe('GET Service Request', () => {
  test('is an array of one with every element, empty ones too, and times without fractions', async () => {
    const town = new SmallTown()
    town.known = [serviceRequest('GM0228-26-1', { expected_datetime_ms: NOW_MS + DAY_MS })]
    const { get } = town.open()
    const expected = {
      service_request_id: 'GM0228-26-1',
      status: 'open',
      status_notes: null,
      service_name: 'Straatlamp stuk',
      service_code: 'street-light',
      description: null,
      agency_responsible: 'Aannemer Licht',
      service_notice: null,
      requested_datetime: '2026-05-19T12:00:00Z',
      updated_datetime: '2026-05-20T12:00:00Z',
      expected_datetime: '2026-05-21T12:00:00Z',
      address: null,
      address_id: null,
      zipcode: null,
      lat: 52.0412,
      long: 5.6653,
      media_url: null,
    }
    assert.deepEqual(await (await get('/requests/GM0228-26-1.json')).json(), [expected])
    const { service_requests } = parser.parse(await (await get('/requests/GM0228-26-1.xml')).text())
    const asXml = Object.entries(expected).map(([name, value]) => [name, String(value ?? '')])
    assert.deepEqual(service_requests, { request: Object.fromEntries(asXml) })
  })

  test('with extensions=true it has what we know beyond the standard, each fact apart', async () => {
    const town = new SmallTown()
    town.known = [serviceRequest('GM0228-26-1')]
    const { get } = town.open()
    const extended = {
      signals: 2,
      parties: [{ name: 'Aannemer Licht', expected_datetime: '2026-05-20T12:00:00Z' }],
      made_safe_datetime: null,
      done_datetime: '2026-05-20T12:00:00Z',
      confirmed_datetime: null,
      verification: 'none',
    }
    type Extended = { extended_attributes?: unknown }[]
    for (const path of ['/requests/GM0228-26-1.json', '/requests.json']) {
      const [request] = await jsonOf<Extended>(await get(`${path}?extensions=true`))
      assert.deepEqual(request?.extended_attributes, extended)
      const [plain] = await jsonOf<Extended>(await get(`${path}?extensions=false`))
      assert.equal(plain?.extended_attributes, undefined)
    }
    const xml = await (await get('/requests/GM0228-26-1.xml?extensions=true')).text()
    assert.match(xml, /<parties><party><name>Aannemer Licht<\/name><expected_datetime>2026/)
  })

  test('"404 for resources that don\'t exist", without asking for what cannot be an id', async () => {
    const town = new SmallTown()
    const { get } = town.open()
    for (const path of ['/requests/nothing.json', '/requests/a%2Fb.json', '/requests/a%20b.json']) {
      const response = await get(path)
      assert.deepEqual([response.status, await codesOf(response)], [404, ['request-not-found']])
    }
    assert.equal(town.filters.length, 1)
  })
})
