import type { Look, Opened, Site } from './browser.ts'
import { NOORDDIJK } from './town.ts'

/** Somebody of the desk of Noorddijk, signed in with its key, at an address. */
export async function visitDesk(
  site: Site,
  address: string,
  look: Partial<Look> = {},
): Promise<Opened> {
  const opened = await site.visit(`/${NOORDDIJK}/desk/key`, look)
  const { page } = opened
  await page.locator('#key').fill('lk_of_desk')
  await page.locator('#key').press('Enter')
  await page.waitForURL(/\/desk\/today/)
  await page.goto(`${site.origin}${address}`, { waitUntil: 'load' })
  return opened
}
