import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Look, type Opened, openSite, type Site } from './browser.ts'
import { openTestServer } from './rig.ts'
import { pageScreens, SCREENS, type Screen } from './screens.ts'
import { CHANGE_SCREENS } from './screens-changes.ts'
import { takeDocumentPictures } from './screens-documents.ts'
import { nameCategories } from './screens-names.ts'
import { openSampleSite, SAMPLE_SCREENS } from './screens-sample.ts'
import { settle } from './screens-settle.ts'
import { writeSheet } from './screens-sheet.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { visitDesk } from './visit-desk.ts'

const FOLDER = fileURLToPath(new URL('../screens', import.meta.url))
const LOOKS = {
  phone: { screen: 'phone', scheme: 'light' },
  wide: { screen: 'wide', scheme: 'light' },
  dark: { screen: 'phone', scheme: 'dark' },
} as const satisfies Readonly<Record<string, Partial<Look>>>

/** Each in a site of its own; `begins` is how the names of its pictures begin, where all begin alike. */
const ROOMS: readonly {
  begins?: string
  open: () => Promise<Site>
  screens: (site: Site) => readonly Screen[] | Promise<readonly Screen[]>
}[] = [
  { open: openSite, screens: () => SCREENS },
  // Much was done in this one: so that there is something on each page.
  { begins: 'page-', open: openSite, screens: pageScreens },
  { begins: 'changed-', open: openSite, screens: () => CHANGE_SCREENS },
  { begins: 'sample-', open: openSampleSite, screens: () => SAMPLE_SCREENS },
]
/** A page may answer a wrong form with what was wrong with it, and the browser says so on its console. */
const EXPECTED = /^says: .*status of 4\d\d/

process.exitCode = await main(process.argv.slice(2))

/**
 * Takes pictures of all pages, or of those whose names begin so, and writes a sheet of them; 1 when one fails. In Dutch,
 * or with `--en` in English, in a folder of their own; with `--documents` those of the documents alone.
 */
async function main(args: readonly string[]): Promise<number> {
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  const wrong = args.find((one) => one.startsWith('-') && one !== '--en' && one !== '--documents')
  if (wrong !== undefined) {
    console.error(`unknown: ${wrong}; there are --en and --documents`)
    return 1
  }
  if (args.includes('--documents')) {
    await takeDocumentPictures()
    return 0
  }
  const names = args.filter((one) => !one.startsWith('-'))
  const language = args.includes('--en') ? 'en' : 'nl'
  const folder = language === 'nl' ? FOLDER : path.join(FOLDER, language)
  await mkdir(folder, { recursive: true })
  const failed: string[] = []
  for (const { begins = '', open, screens } of ROOMS) {
    if (names.length > 0 && !names.some((one) => canBeIn(one, begins))) continue
    await using site = await open()
    await nameCategories(site)
    const all = await screens(site)
    const asked = all.filter(
      ({ name }) => names.length === 0 || names.some((one) => name.startsWith(one)),
    )
    for (const [i, screen] of asked.entries()) {
      const told = await take(site, screen, { folder, language }).catch((error: Error) => [
        error.message,
      ])
      for (const fault of told) failed.push(`${screen.name}: ${fault}`)
      console.log(`${i + 1}/${asked.length} ${screen.name}${told.map((one) => ` — ${one}`)}`)
    }
  }
  const sheet = await writeSheet(folder, Object.keys(LOOKS))
  if (failed.length > 0) console.error(`\nNot well:\n${failed.join('\n')}`)
  console.log(`\n${sheet}`)
  return failed.length > 0 ? 1 : 0
}

function canBeIn(name: string, begins: string): boolean {
  return name.startsWith(begins) || begins.startsWith(name)
}

type Taking = { folder: string; language: Look['language'] }

/** In each look; answers with what the page did that it may not. */
async function take(site: Site, screen: Screen, { folder, language }: Taking): Promise<string[]> {
  const { name, prepare, as, act } = screen
  const shared = act ? undefined : await prepare(site)
  // What is changed on a page ends sessions, or is there only once: each look is somebody else, at something else.
  const once = act || as === undefined ? undefined : await cookiesOf(site, as)
  const told = new Set<string>()
  for (const [look, how] of Object.entries(LOOKS)) {
    const cookies = once ?? (as ? await cookiesOf(site, as) : (screen.cookies ?? []))
    const address = shared ?? (await prepare(site))
    await using one = await visit(site, address, { screen, cookies, how: { ...how, language } })
    await act?.(one.page, site)
    await settle(one)
    await one.page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true })
    for (const offence of one.offences) if (!EXPECTED.test(offence)) told.add(`${look}: ${offence}`)
  }
  return [...told]
}

type As = {
  screen: Screen
  cookies: readonly { name: string; value: string }[]
  how: Partial<Look>
}

async function visit(site: Site, address: string, { screen, cookies, how }: As): Promise<Opened> {
  if (screen.isOfDesk) return visitDesk(site, address, how)
  // A font that comes late is left out: whoever was here before has it.
  const one = await site.visit('/', how)
  if (cookies.length > 0)
    await one.context.addCookies(cookies.map((cookie) => ({ ...cookie, url: site.origin })))
  await one.page.goto(`${site.origin}${address}`)
  return one
}

async function cookiesOf(site: Site, role: NonNullable<Screen['as']>) {
  const { address } = await makeAccount(site.api.app, NOORDDIJK, { role })
  const { jar } = await signIn(site.api.app, address)
  return [...jar].map(([name, value]) => ({ name, value }))
}
