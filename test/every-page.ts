import assert from 'node:assert/strict'
import { Category, enterCategories } from '#modules/categories'
import { addressDigest, findSubscriberOf } from '#modules/subscriptions'
import routes from '../web/app/routes.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { CATEGORIES } from './small-town.ts'
import { NOORDDIJK } from './town.ts'
import { type WorkedTown, workIn } from './worked-town.ts'

export type Kind = 'resident' | 'desk'
export type Visited = {
  name: string
  address: string
  kind: Kind
  /** With whose cookies. */
  cookies: readonly { name: string; value: string }[]
  /** Whether it is asked for so often that its pace counts. */
  isPaced: boolean
}

/** What answers by leading on, is no page, or stands only beside a sample town or a local mailbox. */
const NO_PAGES =
  /^(preferences|mailbox(\/:name)?|:municipality\/(desk(\/live)?|cases|feed\.atom|(paal|p)\/:number|demo.*|solved\/:token\/reply))$/

const PACED = [
  'start',
  'town',
  'map',
  'report-what',
  'report-send',
  'case',
  'desk/today',
  'desk/case',
]

const COLOUR = {
  code: 'colour',
  text: { nl: 'Welke kleur?', en: 'Which colour?' },
  datatype: 'singlevaluelist',
  isRequired: true,
  values: [
    { key: 'red', name: { nl: 'Rood', en: 'Red' } },
    { key: 'green', name: { nl: 'Groen', en: 'Green' } },
  ],
}

/** One address of every page that there is, with something on it; a page that is new and not here fails. */
export async function everyPage(api: Parameters<typeof workIn>[0]): Promise<Visited[]> {
  const worked = await workIn(api)
  const given = CATEGORIES.find(({ id }) => id === 'bench')
  const questions = [COLOUR]
  await api.app.committer.submit(NOORDDIJK, enterCategories, {
    categories: [Category.parse({ ...given, questions })],
  })
  api.app.towns.touch(NOORDDIJK)
  const [desk, administrator, officer] = await Promise.all(
    (['desk', 'administrator', 'privacy-officer'] as const).map(async (role) => {
      const { address } = await makeAccount(api.app, NOORDDIJK, { role })
      const { jar } = await signIn(api.app, address)
      return [...jar].map(([name, value]) => ({ name, value }))
    }),
  )
  const { account } = await makeAccount(api.app, NOORDDIJK, { role: 'desk' })
  const reset = await api.app.identity.passwordResets.begin(account)
  assert(reset, 'an account can be given a new password')
  const mail = await api.app.identity.passwordResets.mailOf(reset)
  const { json } = await api.get(`/cases/${worked.cases.strange.number}/reporters`, { as: 'desk' })
  const follower = await linkOfFollower(api)
  const danger = worked.cases.danger.caseId
  const task = await api.assignmentOf(worked.cases.lamp.caseId)
  const names = {
    ...namesIn(worked, json.items[0].reporter),
    'new-password/:token': `new-password/${mail?.token}`,
    'desk/wrongful/:assignment': `desk/wrongful/${worked.billed.id}`,
    'work/:token': `work/${api.linkTo(task.id, 0, { kind: 'work' })}`,
    'volgen/:token': `volgen/${follower}`,
    'volgen/:token/stop': `volgen/${follower}/stop`,
    'duty/:case/:token': `duty/${danger}/${api.linkTo(danger, 0, { kind: 'duty' })}`,
  }
  const own = (routes as { path?: string; file: string }[]).filter(
    ({ path = '', file }) => file.endsWith('.tsx') && !NO_PAGES.test(path),
  )
  return own.map(({ path = '', file }): Visited => {
    const name = file.replace(/^routes\/|\.tsx?$/g, '')
    const isDesk = name.startsWith('desk/') && name !== 'desk/key'
    const isOwn =
      path.startsWith('account') || path.includes('administration') || name === 'sign-out'
    const cookies = isDesk ? desk : name.endsWith('log') ? officer : isOwn ? administrator : []
    return {
      name,
      address: addressOf(path, names),
      kind: isDesk ? 'desk' : 'resident',
      cookies: cookies ?? [],
      isPaced: PACED.includes(name),
    }
  })
}

async function linkOfFollower(api: Parameters<typeof workIn>[0]): Promise<string> {
  const { vault, pool } = api.app
  const email = 'follower@example.org'
  const body = { email, area: 'centrum', category: 'lighting' }
  await api.post(`/subscriptions?municipality=${NOORDDIJK}`, { body })
  const digest = addressDigest(vault, NOORDDIJK, email)
  const subject = await pool.read({ tenant: NOORDDIJK }, (query) =>
    findSubscriberOf(query, NOORDDIJK, digest),
  )
  return api.linkTo(subject ?? '', 0, { kind: 'subscriber' })
}

function namesIn({ cases, links }: WorkedPlaces, reporter: string): Record<string, string> {
  return {
    municipality: NOORDDIJK,
    number: cases.lamp.number,
    token: links.report,
    kind: 'received',
    locale: 'nl',
    'answer/:token': `answer/${links.task}`,
    reporter,
    area: 'centrum',
    'invitation/:token': `invitation/${links.invitation}`,
    'melden/waar': 'melden/waar?category=strange',
    'melden/bekend': 'melden/bekend?category=lamp-out&asset=L1',
    'melden/vragen': 'melden/vragen?category=bench&lon=5.003&lat=52.003&seen=yes',
    'melden/versturen': 'melden/versturen?category=strange&lon=5.003&lat=52.003&seen=yes',
    'solved/:token': `solved/${links.report}`,
  }
}

type WorkedPlaces = Pick<WorkedTown, 'cases' | 'links'>

function addressOf(path: string, names: Readonly<Record<string, string>>): string {
  const below = path.replace(':municipality/', '')
  const whole = names[below] === undefined ? path : path.replace(below, names[below])
  return `/${whole.replaceAll(/:(\w+)/g, (_, name: string) => {
    const known = names[name]
    assert(known !== undefined, `the tests know a ${name} for ${path}`)
    return known
  })}`
}
