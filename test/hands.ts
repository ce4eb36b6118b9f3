import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: with a pointer, or with the keyboard and nothing else. */
export type Hand = {
  press(target: Locator): Promise<void>
  fill(target: Locator, text: string): Promise<void>
  /** A radio button or a check box. */
  choose(target: Locator): Promise<void>
  pick(target: Locator, value: string): Promise<void>
}

/** No page has as many controls: whoever pressed Tab so often is in a trap, or never comes there. */
const MOST_TABS = 160

export const pointer: Hand = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  pick: async (target, value) => {
    await target.selectOption(value)
  },
}

export function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name)
  const tabTo = async (target: Locator, group = target) => {
    await target.waitFor()
    for (let tabs = 0; !(await has(group, ':focus')); tabs++) {
      assert(tabs < MOST_TABS, `the keyboard comes to ${target}`)
      await key('Tab')
    }
    assert(await showsFocus(page), `who comes to ${target} sees that they are there`)
  }
  return {
    async press(target) {
      await tabTo(target)
      await key('Enter')
    },
    async fill(target, text) {
      await tabTo(target)
      await key('Control+A')
      await page.keyboard.insertText(text)
    },
    async choose(target) {
      const isRadio = await has(target, '[type=radio]')
      const name = await target.getAttribute('name')
      await tabTo(target, isRadio ? page.locator(`input[type=radio][name="${name}"]`) : target)
      for (let steps = 0; isRadio && !(await has(target, ':focus')); steps++) {
        assert(steps < MOST_TABS, `the arrows come to ${target}`)
        await key('ArrowDown')
      }
      if (!(await target.isChecked())) await key('Space')
      assert(await target.isChecked(), `${target} is chosen`)
    },
    async pick(target, value) {
      await tabTo(target)
      await key('Home')
      for (let steps = 0; (await target.inputValue()) !== value; steps++) {
        assert(steps < MOST_TABS, `${target} offers ${value}`)
        await key('ArrowDown')
      }
    },
  }
}

type Part = { matches(selector: string): boolean }

/** Whether one of them is so. */
async function has(target: Locator, selector: string): Promise<boolean> {
  return target.evaluateAll(
    (all, wanted) => (all as unknown as Part[]).some((one) => one.matches(wanted)),
    selector,
  )
}

async function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const one = document.activeElement
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return one.matches(':focus-visible') && (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 || boxShadow !== 'none')
  })()`) as Promise<boolean>
}

/** Tab comes once to each control, in the order in which the page is read, and out of the page again. */
export async function checkTabs(page: Page): Promise<void> {
  const all = (await page.evaluate(`(() => {
    const radios = new Set()
    const can = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex="0"]')]
      .filter((one) => !one.disabled && one.type !== 'hidden' && !one.closest('lantaarn-map'))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        if (one.type !== 'radio') return true
        const group = [...document.getElementsByName(one.name)].filter((other) => other.form === one.form)
        return one === (group.find((other) => other.checked) ?? group[0])
      })
    can.forEach((one, at) => { one.dataset.tab = String(at) })
    document.activeElement?.blur()
    return can.map((one) => one.outerHTML.slice(0, 90))
  })()`)) as string[]
  const seen: number[] = []
  for (let tabs = 0; tabs < all.length * 2 + 40; tabs++) {
    await page.keyboard.press('Tab')
    const at = (await page.evaluate(
      `document.activeElement === document.body ? -1 : Number(document.activeElement?.dataset.tab ?? NaN)`,
    )) as number | null
    // A day has parts of its own, and past the last control comes the browser's own frame.
    if (at === null || Number.isNaN(at) || at === -1 || at === seen.at(-1)) continue
    if (seen.includes(at)) break
    seen.push(at)
  }
  const missed = all.filter((_, at) => !seen.includes(at))
  assert.deepEqual(missed, [], `Tab comes everywhere on ${page.url()}`)
  const start = seen.indexOf(0)
  const round = [...seen.slice(start), ...seen.slice(0, start)]
  assert.deepEqual(
    round,
    round.toSorted((a, b) => a - b),
    `Tab goes as the page is read on ${page.url()}`,
  )
}
