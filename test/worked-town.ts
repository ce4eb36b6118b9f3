import assert from 'node:assert/strict'
import { isPartyRole, type Role } from '#modules/identity'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { type Browser, makeAccount, openBrowser, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

export type WorkedTown = Awaited<ReturnType<typeof openWorkedTown>>

/**
 * Noorddijk with its pages, where something of everything has happened: so that every page has something on it, and
 * every form stands somewhere.
 */
export async function openWorkedTown(options: Parameters<typeof openApiTown>[0] = {}) {
  await ensureWebBuild(() => undefined)
  await using stack = new AsyncDisposableStack()
  const api = stack.use(await openApiTown({ roles: ['web'], ...options }))
  const worked = await workIn(api)
  const opened = stack.move()
  return { ...worked, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** The same in a town that is open already. */
export async function workIn(api: ApiTown) {
  const { town, app } = api
  const contact = { email: 'reporter@example.org', phone: '0318-123456' }
  const words = { description: 'it has been dark for a week' }
  const photos = [await photoOf()]
  const lamp = await town.report({ category: 'lamp-out', asset: 'L1', words, contact, photos })
  const strange = await town.report({
    category: 'strange',
    place: { lon: 5.002, lat: 52.002 },
    words,
    contact,
    photos: [await photoOf('#204060')],
  })
  const bench = await town.report({ category: 'bench', place: { lon: 5.01, lat: 52.01 }, words })
  const danger = await town.report({ category: 'mast-hit', asset: 'L7', words })
  await town.report({ category: 'container-full', place: { lon: 5.012, lat: 52.012 }, words })
  const asked = await town.report({ category: 'lamp-out', asset: 'L9', words, contact })
  const question = await api.assignmentOf(asked.caseId)
  const put = { answer: 'question', question: 'which side of the road?' }
  const answered = await api.answer(question.id, question.revision, put)
  assert.equal(answered.status, 201, answered.text)
  const task = await api.assignmentOf(lamp.caseId)
  await putPriceOn(api)
  const billed = await refuse(api, 'L16', true)
  const report = api.linkTo(asked.signalId, 1, { kind: 'report' })
  const { id } = await app.identity.invitations.invite(NOORDDIJK, {
    address: 'invited@example.org',
    role: { role: 'desk' },
    by: 'test',
  })
  const invited = await app.identity.invitations.read(NOORDDIJK, id)
  const invitation = invited ? app.identity.invitations.tokenOf(invited) : ''
  const base = `/${NOORDDIJK}`
  const draft = 'category=strange&lon=5.003&lat=52.003&seen=yes'
  return {
    api,
    cases: { lamp, strange, bench, danger, asked },
    /** What its party bills. */
    billed,
    links: { task: api.linkTo(task.id, task.revision), report, invitation },
    /** Where each of the pages begins, for whoever it is for. */
    addresses: {
      everybody: [
        '/',
        base,
        '/sign-in',
        '/sign-in/code',
        '/forgotten-password',
        `/new-password/${invitation}`,
        `/invitation/${invitation}`,
        `${base}/desk/key`,
        `${base}/map`,
        `${base}/buurt`,
        `${base}/buurt/centrum`,
        `${base}/feed.atom`,
        `${base}/melden`,
        `${base}/melden/waar?category=strange`,
        `${base}/melden/bekend?category=lamp-out&asset=L1`,
        `${base}/melden/versturen?${draft}`,
        `${base}/melden/ook/${lamp.number}`,
        `${base}/cases/${lamp.number}`,
        `${base}/cases/${lamp.number}/feed.atom`,
        `${base}/follow`,
        `${base}/solved/${report}`,
        `${base}/answer/${api.linkTo(task.id, task.revision)}`,
        `${base}/duty/${danger.caseId}/${api.linkTo(danger.caseId, 1, { kind: 'duty' })}`,
      ],
      desk: ['today', 'intake', 'cases', 'moderation', 'duty', 'wrongful', `wrongful/${billed.id}`]
        .map((part) => `${base}/desk/${part}`)
        .concat(
          Object.values({ lamp, strange, bench, danger, asked }).map(
            ({ number }) => `${base}/desk/cases/${number}`,
          ),
        ),
      administration: ['', '/people', '/invitations', '/keys', '/processing-log'].map(
        (part) => `${base}/administration${part}`,
      ),
      account: ['', '/password', '/second-factor', '/passkeys'].map((part) => `/account${part}`),
    },
    /** Somebody new who has signed in with an account of this role. */
    comeAs: async (role: Role): Promise<Browser> => {
      const { address } = await makeAccount(app, NOORDDIJK, roleWith(role))
      return signIn(app, address)
    },
    /** Somebody who has not. */
    anybody: (): Browser => openBrowser(app, app.identity.origin()),
  }
}

/** With what a role lacks without it. */
export function roleWith(role: Role): { role: Role } & Record<string, unknown> {
  if (isPartyRole(role)) return { role, organisation: 'lichtwerk' }
  if (role === 'approver') return { role, upTo_cents: 100_000 }
  return role === 'area-manager' ? { role, areas: ['centrum', 'haven'] } : { role }
}
