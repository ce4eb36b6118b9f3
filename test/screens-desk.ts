import { photoOf } from './pictures.ts'
import type { Screen } from './screens.ts'
import { NOORDDIJK } from './town.ts'

const DESK = `/${NOORDDIJK}/desk`
const isOfDesk = true

/** The pages of the desk, on a morning on which much waits. */
export const DESK_SCREENS: readonly Screen[] = [
  { name: 'desk-sign-in', prepare: () => DESK },
  { name: 'desk-moderation-empty', isOfDesk, prepare: () => `${DESK}/moderation` },
  {
    name: 'desk-today',
    isOfDesk,
    async prepare({ api }) {
      const words = {
        description: 'De mast staat scheef en er steken draden uit. Bel 06-12345678.',
      }
      await api.town.report({ category: 'mast-hit', asset: 'L2', words, photos: [await photoOf()] })
      for (const [i, category] of ['strange', 'strange', 'bench', 'litter'].entries())
        await api.town.report({
          category,
          place: { lon: 5.002 + i * 0.006, lat: 52.006 },
          words: { description: 'Dit ligt hier al een week.' },
        })
      await api.post('/signals', {
        as: 'desk',
        body: {
          category: 'bench',
          place: { lon: 5.015, lat: 52.015 },
          channel: 'counter',
          tellBy: 'letter',
          onBehalfOf: { lastName: 'Jansen', phone: '0318-123456', postalAddress: 'Dijk 1' },
        },
      })
      return `${DESK}/today`
    },
  },
  {
    name: 'desk-case',
    isOfDesk,
    async prepare({ api }) {
      const { json } = await api.get('/desk-needs', { as: 'desk' })
      return `${DESK}/cases/${json.items[0].case.number}`
    },
  },
  {
    name: 'desk-case-to-tell',
    isOfDesk,
    async prepare({ api }) {
      const { json } = await api.get('/desk-needs?reason=to-write', { as: 'desk' })
      return `${DESK}/cases/${json.items[0].case.number}`
    },
  },
  { name: 'desk-moderation', isOfDesk, prepare: () => `${DESK}/moderation` },
  { name: 'desk-intake', isOfDesk, prepare: () => `${DESK}/intake` },
  { name: 'desk-list', isOfDesk, prepare: () => `${DESK}/cases` },
  { name: 'desk-duty', isOfDesk, prepare: () => `${DESK}/duty` },
  { name: 'desk-mail-texts', isOfDesk, prepare: () => `${DESK}/templates` },
  { name: 'desk-mail-text', isOfDesk, prepare: () => `${DESK}/templates/received/nl` },
]
