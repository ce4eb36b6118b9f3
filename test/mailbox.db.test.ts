import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'node:test'
import { openMailFolder } from './mail-folder.ts'
import { openMailTown } from './mail-town.ts'

async function openBox(isShown: boolean) {
  const box = await openMailFolder()
  const town = await openMailTown({ mail: { folder: box.folder, isShown } })
  const get = async (address: string) => {
    const response = await town.app.http.request(address, { headers: { 'accept-language': 'nl' } })
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
    while ((await box.mails()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
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
  })
})
