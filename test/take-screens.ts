import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSite, type Site } from './browser.ts'
import { openTestServer } from './rig.ts'
import { SCREENS, type Screen } from './screens.ts'
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

/** Takes pictures of all pages, or of those that are named, into a folder that is not kept. */
async function main(names: readonly string[]): Promise<void> {
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  await using site = await openSite()
  await mkdir(FOLDER, { recursive: true })
  for (const { name, prepare, isOfDesk, as } of SCREENS) {
    if (names.length > 0 && !names.includes(name)) continue
    const address = await prepare(site)
    const cookies = as ? await cookiesOf(site, as) : []
    for (const [look, how] of Object.entries(LOOKS)) {
      await using one = isOfDesk
        ? await visitDesk(site, address, how)
        : await site.visit(as ? '/' : address, how)
      if (as) {
        await one.context.addCookies(cookies)
        await one.page.goto(`${site.origin}${address}`)
      }
      await one.page.screenshot({ path: path.join(FOLDER, `${name}-${look}.png`), fullPage: true })
      for (const offence of one.offences) console.error(`${name} ${look}: ${offence}`)
    }
    console.log(`${name}: ${address}`)
  }
}

async function cookiesOf(site: Site, role: NonNullable<Screen['as']>) {
  const { address } = await makeAccount(site.api.app, NOORDDIJK, { role })
  const { jar } = await signIn(site.api.app, address)
  return [...jar].map(([name, value]) => ({ name, value, url: site.origin }))
}
