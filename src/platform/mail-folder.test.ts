import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'node:test'
import { openMailFolder as openFolder } from '../../test/mail-folder.ts'
import { openMailer } from './mail.ts'
import { openMailFolder } from './mail-folder.ts'

const NOW = Date.parse('2026-06-09T08:00:00Z')

describe('the folder of mails', () => {
  it('gives back what was written into it, the newest first and by pages', async () => {
    await using box = await openFolder()
    let now_ms = NOW
    const mailer = openMailer({
      from: () => 'a@noorddijk.example',
      folder: box.folder,
      clock: () => now_ms,
      timeout_ms: 100,
    })
    const text =
      'Coördinaten — 1 = 1, een lange regel die over de zestig tekens gaat: één, twee, €3.\n'
    for (const subject of ['Eén — lamp kapot', 'Twee', 'x'.repeat(140)]) {
      now_ms += 1
      await mailer.send({
        to: 'b@c.example',
        subject,
        text,
        html: `<p>${text}</p>`,
        messageId: 'm',
      })
    }
    const folder = openMailFolder(box.folder)
    const names = await folder.list({ most: 2 })
    assert.equal(names.length, 2)
    const older = await folder.list({ most: 2, before: names[1] ?? '' })
    const read = await Promise.all([...names, ...older].map((name) => folder.read(name)))
    assert.deepEqual(
      read.map((mail) => mail?.subject),
      ['x'.repeat(140), 'Twee', 'Eén — lamp kapot'],
    )
    for (const mail of read) {
      assert.equal(mail?.text.trim(), text.trim())
      assert.equal(mail?.to, 'b@c.example')
      assert.equal(mail?.from, 'a@noorddijk.example')
    }
  })

  it('gives nothing that is no mail of ours, nor anything outside it', async () => {
    await using box = await openFolder()
    const inner = path.join(box.folder, 'mail')
    await mkdir(inner)
    await writeFile(path.join(box.folder, 'secret.eml'), 'Subject: x\r\n\r\ny')
    await writeFile(path.join(inner, 'half.eml.draft'), 'Subject: x\r\n\r\ny')
    const folder = openMailFolder(inner)
    assert.deepEqual(await folder.list({ most: 10 }), [])
    for (const name of [
      '../secret.eml',
      '..%2fsecret.eml',
      'half.eml.draft',
      'none.eml',
      '',
      '/etc/passwd',
    ])
      assert.equal(await folder.read(name), undefined, name)
    assert.deepEqual(await openMailFolder(path.join(inner, 'none')).list({ most: 1 }), [])
  })
})
