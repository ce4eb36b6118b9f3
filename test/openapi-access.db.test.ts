import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ACTORS } from '#modules/directory'
import { type Action, isPartyRole, may, OWN_ACTIONS, ROLES } from '#modules/identity'
import { ACCESS, ACTION_OF } from '../src/composition/access.ts'
import {
  type ApiTown,
  BODIES,
  CALLER_OF,
  type Caller,
  filled,
  type OpenApi,
  openApiTown,
  operationsIn,
} from './api-town.ts'
import { photoOf } from './pictures.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

/** To all the open work of a party. */
const OF_WORK: readonly string[] = ['readWorkSheet', 'createWorkSheet']
/** What somebody may do with a link to what they reported. */
const OF_SUBSCRIBERS = [
  'createSubscriptionConfirmation',
  'createSubscriptionStop',
  'listSubscriptions',
]
const OF_REPORTS = ['createMailStop', 'createReply', 'createVerification', 'listFollows']

describe('access to the API', () => {
  let api: ApiTown
  let document: OpenApi
  /** Real names in Noorddijk for whatever a path asks. */
  let names: Record<string, string>
  let caseId: string
  /** What must be seen by nobody of Zuiddijk. */
  let marks: string[]
  before(async () => {
    api = await openApiTown()
    document = await api.document()
    const lamp = await api.town.report({ category: 'lamp-out', asset: 'L1' })
    const bench = await api.town.report({ category: 'bench', place: { lon: 5.01, lat: 52.01 } })
    const assignment = await api.assignmentOf(bench.caseId)
    const other = await api.assignmentOf(lamp.caseId)
    caseId = lamp.caseId
    await api.town.report({ category: 'lamp-out', asset: 'L1', photos: [await photoOf()] })
    const read = await api.get(`/cases/${lamp.number}`, { as: 'desk' })
    const photo = read.json.descriptions.at(-1).photos[0].id
    names = {
      case: lamp.number,
      assignment: assignment.id,
      message: '01890000-0000-7000-8000-000000000000',
      // By an agreement of Noorddijk alone.
      organisation: 'groenwerk',
      agreement: 'lighting',
      draft: 'next-year',
      area: 'centrum',
      asset: 'lamp-1',
      kind: 'question',
      photo,
      signal: lamp.signalId,
      reporter: 'x'.repeat(43),
      step: 'received',
      role: '01890000-0000-7000-8000-000000000000',
      key: '01890000-0000-7000-8000-000000000000',
      session: '01890000-0000-7000-8000-000000000000',
      webhook: '01890000-0000-7000-8000-000000000000',
      invitation: '01890000-0000-7000-8000-000000000000',
      locale: 'nl',
      mail: 'none.eml',
    }
    marks = [lamp.number, lamp.caseId, assignment.id, other.id, bench.number, 'lamp-1', photo]
    marks.push(NOORDDIJK)
  })
  after(() => api[Symbol.asyncDispose]())

  function call(path: string, method: string, operationId: string, as: Caller, query: string) {
    const body = BODIES[operationId]
    // A link names a case by its id, as the paths in the mails do.
    const own = as === 'link' ? { ...names, case: caseId } : names
    return api.call(method.toUpperCase(), `${filled(path, own)}${query}`, {
      as,
      ...(as === 'link' ? { token: linkFor(path, operationId) } : {}),
      ...(body === undefined ? {} : { body }),
    })
  }

  /** A link of the kind that the operation is open to, or of another where it is open to none. */
  function linkFor(path: string, operationId: string): string {
    const { assignment = '', signal = '' } = names
    if (['readInvitation', 'createAccount'].includes(operationId))
      return api.linkTo(signal, 0, { kind: 'invitation' })
    if (OF_REPORTS.includes(operationId)) return api.linkTo(signal, 1, { kind: 'report' })
    if (OF_SUBSCRIBERS.includes(operationId)) return api.linkTo(signal, 1, { kind: 'subscriber' })
    if (OF_WORK.includes(operationId)) return api.linkTo(assignment, 0, { kind: 'work' })
    const isOfCase = path.includes('{case}')
    return isOfCase ? api.linkTo(caseId, 1, { kind: 'duty' }) : api.linkTo(assignment, 1)
  }

  it('is written down for exactly the operations that the document has', () => {
    const documented = operationsIn(document).map(({ operation }) => operation.operationId)
    assert.deepEqual(documented.sort(), Object.keys(ACCESS).sort())
  })

  it('is what we mean it to be, where it matters most', () => {
    const mayCall = (operationId: string) => ACTORS.filter((actor) => ACCESS[operationId]?.[actor])
    assert.deepEqual(mayCall('listAssignments').sort(), ['administrator', 'desk', 'party'])
    assert.deepEqual(mayCall('createAnswer').sort(), ['desk', 'link', 'party'])
    assert.deepEqual(mayCall('createReply').sort(), ['desk', 'link'])
    const openToLinks = Object.keys(ACCESS).filter((name) => ACCESS[name]?.link)
    assert.deepEqual(
      openToLinks.sort(),
      [
        'createAnswer',
        'createLink',
        'createPhoto',
        'createSafetyReport',
        'createTakeover',
        'listAnswers',
        'listAnswerLinks',
        'readAssignment',
        'readPhoto',
        'readCase',
        'readInvitation',
        'createAccount',
        ...OF_WORK,
        ...OF_REPORTS,
        ...OF_SUBSCRIBERS,
      ].sort(),
    )
    assert.deepEqual(mayCall('createPhoto').sort(), ['desk', 'link', 'party'])
    assert.deepEqual(mayCall('createVerification').sort(), ['desk', 'integrator', 'link'])
    assert.deepEqual(mayCall('createFollow').sort(), ['integrator', 'public'])
    for (const name of ['replaceTemplate', 'deleteTemplate', 'createTemplatePreview'])
      assert.deepEqual(mayCall(name), ['administrator'], name)
    assert.deepEqual(mayCall('createAgreement'), ['administrator'])
    for (const name of ['createRole', 'deleteRole', 'createInvitation', 'createKey'])
      assert.deepEqual(mayCall(name), ['administrator'], name)
    assert.deepEqual(mayCall('listProcessings'), [], 'a key is no privacy officer')
    assert.deepEqual(mayCall('createReply').sort(), ['desk', 'link'])
    for (const name of [
      'createOverruling',
      'createDeskSettlement',
      'createClosure',
      'createRelease',
      'createPublication',
      'createPublicationWithdrawal',
    ])
      assert.deepEqual(mayCall(name), ['desk'], name)
    for (const row of Object.values(ACCESS))
      assert.deepEqual(Object.keys(row).sort(), [...ACTORS].sort())
  })

  it('is refused to whom the table refuses it, and to nobody else', async () => {
    let calls = 0
    for (const { path, method, operation } of operationsIn(document)) {
      const { operationId } = operation
      for (const actor of ACTORS) {
        const as = CALLER_OF[actor]
        const isBound = !['public', 'party'].includes(as)
        const query = isBound ? '' : `?municipality=${NOORDDIJK}`
        const { status } = await call(path, method, operationId, as, query)
        const expected = actor === 'public' ? 401 : 403
        calls += 1
        if (ACCESS[operationId]?.[actor])
          assert(![401, 403].includes(status), `${operationId} ${as}: ${status}`)
        else assert.equal(status, expected, `${operationId} as ${as}`)
      }
    }
    assert.equal(calls, Object.keys(ACCESS).length * ACTORS.length)
  })

  it('is that of the table of roles for whoever has signed in, on every operation and in every role', async () => {
    let calls = 0
    for (const role of ROLES) {
      const organisation = isPartyRole(role) ? { organisation: 'lichtwerk' } : {}
      // Areas bind what is written; that they do has a test of its own.
      const areas = role === 'area-manager' ? { areas: ['centrum', 'haven'] } : {}
      const amount = role === 'approver' ? { upTo_cents: 100_000 } : {}
      const own = { role, ...organisation, ...amount }
      const { address } = await makeAccount(api.app, NOORDDIJK, { ...own, ...areas })
      const browser = await signIn(api.app, address)
      for (const { path, method, operation } of operationsIn(document)) {
        const { operationId } = operation
        // These end the session with which the others are asked.
        if (operationId === 'deleteSessions') continue
        const target = `/api/v1${filled(path, names)}`
        const { status } = await browser.request(method.toUpperCase(), target, BODIES[operationId])
        const action = ACTION_OF[operationId] as Action
        const isAllowed = may(role, action) || may('public', action) || OWN_ACTIONS.includes(action)
        calls += 1
        if (isAllowed) assert(![401, 403].includes(status), `${operationId} as ${role}: ${status}`)
        else assert.equal(status, 403, `${operationId} as ${role}`)
        const elsewhere = `${target}?municipality=${ZUIDDIJK}`
        if (may('public', action) || OWN_ACTIONS.includes(action)) continue
        const told = await browser.request(method.toUpperCase(), elsewhere, BODIES[operationId])
        assert.equal(told.status, 403, `${operationId} as ${role} in another town`)
      }
    }
    assert.equal(calls, ROLES.length * (Object.keys(ACCESS).length - 1))
  })

  it('shows in the document who needs a key', () => {
    for (const { operation } of operationsIn(document)) {
      const isOpen = operation.security.some((one) => Object.keys(one).length === 0)
      assert.equal(isOpen, ACCESS[operation.operationId]?.public, operation.operationId)
    }
  })

  it('is refused to a wrong key on every address, also where none is needed', async () => {
    for (const { path, method, operation } of operationsIn(document)) {
      const body = BODIES[operation.operationId]
      const told = await api.call(method.toUpperCase(), filled(path, names), {
        token: 'lk_nobody',
        ...(body === undefined ? {} : { body }),
      })
      assert.equal(told.status, 401, operation.operationId)
      assert.equal(told.json.type, '/problems/key-wrong')
    }
    assert.equal((await api.get('/nowhere', { token: 'lk_nobody' })).status, 401)
    assert.equal((await api.get('/cases', { headers: { 'x-api-key': 'lk_nobody' } })).status, 401)
    const basic = { authorization: 'Basic bGtfb2ZfZGVzaw==' }
    assert.equal((await api.get('/cases', { headers: basic })).status, 401)
  })

  it('shows nothing of Noorddijk to whoever belongs to Zuiddijk, on any route', async () => {
    const callers = ['zuiddijkDesk', 'zuiddijkIntegrator'] as const
    for (const as of callers) {
      for (const { path, method, operation } of operationsIn(document)) {
        const { operationId } = operation
        const named = await call(path, method, operationId, as, `?municipality=${NOORDDIJK}`)
        assert.equal(named.status, 403, `${operationId} that names Noorddijk`)
        const own = await call(path, method, operationId, as, '')
        // An agreement of one id may stand in both; theirs is shown, and it is not Noorddijk's.
        // A tile of one's own town over another's ground is a tile, and nothing is in it.
        if (path.startsWith('/tiles/')) assert.equal(own.status, 204, operationId)
        else if (path.includes('{'))
          assert([403, 404].includes(own.status), `${operationId}: ${own.status}`)
        for (const mark of marks)
          assert(!own.text.includes(mark), `${operationId} as ${as} shows ${mark}`)
        assert(!named.text.includes(names.case as string))
      }
    }
  })

  it('shows a party nothing that is another party’s', async () => {
    for (const { path, method, operation } of operationsIn(document)) {
      if (!path.startsWith('/assignments')) continue
      const told = await call(path, method, operation.operationId, 'stranger', '')
      if (path.includes('{')) assert([403, 404].includes(told.status), operation.operationId)
      for (const mark of marks)
        assert(!told.text.includes(mark), `${operation.operationId} ${mark}`)
    }
  })

  it('asks which municipality, and takes it in any case', async () => {
    const nameless = await api.get('/cases')
    assert.equal(nameless.status, 400)
    assert.equal(nameless.json.type, '/problems/municipality-missing')
    assert.equal((await api.get('/cases?municipality=GM0001')).status, 404)
    assert.equal((await api.get('/cases?municipality=gm9801')).status, 200)
    assert.equal((await api.get(`/cases?municipality=${ZUIDDIJK}`)).json.items.length, 0)
    assert.equal((await api.get(`/cases?municipality=${ZUIDDIJK}&municipality=GM9801`)).status, 400)
  })
})
