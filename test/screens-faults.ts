import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const IN = `/${NOORDDIJK}`
const DESK = `${IN}/desk`

/** Fills in what is wrong, sends it, and waits for what is said of it. */
const wrong =
  (fields: Readonly<Record<string, string>>, send: string, told: string) => async (page: Page) => {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`main [name="${name}"]`).first().fill(value)
    await page.locator(send).first().click()
    await page.locator(told).first().waitFor()
  }

/** What pages say when something is wrong, and when there is nothing to show. */
export const FAULT_SCREENS: readonly Screen[] = [
  {
    name: 'report-send-wrong',
    prepare: () => `${IN}/melden/versturen?category=lamp-out&asset=L16`,
    act: wrong({ email: 'naam@voorbeeld' }, 'form[data-keep] button[type=submit]', '[role=alert]'),
  },
  { name: 'report-offline', prepare: () => `${IN}/melden/zonder-verbinding` },
  {
    name: 'report-what-nothing',
    prepare: () => `${IN}/melden?q=onderzeeboot`,
  },
  {
    name: 'follow-wrong',
    prepare: () => `${IN}/follow`,
    act: wrong(
      { number: 'GM9801-26-000001', code: '00000-00000' },
      'form:has([name=code]) button',
      '[role=alert]',
    ),
  },
  {
    name: 'subscribe-wrong',
    prepare: () => `${IN}/volgen?area=centrum`,
    act: wrong({ email: 'naam@voorbeeld' }, 'form:has([name=email]) button', '[role=alert]'),
  },
  {
    name: 'sign-in-wrong',
    prepare: () => '/sign-in',
    act: wrong(
      { address: 'noor@noorddijk.example', password: 'not the right one' },
      'form:has([name=password]) button',
      '[role=alert]',
    ),
  },
  {
    name: 'desk-key-wrong',
    prepare: () => `${DESK}/key`,
    act: wrong({ key: 'lk_of_nobody' }, 'form:has(#key) button', '[role=alert]'),
  },
  {
    name: 'desk-list-empty',
    isOfDesk: true,
    prepare: () => `${DESK}/cases?asset=nothing`,
  },
  {
    name: 'desk-intake-wrong',
    isOfDesk: true,
    prepare: () => `${DESK}/intake`,
    act: wrong({}, 'form.intake > button, .intake button.button:not(.button--quiet)', 'main'),
  },
  { name: 'areas-empty', prepare: () => `/${ZUIDDIJK}/buurt` },
  { name: 'map-empty', prepare: () => `/${ZUIDDIJK}/map` },
  { name: 'map-not-found', prepare: () => `${IN}/map?q=onderzeeboot` },
  { name: 'case-missing', prepare: () => `${IN}/cases/${NOORDDIJK}-26-999999` },
]
