import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import type { RequestUpdate } from './port.ts'
import { codesOf, NOW_MS, SmallTown } from './small-town.ts'

// The extension is mySociety's: https://www.mysociety.org/2013/02/20/open311-extended/

const DAY_MS = 86_400_000
const PATH = '/servicerequestupdates'
const UPDATE: RequestUpdate = {
  update_id: 'u-1',
  service_request_id: 'GM0228-26-1',
  status: 'IN_PROGRESS',
  updated_datetime_ms: NOW_MS,
  description: 'Aannemer Licht is begonnen.',
  media_url: '',
}
const TOLD = {
  update_id: 'u-1',
  service_request_id: 'GM0228-26-1',
  status: 'IN_PROGRESS',
  updated_datetime: '2026-05-20T12:00:00Z',
  description: 'Aannemer Licht is begonnen.',
}

describe('GET Service Request Updates', () => {
  const asked = async (query: string) => {
    const town = new SmallTown()
    const response = await town.open().get(`${PATH}.json?${query}`)
    return { response, filter: town.updateFilters[0] }
  }

  test('gives every element, in both formats', async () => {
    const town = new SmallTown()
    town.knownUpdates = [UPDATE]
    const { get } = town.open()
    assert.deepEqual(await (await get(`${PATH}.json`)).json(), [{ ...TOLD, media_url: null }])
    const parser = new XMLParser({ parseTagValue: false })
    const { service_request_updates } = parser.parse(await (await get(`${PATH}.xml`)).text())
    assert.deepEqual(service_request_updates, { request_update: { ...TOLD, media_url: '' } })
  })

  test('without dates it is about the last 90 days; named requests are told from their beginning', async () => {
    const all = await asked('jurisdiction_id=GM0228&api_key=x')
    assert.deepEqual(all.filter, { start_ms: NOW_MS - 90 * DAY_MS, end_ms: NOW_MS, most: 1000 })
    const named = await asked('service_request_id=A-1,B_2')
    assert.deepEqual(named.filter, { ids: ['A-1', 'B_2'], most: 1000 })
    const dated = await asked('service_request_id=A-1&end_date=2026-02-01T00:00Z')
    const end_ms = Date.UTC(2026, 1, 1)
    assert.deepEqual(dated.filter, {
      ids: ['A-1'],
      start_ms: end_ms - 90 * DAY_MS,
      end_ms,
      most: 1000,
    })
  })

  test('a range is of 90 days at most, and of moments with a zone', async () => {
    const long = await asked('start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z')
    assert.deepEqual(await codesOf(long.response), ['range-too-long'])
    const vague = await asked('start_date=2026-01-01')
    assert.deepEqual(await codesOf(vague.response), ['not-a-datetime'])
    assert.equal((await asked('jurisdiction_id=GM0363')).response.status, 404)
  })
})

describe('POST Service Request Update', () => {
  const LEAST = {
    api_key: 'k',
    service_request_id: 'GM0228-26-1',
    update_id: '638344',
    status: 'FIXED',
    updated_datetime: '2026-05-20T14:00:00+02:00',
  }
  const sent = async (changes: Record<string, string> = {}) => {
    const town = new SmallTown()
    const body = new URLSearchParams({ ...LEAST, ...changes }).toString()
    const response = await town.open().post(`${PATH}.json`, body)
    return { response, update: town.submittedUpdates[0] }
  }

  test('is handed on in the words of the standard, without who wrote it', async () => {
    const { response, update } = await sent({
      description: 'Hij brandt weer',
      status: 'fixed',
      email: 'a@example.org',
      last_name: 'Jansen',
    })
    assert.deepEqual(update, {
      apiKey: 'k',
      service_request_id: 'GM0228-26-1',
      update_id: '638344',
      status: 'FIXED',
      updated_datetime_ms: Date.UTC(2026, 4, 20, 12),
      description: 'Hij brandt weer',
    })
    assert.deepEqual(await response.json(), [{ update_id: 'told-638344' }])
  })

  test('an answer in XML has the update_id in a request_update', async () => {
    const { post } = new SmallTown().open()
    const response = await post(`${PATH}.xml`, new URLSearchParams(LEAST).toString())
    assert.match(
      await response.text(),
      /<service_request_updates><request_update><update_id>told-638344</,
    )
  })

  test('all that is wrong is told at once, and nothing is handed on', async () => {
    const refusals: [Record<string, string>, number, string[]][] = [
      [{ update_id: '', status: ' ' }, 400, ['parameter-missing', 'parameter-missing']],
      [{ status: 'BROKEN' }, 400, ['update-status-unknown']],
      [{ updated_datetime: 'yesterday' }, 400, ['not-a-datetime']],
      [{ updated_datetime: '2026-05-20T12:06:00Z' }, 400, ['in-future']],
      [{ service_request_id: '<1>' }, 404, ['request-not-found']],
      [{ api_key: '' }, 403, ['api-key-missing']],
      [{ jurisdiction_id: 'GM0363' }, 404, ['jurisdiction-not-found']],
      [{ description: 'x'.repeat(4001) }, 400, ['too-long']],
    ]
    for (const [changes, status, codes] of refusals) {
      const { response, update } = await sent(changes)
      assert.deepEqual([response.status, await codesOf(response)], [status, codes])
      assert.equal(update, undefined)
    }
  })

  test('a key may stand in the address; a body that is no form is refused once', async () => {
    const town = new SmallTown()
    const { post } = town.open()
    const { api_key: _, ...form } = LEAST
    const body = new URLSearchParams(form).toString()
    assert.equal((await post(`${PATH}.json?api_key=q`, body)).status, 200)
    assert.equal(town.submittedUpdates[0]?.apiKey, 'q')
    const refused = await post(`${PATH}.json?api_key=q`, '{}', { 'content-type': 'text/plain' })
    assert.deepEqual(await codesOf(refused), ['content-type'])
  })
})
