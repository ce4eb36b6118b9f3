import { followCodeOf } from '#modules/cases'
import type { Screen } from './screens.ts'
import { NOORDDIJK } from './town.ts'

const REPORT = `/${NOORDDIJK}/melden`

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
