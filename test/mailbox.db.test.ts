import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { openMailFolder } from './mail-folder.ts'
import { openMailTown } from './mail-town.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK, until } from './town.ts'

async function openBox(isShown: boolean) {
  const box = await openMailFolder()
  await ensureWebBuild(() => undefined)
  const town = await openMailTown({
    mail: { folder: box.folder, isShown },
    roles: ['work', 'web'],
  })
  const get = async (address: string) => {
    const response = await town.app.http.request(address, {
      headers: { 'accept-language': 'nl', accept: 'text/html' },
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    box,
    town,
    get,
    async [Symbol.asyncDispose]() {
      await town[Symbol.asyncDispose]()
      await box[Symbol.asyncDispose]()
    },
  }
}

describe('the local mailbox', () => {
  it('lists what was mailed, the newest first, and leads from a mail to the page to answer', async () => {
    await using own = await openBox(true)
    const { town, box, get } = own
    assert.match((await get('/mailbox')).text, /Er is nog geen post/)
    const one = await town.report({ category: 'lamp-out', asset: 'L3' })
    const words = { description: '<img src=x onerror=alert(1)> https://evil.example/x' }
    const two = await town.report({ category: 'lamp-out', asset: 'L9', words })
    await until('both are mailed', async () => (await box.mails()).length >= 2)
    const list = await get('/mailbox')
    assert.equal(list.status, 200)
    assert(list.text.includes(one.number) && list.text.includes(two.number))
    const names = [...list.text.matchAll(/href="\/mailbox\/([^"?]+)"/g)].map(([, name]) => name)
    assert.equal(names.length, 2)
    assert.deepEqual(names, names.toSorted().reverse())
    const mails = await Promise.all(names.map((name) => get(`/mailbox/${name}`)))
    const mail = mails.find(({ text }) => text.includes(two.number))
    assert(mail)
    assert.match(mail.text, /&lt;img src=x onerror=alert\(1\)&gt;/)
    assert.doesNotMatch(mail.text, /<img|<script|href="https:\/\/evil/)
    assert.match(mail.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    const [, link] = /href="http:\/\/localhost(\/GM9801\/answer\/[^"]+)"/.exec(mail.text) ?? []
    assert.equal((await get(link ?? '')).status, 200)
  })

  it('is read over the API page by page, also by whoever has signed in', async () => {
    await using own = await openBox(true)
    for (const asset of ['L3', 'L9', 'L11']) await own.town.report({ category: 'lamp-out', asset })
    await until('three mails', async () => (await own.box.mails()).length === 3)
    const { address } = await makeAccount(own.town.app, NOORDDIJK, { role: 'desk' })
    const somebody = await signIn(own.town.app, address)
    const all = (await somebody.get('/api/v1/mails')).json.items
    assert.equal(all.length, 3)
    const read = async (path: string) => JSON.parse((await own.get(`/api/v1/mails${path}`)).text)
    const first = await read('?limit=2')
    const rest = await read(`?limit=2&cursor=${first.next}`)
    assert.deepEqual([...first.items, ...rest.items], all)
    assert.equal(rest.next, undefined)
    const { text, ...head } = await read(`/${all[0].id}`)
    assert.match(text, /\/answer\/ll_/)
    assert.deepEqual(Object.keys(head), ['id', 'to', 'subject', 'date', 'from'])
  })

  it('opens nothing that is no mail in its folder', async () => {
    await using own = await openBox(true)
    await writeFile(path.join(own.box.folder, '..', 'lantaarn-beside.eml'), 'Subject: no\r\n\r\nx')
    for (const name of ['none.eml', '..%2Flantaarn-beside.eml', '%2Fetc%2Fpasswd', '%00.eml', 'x'])
      assert.equal((await own.get(`/mailbox/${name}`)).status, 404, name)
  })

  it('is not there where it is not wanted', async () => {
    await using own = await openBox(false)
    await own.town.report({ category: 'lamp-out', asset: 'L3' })
    assert.equal((await own.get('/mailbox')).status, 404)
    assert.equal((await own.get('/mailbox/a.eml')).status, 404)
    for (const path of ['/api/v1/mails', '/api/v1/mails/a.eml'])
      assert.equal((await own.get(path)).status, 404)
  })
})
