import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { checkAccessible, checkFits, LOOKS, type Opened, openSite, type Site } from './browser.ts'

const WEB = path.join(import.meta.dirname, '../web')
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'"

let site: Site
let html: string
before(async () => {
  site = await openSite()
  html = await specimenHtml()
})
after(() => site[Symbol.asyncDispose]())

/** The parts as the program makes them, without the rest of the app. */
async function specimenHtml(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-parts-'))
  try {
    await build({
      root: WEB,
      configFile: false,
      logLevel: 'warn',
      build: { ssr: 'specimen/parts.tsx', outDir: folder, emptyOutDir: false },
      ssr: { noExternal: true },
    })
    const { specimen } = await import(pathToFileURL(path.join(folder, 'parts.js')).href)
    return specimen()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts the parts on a page of the site: with its stylesheet and under a policy as strict as its own. */
async function showParts({ page }: Opened, theme = ''): Promise<void> {
  const sheet = await page.locator('link[rel=stylesheet]').getAttribute('href')
  await page.route('**/parts', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY },
      body: `<!doctype html><html lang="en" class="voorbeeld-theme lantaarn"><head><title>Parts</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,"><link rel="stylesheet" href="${sheet}">${theme}</head>
        <body><main class="frame" id="content">${html}</main></body></html>`,
    }),
  )
  await page.goto(`${site.origin}/parts`)
}

const styleOf = (one: Opened, selector: string, property: string) =>
  one.page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`,
  )

describe('the parts of a page', () => {
  for (const look of LOOKS)
    it(`read well and keep the policy: ${look.screen}, ${look.scheme}`, async () => {
      // The checker is a script itself; the policy of the parts lets none of the page's own run.
      await using one = await site.visit('/', { ...look, hasScripts: true })
      await showParts(one)
      await checkFits(one.page)
      await checkAccessible(one.page)
      assert.deepEqual(one.offences, [])
    })

  it('are large enough for a thumb', async () => {
    await using one = await site.visit('/')
    await showParts(one)
    const parts = '.nl-button, .button, input:not([type=radio], [type=checkbox]), textarea, select'
    for (const part of await one.page.locator(`${parts}, .choice-field__choice`).all()) {
      const { height = 0 } = (await part.boundingBox()) ?? {}
      assert(height >= 44, `${height} px: ${await part.textContent()}`)
    }
  })

  it('have the look of the component where they are made by its class', async () => {
    await using one = await site.visit('/')
    await showParts(one)
    for (const property of ['backgroundColor', 'color', 'borderRadius', 'fontWeight', 'height'])
      assert.equal(
        await styleOf(one, 'a.button', property),
        await styleOf(one, 'a.nl-button--primary', property),
        property,
      )
  })

  it('say what is wrong with a field to whoever hears it, and nothing of one that is only empty', async () => {
    await using one = await site.visit('/')
    await showParts(one)
    const mail = one.page.getByRole('textbox', { name: 'Your e-mail address' })
    assert.equal(await mail.getAttribute('aria-invalid'), 'true')
    assert.equal(await mail.getAttribute('aria-describedby'), 'mail-description mail-error')
    assert.equal(
      await one.page.locator('#mail-error').textContent(),
      'This is not an e-mail address.',
    )
    assert.equal(await one.page.locator('#what').getAttribute('aria-invalid'), null)
    assert.equal(
      await styleOf(one, '#what', 'borderTopColor'),
      await styleOf(one, '#number', 'borderTopColor'),
    )
    assert.notEqual(
      await styleOf(one, '#where', 'borderTopColor'),
      await styleOf(one, '#what', 'borderTopColor'),
    )
  })

  it('lead to a party in each way that is known, and say nothing of one that cannot be reached', async () => {
    await using one = await site.visit('/')
    await showParts(one)
    const ways = await one.page.locator('.contact').all()
    const leadTo = await Promise.all(
      ways.map(async (way) => {
        const links = await way.getByRole('link').all()
        return Promise.all(links.map((link) => link.getAttribute('href')))
      }),
    )
    assert.deepEqual(leadTo, [
      ['tel:0318123456', 'mailto:melden@lichtbeheer.example', 'https://lichtbeheer.example/'],
      ['tel:112'],
    ])
    assert.match((await one.page.locator('p:has(.contact)').first().textContent()) ?? '', /^Lichtb/)
    assert.equal(await one.page.locator('#unreached').innerHTML(), '')
  })

  it('begin at what came of what somebody just did', async () => {
    await using one = await site.visit('/')
    await showParts(one)
    const begun = one.page.locator('.outcome:focus')
    await begun.waitFor()
    assert.equal(await begun.getByRole('status').textContent(), 'Your report was sent')
    assert.equal(await one.page.getByRole('alert').count(), 1)
  })

  it('take the colours of a town, which sets the basis alone', async () => {
    await using one = await site.visit('/')
    await one.page.route('**/town.css', (route) =>
      route.fulfill({
        contentType: 'text/css',
        body: `:root { --basis-color-accent-1-inverse-bg-default: rgb(122, 31, 92);
          --basis-color-action-2-color-default: rgb(1, 2, 3); --basis-form-control-border-radius: 0px }`,
      }),
    )
    await showParts(one, '<link rel="stylesheet" href="/town.css">')
    const colour = (selector: string) => styleOf(one, selector, 'backgroundColor')
    assert.equal(await colour('.nl-button--primary'), 'rgb(122, 31, 92)')
    assert.equal(await colour('.button'), 'rgb(122, 31, 92)')
    assert.equal(await styleOf(one, '.nl-link', 'color'), 'rgb(1, 2, 3)')
    assert.equal(await styleOf(one, '#number', 'borderTopLeftRadius'), '0px')
  })
})
