import type { Locator } from 'playwright-core'
import { checkAccessible, checkFits, type Opened, type Site, wholePage } from './browser.ts'
import { checkTabs, type Hand, keyboard, pointer } from './hands.ts'

/** How a journey is walked. */
export type Gait = { screen: 'phone' | 'wide'; language: 'nl' | 'en'; hasScripts: boolean }

/** Without scripts on a phone with a thumb; and with them on a wide screen, by the keyboard alone. */
export const GAITS: readonly Gait[] = [
  { screen: 'phone', language: 'en', hasScripts: false },
  { screen: 'wide', language: 'nl', hasScripts: true },
]

export type Walker = Hand & {
  site: Site
  gait: Gait
  page: Opened['page']
  context: Opened['context']
  /** The one part of the page that is so. */
  at(selector: string, hasText?: string | RegExp): Locator
  open(address: string): Promise<void>
  /** Presses, and is at the page to which that leads. */
  lead(target: Locator, address: RegExp): Promise<void>
  /** Presses, and reads what the page after it says. */
  hear(target: Locator, selector: string): Promise<string>
}

/** Somebody on their way through the pages; each page that they pass fits, and can be used by everybody. */
export function walkerOf(site: Site, { page, context }: Opened, gait: Gait): Walker {
  const hand = gait.hasScripts ? keyboard(page) : pointer
  const passed = new Set<string>()
  const look = async () => {
    await checkFits(page)
    // Where scripts run at all; what no script touches, every page is looked at for by itself.
    if (!gait.hasScripts) return
    const name = new URL(page.url()).pathname.replaceAll(/GM\d{4}-\d+-\d+|ll_[\w-]+/g, '*')
    if (passed.has(name)) return
    passed.add(name)
    await checkAccessible(page)
    await checkTabs(page)
  }
  /** The page that is left may have such an address, or say the same: only one that comes after the press counts. */
  const arrive = async (target: Locator, address: RegExp) => {
    const arrived = page.waitForEvent(
      'framenavigated',
      (frame) => frame === page.mainFrame() && frame.url().search(address) >= 0,
    )
    await Promise.all([arrived, hand.press(target)])
    await wholePage(page)
  }
  return {
    ...hand,
    site,
    gait,
    page,
    context,
    at: (selector, hasText) =>
      page.locator(selector, hasText === undefined ? {} : { hasText }).first(),
    async open(address) {
      await page.goto(`${site.origin}${address}`, { waitUntil: 'load' })
      await look()
    },
    async lead(target, address) {
      await arrive(target, address)
      await look()
    },
    async hear(target, selector) {
      await arrive(target, /./)
      const told = page.locator(selector).first()
      await told.waitFor()
      await look()
      return (await told.textContent()) ?? ''
    },
  }
}
