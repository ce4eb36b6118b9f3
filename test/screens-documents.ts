import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { sampleKeys } from '../src/composition/sample-keys.ts'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { openPages } from './browser.ts'
import { settle } from './screens-settle.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'

const FOLDER = fileURLToPath(new URL('../docs/pictures', import.meta.url))
/** On one morning, a Tuesday: a picture changes only where its page does. */
const MORNING_MS = Date.parse('2026-11-24T10:00:00+01:00')
/** A map lets its names come slowly. */
const FADES_IN_MS = 1_000
const TOWN = 'GM9901'
const SIZES = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 860 } } as const

type Picture = {
  name: string
  screen: keyof typeof SIZES
  /** Where it is; the first link of a list is followed by `first`. */
  at: string
  isOfDesk?: true
  first?: string
}

/** Every picture that a document shows, in Dutch: as the documents name what is on it. */
const PICTURES: readonly Picture[] = [
  { name: 'map', screen: 'wide', at: `/${TOWN}/map` },
  { name: 'report-what', screen: 'phone', at: `/${TOWN}/melden?q=lamp` },
  { name: 'report-where', screen: 'phone', at: `/${TOWN}/melden/waar?category=lamp-kapot` },
  { name: 'case', screen: 'phone', at: `/${TOWN}`, first: '#open ~ .rows .row__title a' },
  { name: 'desk-today', screen: 'wide', at: `/${TOWN}/desk/today`, isOfDesk: true },
  {
    name: 'desk-case',
    screen: 'wide',
    at: `/${TOWN}/desk/today`,
    isOfDesk: true,
    first: '.row__title a',
  },
  { name: 'desk-intake', screen: 'wide', at: `/${TOWN}/desk/intake`, isOfDesk: true },
]

/** Takes the pictures of the documents anew, of the sample town: what of a page is seen without scrolling. */
export async function takeDocumentPictures(): Promise<void> {
  await using stack = new AsyncDisposableStack()
  await ensureWebBuild(() => undefined)
  const clock = () => MORNING_MS
  let publicUrl = 'http://localhost'
  const app = stack.use(await openTestApp({ roles: ['web'], clock, publicUrl: () => publicUrl }))
  let ids = 0
  await loadSampleTown(app, {
    scale: 1,
    secretKey: TEST_SECRET,
    now_ms: MORNING_MS,
    newId: () => idOf(++ids),
    say: (line) => console.log(line),
  })
  const { origin, visit } = await openPages(stack, app)
  publicUrl = origin
  const key = sampleKeys(TEST_SECRET).find((one) => one.key.kind === 'desk')?.token ?? ''
  for (const { name, screen, at, isOfDesk, first } of PICTURES) {
    // A font that comes late is left out: whoever was here before has it.
    await using one = await visit('/', { screen })
    const { page } = one
    await page.setViewportSize(SIZES[screen])
    await page.goto(`${origin}${isOfDesk ? `/${TOWN}/desk/key` : at}`)
    if (isOfDesk) await enterDesk(page, key, `${origin}${at}`)
    if (first) {
      await page.locator(first).first().click()
      await page.locator('h1 .number, h1 + .number').waitFor()
    }
    await settle(one)
    await page.waitForTimeout(FADES_IN_MS)
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
    console.log(`docs/pictures/${name}.png`)
  }
}

async function enterDesk(page: Page, key: string, to: string): Promise<void> {
  await page.locator('#key').fill(key)
  await page.locator('#key').press('Enter')
  await page.waitForURL(/\/desk\/today/)
  await page.goto(to, { waitUntil: 'load' })
}

/** In the order in which they are made, as those of a program are. */
function idOf(number: number): string {
  const time = (MORNING_MS + number).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}
