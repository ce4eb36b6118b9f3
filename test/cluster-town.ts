import assert from 'node:assert/strict'
import type { Agreement } from '#modules/agreements'
import type { CaseLife } from '#modules/cases'
import { readCaseLife } from '#modules/cases'
import { type Asset, importPlaces } from '#modules/places'
import { type ApiTown, openApiTown } from './api-town.ts'
import { AREAS, ASSETS, agreementOf } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

export const MINUTE_MS = 60_000
const SOURCE = 'urn:nld:oin:00000001234567890000:systeem:lampen'

/** Lamps 1 to 5 hang from one cabinet, 6 to 9 from another; both are in one switching area. Of the others nobody knows. */
const PARENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`lamp-${number}`, number < 6 ? 'K1' : 'K2']),
)
const CABINETS: readonly Asset[] = [
  {
    id: 'K1',
    type: 'cabinet',
    publicNumber: 'KAST-1',
    place: [5.003, 52.006],
    owner: 'stroomnet',
    parent: 'S1',
  },
  {
    id: 'K2',
    type: 'cabinet',
    publicNumber: 'KAST-2',
    place: [5.008, 52.006],
    owner: 'stroomnet',
    parent: 'S1',
  },
  { id: 'S1', type: 'switching-area', place: [5.005, 52.006], owner: 'stroomnet' },
]

/** The grid operator has what is of several lamps: from three of a cabinet or a row, and from seven of an area. */
export const GRID_OF_SEVERAL: Agreement = agreementOf({
  id: 'grid-of-several',
  party: 'stroomnet',
  basis: 'grid-operator',
  categories: ['lighting'],
  scope: { managers: ['noorddijk'], clusterLevels: ['segment', 'cabinet', 'switching-area'] },
  clusters: [
    { level: 'segment', from: 3, withinMinutes: 60, rowGap_m: 80 },
    { level: 'cabinet', from: 3, withinMinutes: 60 },
    { level: 'switching-area', from: 7, withinMinutes: 60 },
  ],
})

/** Noorddijk with circuits, and an agreement on what is of several lamps. */
export async function openClusterTown(
  options: Parameters<typeof openApiTown>[0] & { agreements?: readonly Agreement[] } = {},
) {
  await using stack = new AsyncDisposableStack()
  const { agreements, ...opening } = options
  const api = stack.use(await openApiTown(opening))
  const town = await withCircuits(api, agreements)
  const opened = stack.move()
  return { ...town, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}
export type ClusterTown = Awaited<ReturnType<typeof openClusterTown>>

/** Gives Noorddijk circuits, and agreements on what is of several lamps. */
export async function withCircuits(
  api: ApiTown,
  agreements: readonly Agreement[] = [GRID_OF_SEVERAL],
) {
  const { town, app } = api
  const assets = ASSETS.map((one) => {
    const parent = PARENTS[one.id]
    return parent === undefined ? one : { ...one, parent }
  })
  await importPlaces(
    { pool: app.pool, committer: app.committer, municipality: NOORDDIJK },
    { areas: AREAS, assets: [...assets, ...CABINETS], source: 'circuits' },
  )
  app.towns.touchAll()
  await town.enter(agreements)
  let events = 0
  const send = async (kind: 'raised' | 'cleared', lamp: number, observedAt?: string) => {
    events += 1
    const told = await api.post('/events', {
      as: 'integrator',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: {
        specversion: '1.0',
        id: `event-${events}`,
        source: SOURCE,
        type: `nl.lantaarn.condition.${kind}.v1`,
        data: {
          asset: `lamp-${lamp}`,
          category: 'lamp-out',
          condition: 'lamp-failure',
          ...(observedAt && { observedAt }),
        },
      },
    })
    assert.equal(told.status, 202, told.text)
    return told.json.results[0]
  }
  const life = async (name: string): Promise<CaseLife['state']> => {
    const row = await town.case(name)
    const found = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
      readCaseLife(query, NOORDDIJK, row.id),
    )
    assert(found)
    return found.state
  }
  return {
    ...api,
    life,
    raise: (lamp: number) => send('raised', lamp),
    clear: (lamp: number) => send('cleared', lamp),
    /** A resident reports a lamp through Open311; the number of the case. */
    async report(lamp: number, words = 'out'): Promise<string> {
      const body = new URLSearchParams({
        service_code: 'lamp-out',
        description: `${words} ${lamp} ${town.clock()}`,
        lat: '52.005',
        long: String(5.001 + lamp * 0.001),
      })
      const response = await app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      const text = await response.text()
      assert.equal(response.status, 200, text)
      return JSON.parse(text)[0].service_request_id
    },
    /** The open cases that nobody took in: what each is about, and who has it. */
    async problems(): Promise<string[]> {
      const { json } = await api.get('/cases?status=open&limit=200', { as: 'desk' })
      const lines: string[] = []
      for (const { number } of json.items) {
        const state = await life(number)
        if (state.joinedInto !== undefined) continue
        const at = state.cluster?.unit ?? state.asset?.id
        const parties = state.assignments
          .filter(({ status }) => status !== 'withdrawn')
          .map(({ party, status }) => `${party} ${status}`)
        lines.push(`${at}: ${parties.join(', ')}`)
      }
      return lines.sort()
    },
  }
}
