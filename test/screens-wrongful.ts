import type { Site } from './browser.ts'
import type { Screen } from './screens.ts'
import { NOORDDIJK } from './town.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

const PAGE = `/${NOORDDIJK}/desk/wrongful`
const as = 'contract-manager'

/** A month in which the contractor of the lamps billed what was not its own. */
async function billed({ api }: Site): Promise<{ id: string; path: string }> {
  await putPriceOn(api)
  const silent = await refuse(api, 'L13')
  await refuse(api, 'L14')
  await api.post(`${silent.path}/replies`, {
    as: 'party',
    body: { step: 'dropped', remark: 'Bij nader inzien was het onze lamp.' },
  })
  return refuse(api, 'L15', true)
}

let open: { id: string; path: string } | undefined

/** What parties bill for what was not theirs, before there is any, and while it is settled. */
export const WRONGFUL_SCREENS: readonly Screen[] = [
  { name: 'wrongful-empty', as, prepare: () => PAGE },
  {
    name: 'wrongful-reports',
    as,
    async prepare(site) {
      open = await billed(site)
      return PAGE
    },
  },
  {
    name: 'wrongful-report',
    as,
    async prepare(site) {
      open ??= await billed(site)
      return `${PAGE}/${open.id}`
    },
    async act(page) {
      await page.locator('details:has([name=step][value=disputed]) > summary').click()
    },
  },
  {
    name: 'wrongful-none-found',
    as,
    async prepare(site) {
      open ??= await billed(site)
      return `${PAGE}?state=disputed`
    },
  },
]
