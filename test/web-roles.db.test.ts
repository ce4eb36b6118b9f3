import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Action, may, ROLES, type Role } from '#modules/identity'
import { ACTION_OF } from '../src/composition/access.ts'
import routes from '../web/app/routes.ts'
import { crawl, type Form, formKind, sendForm } from './crawl.ts'
import type { Browser } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'
import { openWorkedTown, type WorkedTown } from './worked-town.ts'

/** Who comes to a page: anybody, whoever has signed in, or whoever may do all of this (`any`: one of it). */
type Opens = 'everybody' | 'account' | { all: Action[] } | { any: Action[] }

const ADMINISTERS: Action[] = [
  'see-roles',
  'grant-roles',
  'manage-keys',
  'manage-webhooks',
  'see-channels',
  'see-processing-log',
]
const SITS: Action[] = ['see-needs', 'see-personal', 'see-rosters', 'see-mail-texts']

/** Each page that is not everybody's, by its address in routes.ts, with what the table of roles has to allow. */
const PAGES: Readonly<Record<string, Opens>> = {
  account: 'account',
  'account/password': 'account',
  'account/second-factor': 'account',
  'account/passkeys': 'account',
  'account/deletion': 'account',
  ':municipality/desk': { any: SITS },
  ':municipality/desk/today': { all: ['see-needs'] },
  ':municipality/desk/intake': { all: ['report', 'see-personal'] },
  ':municipality/desk/cases': { all: ['see-personal'] },
  ':municipality/desk/cases/:number': { all: ['see-personal'] },
  ':municipality/desk/moderation': { all: ['see-needs', 'publish'] },
  ':municipality/desk/reporters/:reporter': { all: ['serve-reporters'] },
  ':municipality/desk/duty': { all: ['see-rosters'] },
  ':municipality/desk/wrongful': { all: ['see-wrongful', 'see-personal'] },
  ':municipality/desk/wrongful/sheet': { all: ['see-wrongful', 'see-personal'] },
  ':municipality/desk/wrongful/:assignment': { all: ['see-wrongful', 'see-personal'] },
  ':municipality/desk/templates': { all: ['see-mail-texts'] },
  ':municipality/desk/templates/:kind/:locale': { all: ['see-mail-texts'] },
  ':municipality/desk/live': { all: ['see-needs'] },
  ':municipality/administration': { any: ADMINISTERS },
  ':municipality/administration/people': { all: ['see-roles'] },
  ':municipality/administration/invitations': { all: ['grant-roles'] },
  ':municipality/administration/keys': { all: ['manage-keys'] },
  ':municipality/administration/webhooks': { all: ['manage-webhooks'] },
  ':municipality/administration/deliveries': { all: ['see-channels'] },
  ':municipality/administration/processing-log': { all: ['see-processing-log'] },
}

const y = true
const n = false

/** Written by hand, so that the table of roles can be wrong and be seen to be. */
// biome-ignore format: a table is read by its columns
const TELLING: readonly (readonly [string, Readonly<Partial<Record<Role, boolean>>>])[] = [
  ['createClosure',        { desk: y, 'area-manager': y, 'contract-manager': n, inspector: n, moderator: n, administrator: n, alderman: n, crew: n }],
  ['createOverruling',     { desk: y, 'area-manager': y, 'contract-manager': y, inspector: n, administrator: n, planner: n }],
  ['createPublication',    { desk: y, moderator: y, inspector: n, administrator: n, 'privacy-officer': n, alderman: n }],
  ['listCaseReporters',    { desk: y, 'area-manager': n, inspector: n, moderator: n, administrator: n, 'privacy-officer': n, archivist: n, crew: n }],
  ['readReporter',         { desk: y, administrator: n, 'privacy-officer': n, planner: n }],
  ['listProcessings',      { 'privacy-officer': y, administrator: n, desk: n, alderman: n, archivist: n }],
  ['createRole',           { administrator: y, 'privacy-officer': n, desk: n, approver: n }],
  ['listRoles',            { administrator: y, 'privacy-officer': y, desk: n, alderman: n }],
  ['createKey',            { administrator: y, desk: n, approver: n, 'privacy-officer': n }],
  ['createAgreement',      { approver: y, administrator: y, 'contract-manager': n, desk: n }],
  ['createAgreementDraft', { 'contract-manager': y, administrator: y, approver: n, desk: n }],
  ['readCoverage',         { alderman: y, approver: y, desk: y, inspector: n, moderator: n, crew: n }],
  ['createAnswer',         { planner: y, crew: y, desk: y, inspector: n, administrator: n, 'area-manager': n }],
  ['createDangerLowering', { desk: y, inspector: n, 'area-manager': n, crew: n, administrator: n }],
  ['createDutyRoster',     { administrator: y, desk: n, 'area-manager': n }],
  ['replaceTemplate',      { administrator: y, desk: n }],
  ['listWrongfulReports',  { desk: y, 'contract-manager': y, approver: y, administrator: y, planner: y, 'area-manager': n, inspector: n, alderman: n, archivist: n, crew: n }],
  ['createWrongfulSettlement', { 'contract-manager': y, approver: y, desk: n, administrator: n, 'area-manager': n, planner: n, crew: n }],
  ['createWrongfulReply',  { planner: y, desk: n, 'contract-manager': n, approver: n, administrator: n, crew: n }],
  ['listTellings',         { desk: y, moderator: n, 'area-manager': n }],
  ['createEvents',         { desk: n, administrator: n, planner: n }],
  ['listAssignments',      { crew: y, planner: y, inspector: y, approver: y, alderman: n, archivist: n, moderator: n, 'privacy-officer': n }],
]

/** What each role sees of the pages, as somebody who never saw the table would say it. */
const SEEN: Readonly<Record<Role, readonly string[]>> = {
  desk: [
    'desk/today',
    'desk/intake',
    'desk/cases',
    'desk/moderation',
    'desk/duty',
    'desk/wrongful',
    'desk/templates',
    'administration/deliveries',
  ],
  'area-manager': ['desk/today', 'desk/intake', 'desk/cases', 'desk/duty'],
  'contract-manager': [
    'desk/today',
    'desk/intake',
    'desk/cases',
    'desk/wrongful',
    'administration/deliveries',
  ],
  inspector: ['desk/intake', 'desk/cases'],
  approver: ['desk/cases', 'desk/wrongful'],
  moderator: ['desk/today', 'desk/cases', 'desk/moderation'],
  'privacy-officer': ['desk/cases', 'administration/people', 'administration/processing-log'],
  archivist: [],
  alderman: [],
  administrator: [
    'desk/today',
    'desk/cases',
    'desk/duty',
    'desk/wrongful',
    'administration/people',
    'administration/invitations',
    'administration/keys',
    'administration/webhooks',
    'administration/deliveries',
    'desk/templates',
  ],
  planner: [],
  crew: [],
}

type Route = { path?: string; index?: boolean }

function opened(role: Role, opens: Opens): boolean {
  if (typeof opens === 'string') return true
  const does = (action: Action) => may(role, action)
  return 'all' in opens ? opens.all.every(does) : opens.any.some(does)
}

describe('a role', () => {
  let worked: WorkedTown
  before(async () => {
    worked = await openWorkedTown()
  })
  after(() => worked[Symbol.asyncDispose]())

  const addressOf = async (path: string, municipality = NOORDDIJK) => {
    const { number } = worked.cases.strange
    const { json } = await worked.api.get(`/cases/${number}/reporters`, { as: 'desk' })
    const { reporter } = json.items[0]
    const names: Record<string, string> = {
      municipality,
      number,
      reporter,
      kind: 'received',
      locale: 'nl',
      assignment: worked.billed.id,
    }
    return `/${path.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? '')}`
  }

  it('has in the API what was meant for it, where it matters most', () => {
    for (const [operationId, cells] of TELLING)
      for (const [role, expected] of Object.entries(cells)) {
        const action = ACTION_OF[operationId]
        assert(action, operationId)
        assert.equal(may(role as Role, action), expected, `${operationId} as ${role}`)
      }
  })

  it('has a rule for each page that is not everybody’s', () => {
    const known = (routes as Route[]).map(({ path = '' }) => path)
    for (const path of Object.keys(PAGES)) assert(known.includes(path), `${path} is a page`)
    const closed = known.filter((path) => /\/(desk|administration)(\/|$)|^account/.test(path))
    // A photo is let through by the API alone, which other tests ask as every role.
    const isDoor = (path: string) => /desk\/(key|sign-in|sign-out|photos\/:photo)$/.test(path)
    for (const path of closed.filter((path) => !isDoor(path)))
      assert(PAGES[path] !== undefined, `${path} says who comes in`)
  })

  it('opens the pages that the table of roles opens to it, and those that were meant', async () => {
    for (const role of ROLES) {
      const browser = await worked.comeAs(role)
      for (const [path, opens] of Object.entries(PAGES)) {
        const { status, headers } = await browser.get(await addressOf(path))
        const isOpen = opened(role, opens)
        const closed = path.includes('administration') ? 404 : 403
        const expected = isOpen ? (path.endsWith('/desk') ? 303 : 200) : closed
        assert.equal(status, expected, `${path} as ${role}`)
        if (status === 303) assert.match(headers.get('location') ?? '', /\/desk\/\w+$/)
        const name = path.replace(':municipality/', '')
        if (/^(desk|administration)\/(?!live|reporters|cases\/|templates\/|wrongful\/)/.test(name))
          assert.equal(SEEN[role].includes(name), isOpen, `${name} is meant for ${role}`)
        if (typeof opens === 'string' || !['desk', 'administrator'].includes(role)) continue
        const elsewhere = await browser.get(await addressOf(path, ZUIDDIJK))
        assert(
          [401, 403, 404].includes(elsewhere.status),
          `${path} of Zuiddijk as ${role}: ${elsewhere.status}`,
        )
      }
    }
  })

  it('is needed: whoever has not signed in is led to where they can, and nothing is shown', async () => {
    for (const path of Object.keys(PAGES)) {
      const address = await addressOf(path)
      const { status, headers, text } = await worked.anybody().get(address)
      if (path.endsWith('/live')) assert.equal(status, 401)
      else {
        assert.equal(status, 303, path)
        assert.match(headers.get('location') ?? '', /^\/sign-in\?next=/, path)
      }
      assert(!text.includes(worked.cases.strange.number))
    }
  })

  it('is offered no form that is then refused to it', async () => {
    const { desk, administration, account } = worked.addresses
    let sent = 0
    for (const role of ROLES) {
      const browser = await worked.comeAs(role)
      const pages = await crawl(browser, [...desk, ...administration, ...account])
      for (const form of kindsIn(pages.flatMap(({ forms }) => forms))) {
        if (endsOwn(form)) continue
        const { status, text } = await sendForm(browser, form)
        sent += 1
        assert(status < 500, `${formKind(form)} as ${role}: ${status} ${text.slice(0, 200)}`)
        assert(![401, 403].includes(status), `${formKind(form)} as ${role}: ${status}`)
        await isStillIn(browser, role)
      }
    }
    assert(sent > 100, `${sent} forms were sent`)
  })

  const isStillIn = async (browser: Browser, role: Role) =>
    assert.equal((await browser.get('/api/v1/me')).status, 200, role)
})

/** What would leave the test without its session, its role or its second factor. */
const endsOwn = ({ action, fields, page }: Form) =>
  action.startsWith('/sign-out') ||
  // A key that was made up is refused, whoever brings it.
  /\/desk\/(key|sign-in|sign-out)$/.test(action) ||
  (page.includes('/administration/people') && fields.some(({ value }) => value === 'end')) ||
  action.startsWith('/account')

function kindsIn(forms: readonly Form[]): Form[] {
  const kinds = new Map(
    forms.filter(({ method }) => method === 'post').map((one) => [formKind(one), one]),
  )
  return [...kinds.values()]
}
