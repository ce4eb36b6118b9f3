import type { Look, Opened, Site } from './browser.ts'
import { NOORDDIJK, until } from './town.ts'

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
  // What is typed while React takes over a page is typed anew at its end.
  if (look.hasScripts !== false)
    await until('it is taken over', () => page.evaluate(TAKEN_OVER) as Promise<boolean>, 20_000)
  return opened
}

/** Pages that need no React have none. */
const TAKEN_OVER = `!window.__reactRouterContext ||
  Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))`
