import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readSheet, writeSheet } from '#languages/sheet'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type MailTown, openMailTown } from './mail-town.ts'
import { NOORDDIJK, until } from './town.ts'

describe('the page with all the open work of a party', () => {
  let town: MailTown
  before(async () => {
    await ensureWebBuild(() => undefined)
    town = await openMailTown({ roles: ['work', 'web'] })
  })
  after(() => town[Symbol.asyncDispose]())

  async function asked() {
    const { number } = await town.report({ category: 'lamp-out', asset: 'L1' })
    const [mail] = await town.mailed(1)
    const id = (await town.case(number)).assignments[0]?.id ?? ''
    await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
    const link = mail?.links.find((one) => one.includes('/work/')) ?? ''
    return { id, path: new URL(link).pathname }
  }
  const get = (path: string) => town.app.http.request(path)
  async function bring(path: string, file: Uint8Array<ArrayBuffer> | undefined, name: string) {
    const body = new FormData()
    body.set('name', name)
    if (file) body.set('sheet', new File([file], 'taken.xlsx'))
    const response = await town.app.http.request(path, { method: 'POST', body })
    return { status: response.status, text: (await response.text()).replaceAll('<!-- -->', '') }
  }

  it('is in the mail, gives the sheet, takes it back and says what became of it', async () => {
    const { id, path } = await asked()
    const page = await get(path)
    assert.equal(page.status, 200)
    assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/)
    assert.match(await page.text(), /sheet\?format=xlsx/)
    const sheet = await get(`${path}/sheet?format=xlsx`)
    assert.match(sheet.headers.get('content-disposition') ?? '', /lantaarn\.xlsx/)
    const parsed = await readSheet(new Uint8Array(await sheet.arrayBuffer()))
    assert('rows' in parsed)
    const [head = [], row = []] = parsed.rows
    const filled = head.map((name, at) => (name === 'Antwoord' ? 'misschien' : (row[at] ?? null)))
    const wrong = await bring(path, writeSheet([head, filled], 'xlsx'), 'Jan')
    assert.match(
      wrong.text,
      /0 antwoorden overgenomen, 1 geweigerd[\s\S]*dit antwoord kennen wij niet/,
    )
    filled[head.indexOf('Antwoord')] = 'akkoord'
    const told = await bring(path, writeSheet([head, filled], 'xlsx'), 'Jan')
    assert.equal(told.status, 200)
    assert.match(told.text, /1 antwoord overgenomen, 0 geweigerd/)
    assert.equal((await town.assignment(id)).status, 'accepted')
    for (const [file, name, status, words] of [
      [undefined, 'Jan', 400, /Kies het bestand/],
      [writeSheet([head], 'xlsx'), '', 400, /Vul uw naam in/],
      [new Uint8Array([0x89, 0x50, 0, 1]), 'Jan', 400, /geen xlsx of csv/],
      [new Uint8Array(3 * 1024 * 1024), 'Jan', 413, /te groot/],
    ] as const) {
      const refused = await bring(path, file, name)
      assert.equal(refused.status, status, String(words))
      assert.match(refused.text, words)
    }
  })

  it('is not there by a link that is not ours, has expired, or is for something else', async () => {
    const now_ms = town.clock()
    const subject = '0190a000-0000-7000-8000-000000000000'
    const link = {
      kind: 'work',
      tenant: NOORDDIJK,
      subject,
      revision: 0,
      expires_ms: now_ms - 1000,
    }
    for (const token of ['ll_nothing', town.app.vault.signLink(link)]) {
      const page = await get(`/${NOORDDIJK}/work/${token}`)
      assert.equal(page.status, 404)
      assert.match(await page.text(), /Deze link werkt niet meer/)
      assert.equal((await get(`/${NOORDDIJK}/work/${token}/sheet`)).status, 404)
    }
  })
})
