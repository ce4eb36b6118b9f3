import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type Answer, listAssignments } from '#modules/cases'
import { type Actor, type AnyOperation, type ApiKey, createKey } from '#modules/directory'
import type { Link } from '#platform/link'
import { createUploads } from '#platform/uploads'
import { createApi } from '../src/composition/api.ts'
import { NOORDDIJK, openTown, type SmallTown, ZUIDDIJK } from './town.ts'

/** Who calls in the tests; the last three have nothing to do with Noorddijk. */
export const KEYS = {
  desk: { kind: 'desk', municipality: NOORDDIJK },
  administrator: { kind: 'administrator', municipality: NOORDDIJK },
  integrator: { kind: 'integrator', municipality: NOORDDIJK },
  party: { kind: 'party', organisation: 'lichtwerk' },
  team: { kind: 'party', organisation: 'wijkteam' },
  stranger: { kind: 'party', organisation: 'straatwerk' },
  zuiddijkDesk: { kind: 'desk', municipality: ZUIDDIJK },
  zuiddijkIntegrator: { kind: 'integrator', municipality: ZUIDDIJK },
} as const
/** `link` is whoever holds a link to what the call is about; its token comes with the call. */
export type Caller = keyof typeof KEYS | 'public' | 'link'

export type Call = {
  as?: Caller
  token?: string
  body?: unknown
  headers?: Record<string, string>
}

export type Told = {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  json: any
}

export type ApiTown = Awaited<ReturnType<typeof openApiTown>>

/** The two towns of the dike with a key for each kind of caller, and their API as clients see it. */
export async function openApiTown(options: Parameters<typeof openTown>[0] = {}) {
  await using stack = new AsyncDisposableStack()
  const town = stack.use(await openTown(options))
  const { app } = town
  const now_ms = town.clock()
  for (const [name, key] of Object.entries(KEYS)) {
    const whole = { ...key, id: randomUUID(), label: name } as ApiKey
    await createKey(app.worker, { key: whole, now_ms, token: tokenOf(name) })
  }
  const request = (method: string, path: string, { as = 'public', ...call }: Call = {}) => {
    const token = call.token ?? (as === 'public' ? undefined : tokenOf(as))
    return app.http.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
  }
  const call = async (method: string, path: string, options?: Call) =>
    told(await request(method, path, options))
  const opened = stack.move()
  return {
    town,
    app,
    request,
    get: (path: string, options?: Call) => call('GET', path, options),
    post: (path: string, options?: Call) => call('POST', path, options),
    call,
    /** The operations as they are mounted, with the schemas of their answers. */
    operations: operationsOf(town),
    async document(): Promise<OpenApi> {
      return (await call('GET', '/openapi.json')).json
    },
    /** One more key of Noorddijk. */
    newKey: (kind: 'desk' | 'integrator') => {
      const key = { id: randomUUID(), kind, municipality: NOORDDIJK, label: `another ${kind}` }
      return createKey(app.worker, { key, now_ms: town.clock() })
    },
    /** The newest assignment of a case. */
    async assignmentOf(caseId: string, municipality = NOORDDIJK) {
      const rows = await app.pool.read({ tenant: municipality }, (query) =>
        listAssignments(query, { of: { municipality }, caseId, most: 20 }),
      )
      const row = rows.sort((a, b) => b.number - a.number)[0]
      assert(row, `case ${caseId} has an assignment`)
      return row
    },
    /** As the party of an assignment gets it by mail. */
    linkTo: (subject: string, revision: number, own: Partial<Link> = {}) =>
      app.vault.signLink({
        kind: 'assignment',
        tenant: NOORDDIJK,
        subject,
        revision,
        expires_ms: town.clock() + 30 * 86_400_000,
        ...own,
      }),
    answer: (id: string, revision: number, body: Answer | object, own: Call = {}) =>
      call('POST', `/assignments/${id}/answers`, {
        as: 'party',
        body,
        ...own,
        headers: { 'if-match': `"${revision}"`, ...own.headers },
      }),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

const tokenOf = (name: string) => `lk_of_${name}`

async function told(response: Response): Promise<Told> {
  const { status, headers } = response
  const isStream = headers.get('content-type') === 'text/event-stream'
  const text = isStream ? await firstOf(response) : await response.text()
  const json = /json\b/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : undefined
  return { status, headers, text, json }
}

/** What a stream begins with; the rest is not waited for. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

function operationsOf({ app, clock }: SmallTown): readonly AnyOperation[] {
  const uploads = createUploads({
    folder: app.files.incoming,
    maxPhoto_bytes: 1_048_576,
    maxText_bytes: 1_048_576,
  })
  const needs = {
    ...app,
    clock,
    uploads,
    newId: randomUUID,
    keyOf: async () => undefined,
    publicUrl: () => 'http://localhost',
    map: {},
    onAddressError: () => undefined,
  }
  const api = createApi(needs)
  return api.operations
}

type Parameter = { name: string; in: string; required?: boolean }
export type DocumentedOperation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: object
  security: object[]
  responses: Record<
    string,
    {
      content?: Record<string, object>
      headers?: Record<string, object>
      'x-problems'?: string[]
    }
  >
}
export type OpenApi = {
  openapi: string
  info: { version: string; contact: Record<string, string> }
  servers: { url: string }[]
  paths: Record<string, Record<string, DocumentedOperation>>
}

/** Every operation of the document, one a row. */
export function operationsIn({ paths }: OpenApi) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

/** In the middle of Noorddijk. */
const TILE: Readonly<Record<string, string>> = { z: '14', x: '8420', y: '5411' }

/** A path with real names in it; one that is not known by the tests fails them. */
export function filled(path: string, names: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known = { ...TILE, ...names }
    assert(known[name] !== undefined, `the tests know a real ${name}`)
    return encodeURIComponent(known[name])
  })
}

/** Whose answer shows the access of each kind of caller. */
export const CALLER_OF: Record<Actor, Caller> = {
  public: 'public',
  integrator: 'integrator',
  desk: 'desk',
  administrator: 'administrator',
  party: 'party',
  link: 'link',
}

const TERMS = {
  reporter: { amount: 48, unit: 'hours' },
  party: {
    startsAt: 'receipt',
    milestones: [{ name: 'done', within: { amount: 48, unit: 'hours' } }],
  },
}

const TEMPLATE = { subject: 'About {number}', text: 'Report {number}: {link}' }

/** A body that each writing operation takes. */
export const BODIES: Readonly<Record<string, unknown>> = {
  createAgreementDraft: {
    id: 'next-year',
    title: 'Next year',
    ends: [{ id: 'benches', on: '2027-01-01' }],
  },
  createDraftEntry: undefined,
  createDraftDropping: undefined,
  createSimulation: { draft: 'next-year' },
  createReply: { text: 'the second lamp from the bridge' },
  createSignal: { category: 'lamp-out', asset: 'L2' },
  createMeToo: { description: 'here too' },
  replaceKindAddress: { office: 'Klantcontact', email: 'vragen@noorddijk.example' },
  createVerification: { by: 'reporter', outcome: 'confirmed' },
  createOverruling: { agreement: 'grid', reason: 'they are there already' },
  createDeskSettlement: { reason: 'conflict' },
  createClosure: { as: 'settled-by-desk', remark: 'talked about it' },
  createDangerRaising: { reason: 'wires stick out' },
  createTakeover: {},
  createSafetyReport: {},
  createDangerLowering: { priority: 'urgent', reason: 'the wires are dead' },
  createDutyRoster: {
    id: 'nights',
    title: 'Nights',
    contacts: [{ id: 'on-call', name: 'On call', minutes: 10, email: 'on-call@example.org' }],
  },
  createKindCorrection: { kind: 'question' },
  createRetry: undefined,
  createConnectionTest: undefined,
  createPresence: { case: 'GM9801-26-000001', at: 'window-1', doing: 'looking' },
  createJoining: { into: 'GM9801-26-000002' },
  createSplit: { signal: '01890000-0000-7000-8000-000000000000' },
  createWithholding: { signal: '01890000-0000-7000-8000-000000000000' },
  createTelling: { signal: '01890000-0000-7000-8000-000000000000' },
  createReporterLookup: { phone: '0318-000000' },
  replaceNamedContact: { name: 'Sanne' },
  createRelease: undefined,
  createPublication: { signal: '01890000-0000-7000-8000-000000000000', text: 'a lamp is out' },
  createPublicationWithdrawal: { signal: '01890000-0000-7000-8000-000000000000' },
  createLink: undefined,
  createRole: { account: '01890000-0000-7000-8000-000000000000', role: 'desk' },
  createInvitation: { address: 'colleague@example.org', role: 'desk' },
  createAccount: { name: 'Colleague', password: 'a long enough password' },
  createKey: { kind: 'desk', label: 'another', expiresAt: '2026-12-31T00:00:00Z' },
  createFollow: { number: 'GM9801-26-000001', code: '7KQ2M-04XPR' },
  createMailStop: undefined,
  createSubscription: { email: 'neighbour@example.org', area: 'centrum' },
  createSubscriptionConfirmation: undefined,
  createSubscriptionStop: undefined,
  createWebhook: {
    url: 'https://receiver.example.org/lantaarn',
    filter: { types: ['CaseOpened'] },
  },
  createWebhookResumption: undefined,
  replaceTemplate: TEMPLATE,
  createTemplatePreview: TEMPLATE,
  createAnswer: { answer: 'accepted' },
  createWrongfulSettlement: { step: 'accepted' },
  createWrongfulReply: { step: 'dropped' },
  createStatedRole: {
    id: 'rough-sleeper',
    role: 'enforces',
    categories: ['rough-sleeper'],
    validity: { from: '2026-01-01' },
    because: { nl: 'Anderen moeten dit doen.', en: 'Others have to do this.' },
  },
  createAgreement: {
    id: 'benches-too',
    title: 'Benches too',
    basis: 'contract',
    party: 'groenwerk',
    validity: { from: '2026-01-01' },
    scope: { categories: ['bench'] },
    terms: TERMS,
  },
}
