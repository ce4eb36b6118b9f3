import assert from 'node:assert/strict'
import { type Call, openApiTown, type Told } from './api-town.ts'

export const SOURCE = 'urn:nld:oin:00000001234567890000:systeem:lampen'
export const MINUTE_MS = 60_000
const LAMPS = [...Array.from({ length: 16 }, (_, i) => `L${i + 1}`), 'L51', 'L52', 'L61']

type Data = { asset?: string; category?: string; condition?: string; observedAt?: string }

/** The towns of the dike, with lamps that speak for themselves. */
export async function openThings() {
  await using stack = new AsyncDisposableStack()
  const api = stack.use(await openApiTown())
  let lamps = 0
  let lamp = ''
  let ids = 0

  function event(kind: 'raised' | 'cleared', data: Data = {}, own: object = {}) {
    ids += 1
    return {
      specversion: '1.0',
      id: `event-${ids}`,
      source: SOURCE,
      type: `nl.lantaarn.condition.${kind}.v1`,
      data: { asset: lamp, category: 'lamp-out', condition: 'lamp-failure', ...data },
      ...own,
    }
  }
  const send = (body: unknown, call: Call = {}) => {
    const kind = Array.isArray(body) ? 'cloudevents-batch' : 'cloudevents'
    const headers = { 'content-type': `application/${kind}+json`, ...call.headers }
    return api.post('/events', { as: 'integrator', ...call, body, headers })
  }
  const assignmentOf = async (number: string) => {
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    return api.assignmentOf(json.id)
  }
  const opened = stack.move()
  return {
    api,
    event,
    send,
    assignmentOf,
    /** Another lamp, of which nothing is known yet; what is sent is about it from now on. */
    nextLamp() {
      const next = LAMPS[lamps]
      assert(next, 'there are more lamps')
      lamps += 1
      lamp = next
      return lamp
    },
    raise: (data?: Data, own?: object) => send(event('raised', data, own)),
    clear: (data?: Data, own?: object) => send(event('cleared', data, own)),
    /** So many minutes from now. */
    at: (minutes: number) => new Date(api.town.clock() + minutes * MINUTE_MS).toISOString(),
    async taken(sent: Promise<Told>, outcome: string) {
      const told = await sent
      assert.equal(told.status, 202, told.text)
      const [result] = told.json.results
      assert.deepEqual([result.status, result.outcome], ['taken', outcome])
      return result
    },
    async refused(sent: Promise<Told>, status: number, reason: string) {
      const told = await sent
      assert.deepEqual([told.status, told.json?.type], [status, `/problems/${reason}`], told.text)
      assert.equal(told.headers.get('content-type'), 'application/problem+json')
      const { json } = await api.get('/rejects?limit=200', { as: 'desk' })
      const kept = json.items.find(({ id }: { id: string }) => id === told.json.reject)
      assert.equal(kept?.reason, reason)
      return { told, kept }
    },
    casesOf: async (asset: string) =>
      (await api.get(`/cases?asset=lamp-${asset.slice(1)}`, { as: 'desk' })).json.items,
    async answer(number: string, body: { answer: string; next?: [] }) {
      const { id, revision } = await assignmentOf(number)
      const told = await api.answer(id, revision, body)
      assert.equal(told.status, 201, told.text)
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}
export type Things = Awaited<ReturnType<typeof openThings>>
