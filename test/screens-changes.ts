import assert from 'node:assert/strict'
import type { Screen } from './screens.ts'
import { PASSWORD } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { withAuthenticator } from './virtual-authenticator.ts'

const IN = `/${NOORDDIJK}`
const ADMINISTRATION = `${IN}/administration`
const NOTICE = 'main .outcome, main [role=status]:not(:empty):not(.there), main [role=alert]'

type Typed = Readonly<Record<string, string>>

/** Fills in fields by their selectors, presses, and waits for what is said of it. */
const sending =
  (typed: Typed, press: string, told: string = NOTICE): NonNullable<Screen['act']> =>
  async (page) => {
    for (const [selector, value] of Object.entries(typed))
      await page.locator(selector).first().fill(value)
    await page.locator(press).first().click()
    await page.locator(told).first().waitFor()
  }

/** Each look changes something of its own: what was done once cannot be done again. */
const LAMPS = ['L5', 'L8', 'L11']
const LONGITUDES = [5.003, 5.008, 5.013]

function nextIn<T>(few: T[]): T {
  const next = few.shift()
  assert(next !== undefined, 'one for each look')
  return next
}

const day = (years: number) => `${new Date().getFullYear() + years}-01-15`

/** What a page says once something was changed on it, or could not be. */
export const CHANGE_SCREENS: readonly Screen[] = [
  {
    name: 'changed-report-sent',
    prepare: () => `${IN}/melden/versturen?category=tree&lon=5.013&lat=52.013&seen=yes`,
    act: sending(
      { '[name=email]': 'mail@example.org' },
      'form[data-keep] [type=submit]',
      '.ticket',
    ),
  },
  {
    name: 'changed-me-too-sent',
    async prepare({ api }) {
      const { number } = await api.town.report({ category: 'lamp-out', asset: 'L3' })
      return `${IN}/melden/ook/${number}`
    },
    act: sending({}, 'form[data-keep] [type=submit]', '.ticket'),
  },
  {
    name: 'changed-answer-sent',
    async prepare({ api }) {
      const { caseId } = await api.town.report({ category: 'lamp-out', asset: nextIn(LAMPS) })
      const { id, revision } = await api.assignmentOf(caseId)
      return `${IN}/answer/${api.linkTo(id, revision)}`
    },
    async act(page) {
      await page.locator('input[name=answer][value=accepted]').check()
      await page.locator('form.answer [name=name]').fill('Marijke')
      await page.locator('form:has([name=answer]) button[type=submit]').click()
      await page.waitForURL(/told=answered/)
    },
  },
  {
    name: 'changed-password-wrong',
    prepare: () => '/account/password',
    as: 'desk',
    act: sending(
      { '#field-password': 'not the right one', '#field-newPassword': 'another long password' },
      'main form button',
    ),
  },
  {
    name: 'changed-password',
    prepare: () => '/account/password',
    as: 'desk',
    act: sending(
      { '#field-password': PASSWORD, '#field-newPassword': 'another long password' },
      'main form button',
    ),
  },
  {
    name: 'changed-second-factor',
    prepare: () => '/account/second-factor',
    as: 'desk',
    act: sending({ '#field-password': PASSWORD }, 'main form button', '.codes'),
  },
  {
    name: 'changed-passkey',
    prepare: () => '/account/passkeys',
    as: 'desk',
    async act(page, site) {
      await withAuthenticator(page)
      await sending({ '#field-name': 'Laptop' }, 'make-passkey button')(page, site)
    },
  },
  {
    name: 'changed-deletion-wrong',
    prepare: () => '/account/deletion',
    as: 'desk',
    act: sending({ '#field-password': 'not the right one' }, 'main form button'),
  },
  {
    name: 'changed-deletion',
    prepare: () => '/account/deletion',
    as: 'desk',
    act: sending({ '#field-password': PASSWORD }, 'main form button'),
  },
  {
    name: 'changed-forgotten-password',
    prepare: () => '/forgotten-password',
    act: sending({ '#field-address': 'somebody@example.org' }, 'main form button', 'h1 ~ p'),
  },
  {
    name: 'changed-people',
    prepare: () => `${ADMINISTRATION}/people`,
    as: 'administrator',
    act: sending({}, 'section:has(#give) form .button'),
  },
  {
    name: 'changed-people-wrong',
    prepare: () => `${ADMINISTRATION}/people`,
    as: 'administrator',
    async act(page, site) {
      await page.locator('#field-role').selectOption('approver')
      await sending({}, 'section:has(#give) form .button')(page, site)
    },
  },
  {
    name: 'changed-invitations',
    prepare: () => `${ADMINISTRATION}/invitations`,
    as: 'administrator',
    act: sending({ '#field-address': 'colleague@example.org' }, 'form:has(#field-address) .button'),
  },
  {
    name: 'changed-keys',
    prepare: () => `${ADMINISTRATION}/keys`,
    as: 'administrator',
    act: sending(
      { '#field-label': 'Lampenregister', '#field-expires': day(1) },
      'form:has(#field-label) > .button',
      '.outcome .code',
    ),
  },
  {
    name: 'changed-keys-wrong',
    prepare: () => `${ADMINISTRATION}/keys`,
    as: 'administrator',
    act: sending(
      { '#field-label': 'Lampenregister', '#field-expires': day(-2) },
      'form:has(#field-label) > .button',
    ),
  },
  {
    name: 'changed-processing-log-nothing',
    prepare: () => `${ADMINISTRATION}/processing-log?day=2020-01-01`,
    as: 'privacy-officer',
  },
  {
    name: 'changed-mail-text',
    prepare: () => `${IN}/desk/templates/received/nl`,
    as: 'administrator',
    act: sending({ '[name=subject]': 'Dank voor {number}' }, 'button[name=do][value=save]'),
  },
  {
    name: 'changed-mail-text-wrong',
    prepare: () => `${IN}/desk/templates/received/nl`,
    as: 'administrator',
    act: sending({ '[name=subject]': 'Dank voor {nummer}' }, 'button[name=do][value=save]'),
  },
  {
    name: 'changed-desk-case',
    isOfDesk: true,
    async prepare({ api }) {
      const place = { lon: nextIn(LONGITUDES), lat: 52.012 }
      const { number } = await api.town.report({ category: 'bench', place })
      return `${IN}/desk/cases/${number}`
    },
    act: sending({}, 'form:has([name=do][value=settle]) button'),
  },
]
