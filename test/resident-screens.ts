import { followCodeOf } from '#modules/cases'
import { addressDigest, findSubscriberOf } from '#modules/subscriptions'
import type { Site } from './browser.ts'
import type { Screen } from './screens.ts'
import { NOORDDIJK } from './town.ts'

const REPORT = `/${NOORDDIJK}/melden`

/** Somebody who asked for two things, and confirmed some of them. */
async function subscribed({ api }: Site, email: string, confirmed: readonly number[]) {
  const { vault, pool } = api.app
  for (const about of [
    { area: 'centrum', category: 'lighting' },
    { place: { lon: 5.005, lat: 52.005 } },
  ])
    await api.post(`/subscriptions?municipality=${NOORDDIJK}`, { body: { email, ...about } })
  const digest = addressDigest(vault, NOORDDIJK, email)
  const subject = await pool.read({ tenant: NOORDDIJK }, (query) =>
    findSubscriberOf(query, NOORDDIJK, digest),
  )
  const token = (number: number) => api.linkTo(subject ?? '', number, { kind: 'subscriber' })
  for (const number of confirmed)
    await api.call('POST', '/subscription-confirmations', { token: token(number) })
  return { link: (number: number) => `/${NOORDDIJK}/volgen/${token(number)}` }
}

/** What a resident meets, from the first question to what they say of the work. */
export const RESIDENT_SCREENS: readonly Screen[] = [
  { name: 'report-what', prepare: () => `${REPORT}?q=lamp` },
  { name: 'report-where', prepare: () => `${REPORT}/waar?category=lamp-out` },
  {
    name: 'report-where-wrong',
    prepare: () => `${REPORT}/waar?category=lamp-out&asset=L999&fault=asset-unknown`,
  },
  {
    name: 'report-choose',
    async prepare({ api }) {
      await api.town.report({ category: 'lamp-out', asset: 'L11' })
      return `${REPORT}/bekend?category=lamp-out&lon=5.0115&lat=52.005`
    },
  },
  {
    name: 'report-known',
    async prepare({ api }) {
      await api.town.report({ category: 'lamp-out', asset: 'L12' })
      return `${REPORT}/bekend?category=lamp-out&asset=L12`
    },
  },
  { name: 'report-other', prepare: () => `${REPORT}/anders` },
  { name: 'report-other-claim', prepare: () => `${REPORT}/anders?kind=damage-claim` },
  { name: 'report-danger', prepare: () => `${REPORT}/bekend?category=mast-hit&asset=L5` },
  { name: 'report-send', prepare: () => `${REPORT}/versturen?category=lamp-out&asset=L6` },
  {
    name: 'case',
    async prepare({ api }) {
      const told = await api.town.report({ category: 'lamp-out', asset: 'L7' })
      const { id } = await api.assignmentOf(told.caseId)
      await api.town.answer(id, { answer: 'done', next: [] })
      return `/${NOORDDIJK}/cases/${told.number}`
    },
  },
  {
    name: 'case-open',
    async prepare({ api }) {
      const { number } = await api.town.report({ category: 'lamp-out', asset: 'L8' })
      return `/${NOORDDIJK}/cases/${number}`
    },
  },
  {
    name: 'subscribe-case',
    async prepare({ api }) {
      const { number } = await api.town.report({ category: 'lamp-out', asset: 'L10' })
      return `/${NOORDDIJK}/volgen?case=${number}`
    },
  },
  { name: 'subscribe-area', prepare: () => `/${NOORDDIJK}/volgen?area=centrum` },
  { name: 'subscribe-street', prepare: () => `/${NOORDDIJK}/volgen?q=Dijkstraat` },
  { name: 'subscribe-place', prepare: () => `/${NOORDDIJK}/volgen?lon=5.005&lat=52.005` },
  { name: 'subscription-asked', prepare: () => `/${NOORDDIJK}/volgen/gevraagd?area=centrum` },
  {
    name: 'subscription-confirm',
    prepare: async (site) => (await subscribed(site, 'confirm@example.org', [])).link(1),
  },
  {
    name: 'subscription',
    prepare: async (site) => (await subscribed(site, 'own@example.org', [1, 2])).link(0),
  },
  {
    name: 'subscription-stop',
    prepare: async (site) => `${(await subscribed(site, 'stop@example.org', [1, 2])).link(0)}/stop`,
  },
  { name: 'subscription-over', prepare: () => `/${NOORDDIJK}/volgen/ll_over` },
  { name: 'follow', prepare: () => `/${NOORDDIJK}/follow` },
  {
    name: 'own',
    async prepare({ api }) {
      const told = await api.town.report({ category: 'lamp-out', asset: 'L9' })
      const { id } = await api.assignmentOf(told.caseId)
      await api.town.answer(id, { answer: 'done', next: [] })
      const code = followCodeOf(api.app.vault, NOORDDIJK, told.signalId)
      const body = { number: told.number, code }
      const { json } = await api.post(`/follows?municipality=${NOORDDIJK}`, { body })
      return `/${NOORDDIJK}/solved/${json.token}`
    },
  },
]
