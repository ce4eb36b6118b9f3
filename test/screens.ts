import type { Page } from 'playwright-core'
import type { Site } from './browser.ts'
import { everyPage } from './every-page.ts'
import { RESIDENT_SCREENS } from './resident-screens.ts'
import { DESK_SCREENS } from './screens-desk.ts'
import { FAULT_SCREENS } from './screens-faults.ts'
import { PARTY_SCREENS } from './screens-parties.ts'
import { WRONGFUL_SCREENS } from './screens-wrongful.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

/** One picture's page: what it is called, where it is, and what has to be so before it is looked at. */
export type Screen = {
  name: string
  /** Makes the page so, where need be, and answers with its address. */
  prepare: (site: Site) => string | Promise<string>
  /** Only whoever has signed in at the desk sees it. */
  isOfDesk?: true
  /** Who has signed in and looks, with a second factor. */
  as?: 'administrator' | 'privacy-officer' | 'desk' | 'contract-manager'
  /** With whose cookies, where they are known already. */
  cookies?: readonly { name: string; value: string }[]
  /** What somebody does on it before the picture is taken. */
  act?: (page: Page, site: Site) => Promise<void>
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
  ...PARTY_SCREENS,
  ...WRONGFUL_SCREENS,
  ...FAULT_SCREENS,
  { name: 'sign-in', prepare: () => '/sign-in' },
  {
    name: 'invitation',
    async prepare({ api }) {
      const { invitations } = api.app.identity
      const invited = {
        address: 'noor@noorddijk.example',
        role: { role: 'desk' },
        by: 'test',
      } as const
      return `/invitation/${(await invitations.invite(NOORDDIJK, invited)).token}`
    },
  },
  { name: 'invitation-over', prepare: () => '/invitation/ll_over' },
  { name: 'forgotten-password', prepare: () => '/forgotten-password' },
  ...(['', '/second-factor', '/passkeys'] as const).map((part) => ({
    name: `account${part.replace('/', '-')}`,
    prepare: () => `/account${part}`,
    as: 'administrator' as const,
  })),
  ...(['people', 'invitations', 'keys', 'webhooks'] as const).map((part) => ({
    name: `administration-${part}`,
    prepare: () => `/${NOORDDIJK}/administration/${part}`,
    as: 'administrator' as const,
  })),
  {
    name: 'processing-log',
    prepare: () => `/${NOORDDIJK}/administration/processing-log`,
    as: 'privacy-officer',
  },
  { name: 'missing', prepare: () => `/${NOORDDIJK}/nothing` },
]

/** Every page there is, once: with these no page is without a picture, and one that is new has one by itself. */
export async function pageScreens(site: Site): Promise<Screen[]> {
  const pages = await everyPage(site.api)
  return pages.map(({ name, address, cookies }) => ({
    name: `page-${name.replaceAll('/', '-')}`,
    prepare: () => address,
    cookies,
  }))
}
