import type { Site } from './browser.ts'
import { RESIDENT_SCREENS } from './resident-screens.ts'
import { DESK_SCREENS } from './screens-desk.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

/** One picture's page: what it is called, where it is, and what has to be so before it is looked at. */
export type Screen = {
  name: string
  /** Makes the page so, where need be, and answers with its address. */
  prepare: (site: Site) => string | Promise<string>
  /** Only whoever has signed in at the desk sees it. */
  isOfDesk?: true
}

/** Every page in the states that matter: empty, full, and when it goes wrong. */
export const SCREENS: readonly Screen[] = [
  { name: 'start', prepare: () => '/' },
  { name: 'town-empty', prepare: () => `/${ZUIDDIJK}` },
  {
    name: 'town',
    async prepare({ api }) {
      await api.town.report({ category: 'lamp-out', asset: 'L2' })
      for (let i = 0; i < 5; i++)
        await api.town.report({
          category: 'strange',
          place: { lon: 5.001 + i * 0.006, lat: 52.004 },
        })
      return `/${NOORDDIJK}`
    },
  },
  ...DESK_SCREENS,
  ...RESIDENT_SCREENS,
  { name: 'missing', prepare: () => `/${NOORDDIJK}/nothing` },
]
