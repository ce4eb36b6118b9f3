import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import {
  type ApiTown,
  BODIES,
  type Caller,
  filled,
  type OpenApi,
  openApiTown,
  operationsIn,
} from './api-town.ts'
import { photoOf } from './pictures.ts'
import { type Browser, makeAccount, openBrowser, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

/** Names that no case, task or person has. */
const NEVER: Readonly<Record<string, string>> = {
  case: 'GM9801-26-999999',
  assignment: '01890000-0000-7000-8000-000000000001',
  signal: '01890000-0000-7000-8000-000000000002',
  photo: '01890000-0000-7000-8000-000000000003',
  role: '01890000-0000-7000-8000-000000000004',
  key: '01890000-0000-7000-8000-000000000005',
  session: '01890000-0000-7000-8000-000000000006',
  invitation: '01890000-0000-7000-8000-000000000007',
  draft: 'never-drafted',
  reporter: 'y'.repeat(43),
  agreement: 'never-agreed',
  area: 'never-drawn',
  asset: 'never-placed',
  message: '01890000-0000-7000-8000-000000000008',
  webhook: '01890000-0000-7000-8000-000000000009',
}

describe('an id that was guessed', () => {
  let api: ApiTown
  let document: OpenApi
  /** What there really is in Noorddijk. */
  let real: Record<string, string>
  let administrator: Browser
  before(async () => {
    api = await openApiTown()
    document = await api.document()
    const words = { description: 'dark' }
    const contact = { email: 'reporter@example.org' }
    const lamp = await api.town.report({
      category: 'lamp-out',
      asset: 'L1',
      words,
      contact,
      photos: [await photoOf()],
    })
    const assignment = await api.assignmentOf(lamp.caseId)
    const read = await api.get(`/cases/${lamp.number}`, { as: 'desk' })
    const reporters = await api.get(`/cases/${lamp.number}/reporters`, { as: 'desk' })
    const made = await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    administrator = await signIn(api.app, made.address)
    const expiresAt = new Date(api.town.clock() + 86_400_000).toISOString()
    const key = await administrator.post('/api/v1/keys', { kind: 'desk', label: 'one', expiresAt })
    const invited = await administrator.post('/api/v1/invitations', {
      address: 'somebody@example.org',
      role: 'desk',
    })
    const drafted = await administrator.post(
      '/api/v1/agreement-drafts',
      BODIES.createAgreementDraft,
    )
    assert.deepEqual([key.status, invited.status, drafted.status], [201, 201, 201])
    const { url } = api.town.receivers.endpointOf('follower')
    const webhook = await administrator.post('/api/v1/webhooks', {
      ...(BODIES.createWebhook as object),
      url,
    })
    assert.equal(webhook.status, 201, webhook.text)
    const [message] = await api.app.worker.read({}, (query) =>
      query<{ id: string }>(sql`select id from platform.outbox where tenant = ${NOORDDIJK}`),
    )
    const sessions = await administrator.get('/api/v1/sessions')
    real = {
      case: lamp.number,
      assignment: assignment.id,
      signal: lamp.signalId,
      photo: read.json.descriptions[0].photos[0].id,
      role: made.grant,
      key: key.json.id,
      session: sessions.json.items[0].id,
      invitation: invited.json.id,
      draft: 'next-year',
      reporter: reporters.json.items[0].reporter,
      agreement: 'trees',
      area: 'centrum',
      asset: 'lamp-1',
      message: message?.id ?? '',
      webhook: webhook.json.id,
    }
  })
  after(() => api[Symbol.asyncDispose]())

  /** Names that are the same everywhere, or of no municipality. */
  const OTHER = {
    kind: 'question',
    step: 'received',
    locale: 'nl',
    organisation: 'lichtwerk',
    mail: 'never-laid',
  }
  const named = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

  it('has a name that never was, of each kind that a path can ask', () => {
    const asked = operationsIn(document).flatMap(({ path }) => named(path))
    for (const name of asked.filter((one) => !['z', 'x', 'y', ...Object.keys(OTHER)].includes(one)))
      assert(NEVER[name] !== undefined && real[name] !== undefined, `${name} is known here`)
  })

  it('of another municipality is answered exactly as one that never was, on every operation', async () => {
    const browsers: [string, Browser][] = []
    for (const role of ['desk', 'administrator', 'privacy-officer'] as const) {
      const { address } = await makeAccount(api.app, ZUIDDIJK, { role })
      browsers.push([role, await signIn(api.app, address)])
    }
    let compared = 0
    for (const { path, method, operation } of operationsIn(document)) {
      const { operationId } = operation
      if (!named(path).some((name) => NEVER[name] !== undefined)) continue
      const both = [real, NEVER].map((names) => filled(path, { ...OTHER, ...names }))
      const [own, never] = both as [string, string]
      const body = BODIES[operationId]
      const same = (one: { status: number; text: string }, other: typeof one, who: string) => {
        const plain = (text: string) => text.replaceAll(/"traceId":"[^"]*"/g, '')
        assert.deepEqual(
          [one.status, hidden(plain(one.text))],
          [other.status, hidden(plain(other.text))],
          `${operationId} as ${who}`,
        )
        assert(
          [400, 403, 404, 409, 412, 428].includes(one.status),
          `${operationId} as ${who}: ${one.status}`,
        )
        compared += 1
      }
      for (const as of ['zuiddijkDesk', 'zuiddijkIntegrator'] as const satisfies Caller[])
        same(
          await api.call(method.toUpperCase(), own, { as, body }),
          await api.call(method.toUpperCase(), never, { as, body }),
          as,
        )
      for (const [role, browser] of browsers)
        same(
          await browser.request(method.toUpperCase(), `/api/v1${own}`, body),
          await browser.request(method.toUpperCase(), `/api/v1${never}`, body),
          role,
        )
      if (path.startsWith('/assignments'))
        same(
          await api.call(method.toUpperCase(), own, { as: 'stranger', body }),
          await api.call(method.toUpperCase(), never, { as: 'stranger', body }),
          'another party',
        )
    }
    assert(compared > 150, `${compared} pairs were compared`)
  })

  /** The name that was asked for may stand in its own refusal, and says nothing. */
  const hidden = (text: string) =>
    [...Object.values(real), ...Object.values(NEVER)].reduce(
      (rest, name) => rest.replaceAll(name, '…'),
      text,
    )

  it('of a session, passkey or link of somebody else does nothing to it', async () => {
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
    const stranger = await signIn(api.app, address)
    const ended = await stranger.request('DELETE', `/api/v1/sessions/${real.session}`)
    assert.equal(ended.status, 404)
    assert.equal((await administrator.get('/api/v1/me')).status, 200)
    for (const kind of ['report', 'assignment', 'duty', 'invitation'] as const) {
      const token = api.linkTo(real[kind === 'report' ? 'signal' : 'assignment'] ?? '', 1, { kind })
      for (const at of [5, 12, token.length - 3]) {
        const bent = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
        const told = await api.get(`/assignments/${real.assignment}`, { token: bent })
        assert.equal(told.status, 401, kind)
      }
    }
  })

  it('takes as long to refuse as one that never was', async () => {
    const secret = await api.town.report({
      category: 'nuisance',
      place: { lon: 5.011, lat: 52.011 },
    })
    const never = { ...NEVER, case: 'GM9801-26-999998' }
    // Of a number with a code, and of an account, nobody may try as often as is asked here: each batch has its own.
    const trees = await Promise.all(
      Array.from({ length: BATCHES }, (_, i) =>
        api.town.report({ category: 'tree', place: { lon: 5.02 + i * 0.002, lat: 52.013 } }),
      ),
    )
    const at = `?municipality=${NOORDDIJK}`
    const follow = (number: string) => ({ body: { number, code: randomCode() } })
    const accounts = await Promise.all(
      Array.from({ length: 3 * BATCHES_OF_ACCOUNTS }, () =>
        makeAccount(api.app, NOORDDIJK, { role: 'desk' }),
      ),
    )
    let batch = 0
    let tries = 0
    const asked: Record<string, [() => Promise<unknown>, () => Promise<unknown>]> = {
      'a confidential case': [
        () => api.get(`/cases/${secret.number}${at}`),
        () => api.get(`/cases/${never.case}${at}`),
      ],
      'a task of another party': [
        () => api.get(`/assignments/${real.assignment}`, { as: 'stranger' }),
        () => api.get(`/assignments/${NEVER.assignment}`, { as: 'stranger' }),
      ],
      'a photo of Noorddijk in Zuiddijk': [
        () => api.get(`/photos/${real.photo}`, { as: 'zuiddijkDesk' }),
        () => api.get(`/photos/${NEVER.photo}`, { as: 'zuiddijkDesk' }),
      ],
      'a number with a wrong code': [
        () => api.post(`/follows${at}`, follow(trees[batch]?.number ?? '')),
        () => api.post(`/follows${at}`, follow(`GM9801-26-99999${batch}`)),
      ],
      'an account with a wrong password': [
        () => signInAs(accounts[tries++ % accounts.length]?.address ?? ''),
        () => signInAs(`${randomUUID()}@example.org`),
      ],
    }
    for (const [what, both] of Object.entries(asked)) {
      const isAccount = what.startsWith('an account')
      const rounds = isAccount ? 8 : what.startsWith('a number') ? 6 : 25
      const batches = isAccount ? BATCHES_OF_ACCOUNTS : BATCHES
      const told: string[] = []
      // What else the machine does shows in one batch or another, and a leak in all of them.
      for (batch = 0; batch < batches; batch++) {
        const [there, nowhere] = await timed(both, rounds)
        if (Math.abs(there - nowhere) < Math.max(2, 0.35 * Math.max(there, nowhere))) break
        told.push(`${there.toFixed(2)} ms, and ${nowhere.toFixed(2)} ms where there is nothing`)
      }
      assert(told.length < batches, `${what}: ${told.join('; ')}`)
    }
  })

  const signInAs = (address: string) =>
    openBrowser(api.app).post('/auth/sign-in/password', { address, password: `${PASSWORD}!` })
})

/** So often each is measured anew before it counts as a leak; from one address only so many sign in wrongly at all. */
const BATCHES = 4
const BATCHES_OF_ACCOUNTS = 2

const randomCode = () => `${String(Math.floor(Math.random() * 90_000) + 10_000)}-00000`

/** The median of each, asked for in turn, so that both have the same weather. */
async function timed(
  both: readonly [() => Promise<unknown>, () => Promise<unknown>],
  rounds: number,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = -2; round < rounds; round++)
    for (const at of [0, 1] as const) {
      const from_ms = performance.now()
      await both[at]()
      if (round >= 0) times[at].push(performance.now() - from_ms)
    }
  const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return [middle(times[0]), middle(times[1])]
}
