import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSite, type Site } from './browser.ts'
import { openTestServer } from './rig.ts'
import { pageScreens, SCREENS, type Screen } from './screens.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { visitDesk } from './visit-desk.ts'

const FOLDER = fileURLToPath(new URL('../screens', import.meta.url))
const LOOKS = {
  phone: { screen: 'phone', scheme: 'light' },
  wide: { screen: 'wide', scheme: 'light' },
  dark: { screen: 'phone', scheme: 'dark' },
} as const

await main(process.argv.slice(2))

/** Takes pictures of all pages, or of those whose names begin so, into a folder that is not kept. */
async function main(names: readonly string[]): Promise<void> {
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  await using site = await openSite()
  await mkdir(FOLDER, { recursive: true })
  const isNamed = ({ name }: Screen) =>
    names.length === 0 || names.some((one) => name.startsWith(one))
  for (const screen of SCREENS.filter(isNamed)) await take(site, screen)
  // In a town of their own, in which much was done: so that there is something on each.
  if (names.length > 0 && !names.some((name) => name.startsWith('page'))) return
  await using worked = await openSite()
  for (const screen of (await pageScreens(worked)).filter(isNamed)) await take(worked, screen)
}

async function take(site: Site, screen: Screen): Promise<void> {
  const { name, prepare, isOfDesk, as, act } = screen
  const address = await prepare(site)
  const own = as ? await cookiesOf(site, as) : (screen.cookies ?? [])
  const cookies = own.map((cookie) => ({ ...cookie, url: site.origin }))
  for (const [look, how] of Object.entries(LOOKS)) {
    await using one = isOfDesk
      ? await visitDesk(site, address, how)
      : await site.visit(cookies.length > 0 ? '/' : address, how)
    if (cookies.length > 0) {
      await one.context.addCookies(cookies)
      await one.page.goto(`${site.origin}${address}`)
    }
    await act?.(one.page)
    await one.page.evaluate('document.fonts.ready')
    await one.page.screenshot({ path: path.join(FOLDER, `${name}-${look}.png`), fullPage: true })
    for (const offence of one.offences) console.error(`${name} ${look}: ${offence}`)
  }
  console.log(`${name}: ${address}`)
}

async function cookiesOf(site: Site, role: NonNullable<Screen['as']>) {
  const { address } = await makeAccount(site.api.app, NOORDDIJK, { role })
  const { jar } = await signIn(site.api.app, address)
  return [...jar].map(([name, value]) => ({ name, value }))
}
