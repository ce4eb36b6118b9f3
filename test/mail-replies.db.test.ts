import assert from 'node:assert/strict'
import { createConnection } from 'node:net'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { type Cell, readSheet, writeSheet } from '#languages/sheet'
import { type MailTown, openMailTown, type ReadMail } from './mail-town.ts'
import { jpegOf } from './pictures.ts'
import { listPhotos, readAnswers } from './read-answers.ts'
import { NOORDDIJK, until } from './town.ts'

const BASE = 'antwoord@noorddijk.example'
const PARTY = 'werk@lichtwerk.example'

describe('a reply to a mail', () => {
  let town: MailTown
  let lamps = 0
  before(async () => {
    town = await openMailTown({
      roles: ['work', 'ingest'],
      replies: {
        host: '127.0.0.1',
        port: 0,
        replyTo: BASE,
        isLmtp: false,
        trusted: ['127.0.0.1'],
      },
    })
  })
  after(() => town[Symbol.asyncDispose]())

  const replyToIn = ({ headers }: ReadMail) => /^reply-to: *<?([^>\s]+)/im.exec(headers)?.[1] ?? ''

  /** A task that is out by mail, with the address that its mail says to reply to. */
  async function asked(own: { category?: string } = {}) {
    const { category = 'lamp-out' } = own
    lamps += 1
    const { number } = await town.report(
      category === 'lamp-out'
        ? { category, asset: `L${lamps}` }
        : { category, place: { lon: 5.01, lat: 52.01 } },
    )
    const mails = async () => (await town.readMails()).filter((one) => one.subject.includes(number))
    await until('the mail', async () => (await mails()).length > 0)
    const id = (await town.case(number)).assignments[0]?.id ?? ''
    await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
    const [mail] = await mails()
    assert(mail)
    return { number, id, mail, mails, to: replyToIn(mail) }
  }

  type Sent = Parameters<ReturnType<typeof createTransport>['sendMail']>[0]
  async function send(to: string, text: string, own: Sent = {}) {
    const relay = createTransport({
      host: '127.0.0.1',
      port: town.app.mailPort,
      secure: false,
      ignoreTLS: true,
    })
    try {
      await relay.sendMail({
        from: 'Jan Jansen <jan@lichtwerk.example>',
        to,
        subject: 'Re: taak',
        text,
        ...own,
      })
      return 250
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0
    } finally {
      relay.close()
    }
  }

  it('has an address in the mail, which says that one may reply', async () => {
    const { mail, to } = await asked()
    assert.match(
      to,
      /^antwoord\+[a-z2-7]{55}@noorddijk\.example$|^antwoord\+[a-z2-7]+@noorddijk\.example$/,
    )
    assert.ok(to.split('@')[0] !== undefined && (to.split('@')[0]?.length ?? 99) <= 64)
    assert.match(mail.text, /kunt ook gewoon op deze mail antwoorden/)
    assert.match(mail.text, /\/work\/ll_/)
  })

  it('is the answer, with the sender’s name sealed, and the same mail again changes nothing', async () => {
    const { id, to, mail } = await asked()
    const text = `Beste gemeente,\n\nGepland 12-12, in de ochtend.\n\nGroet,\nJan\n\nOp ma 9 jun. 2026 om 10:00 schreef Lantaarn <x@y.example>:\n> ${mail.text.replaceAll('\n', '\n> ')}`
    const own = { messageId: '<one@lichtwerk.example>' }
    assert.equal(await send(to, text, own), 250)
    const row = await town.assignment(id)
    assert.equal(row.status, 'planned')
    assert.equal(String(row.planned_on), '2026-12-12')
    assert.equal(await send(to.toUpperCase(), text, own), 250)
    assert.equal((await town.assignment(id)).revision, row.revision)
    const [answer] = await readAnswers(town, id)
    assert.deepEqual([answer?.answered_by, answer?.name], ['link/lichtwerk', 'Jan Jansen'])
    assert.match(answer?.remark ?? '', /in de ochtend/)
    assert.doesNotMatch(answer?.remark ?? '', /Op ma 9 jun/)
  })

  it('takes photos along, and leaves the little picture of a signature', async () => {
    const { id, to, number } = await asked()
    const sharp = (await import('sharp')).default
    const noise = {
      width: 900,
      height: 700,
      channels: 3 as const,
      noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
    }
    const photo = await sharp({ create: { ...noise, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const attachments = [
      { filename: 'IMG_1.jpg', content: photo, contentType: 'image/jpeg' },
      { filename: 'logo.jpg', content: Buffer.from(await jpegOf()), contentType: 'image/jpeg' },
    ]
    assert.equal(await send(to, 'Klaar.\nDe lamp is vervangen.', { attachments }), 250)
    assert.equal((await town.assignment(id)).status, 'done')
    assert.equal((await listPhotos(town, number)).length, 1)
  })

  it('that is not understood gets one mail back a day, with the link, to the party alone', async () => {
    const { id, to, mails } = await asked()
    for (const text of ['Wie is dit?', 'Klaar is het nog niet', '', 'Gepland ooit', 'misschien'])
      assert.equal(await send(to, text, { from: 'iemand@elders.example' }), 250)
    await until('a mail back', async () => (await mails()).length === 2)
    const back = (await mails()).at(-1)
    assert.equal(back?.to, PARTY)
    assert.match(back?.text ?? '', /Uw mail is niet verwerkt: dit antwoord kennen wij niet/)
    assert.match(back?.answer ?? '', /\/answer\//)
    assert.equal((await town.assignment(id)).status, 'offered')
    assert.ok((await town.readMails()).every((one) => one.to !== 'iemand@elders.example'))
  })

  it('to a mail of before is told so', async () => {
    const { id, to, mails } = await asked()
    assert.equal(await send(to, 'akkoord'), 250)
    assert.equal(await send(to, 'begonnen'), 250)
    assert.equal((await town.assignment(id)).status, 'accepted')
    await until('told', async () =>
      (await mails()).some(({ text }) => /intussen veranderd/.test(text)),
    )
  })

  it('of a machine is read by nobody and answered by nobody', async () => {
    const { id, to, mails } = await asked()
    const before = (await mails()).length
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
      { 'X-Auto-Response-Suppress': 'All' },
      { 'List-Id': '<x.example>' },
    ] as Record<string, string>[])
      assert.equal(await send(to, 'Akkoord', { headers }), 250)
    assert.equal(await send(to, 'Akkoord', { envelope: { from: '', to } }), 250)
    assert.equal((await town.assignment(id)).status, 'offered')
    assert.equal((await mails()).length, before)
  })

  it('that says that our mail did not arrive brings the case to the desk, and a delay does not', async () => {
    const { number, to } = await asked()
    const report = (action: string) =>
      [
        'From: MAILER-DAEMON@relay.example',
        `To: ${to}`,
        'Subject: Undelivered',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'sorry',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; relay.example',
        '',
        `Final-Recipient: rfc822; ${PARTY}`,
        `Action: ${action}`,
        'Status: 5.1.1',
        '',
        '--b--',
        '',
      ].join('\r\n')
    const bounce = (action: string) =>
      send(to, '', { raw: report(action), envelope: { from: '', to } })
    assert.equal(await bounce('delayed'), 250)
    assert.deepEqual((await town.case(number)).desk, [])
    assert.equal(await bounce('failed'), 250)
    assert.deepEqual((await town.case(number)).desk, ['delivery-stuck'])
    assert.equal(await bounce('failed'), 250)
    assert.deepEqual((await town.case(number)).desk, ['delivery-stuck'])
  })

  it('never ends danger', async () => {
    const { number, id, to, mails } = await asked()
    const { caseId } = { caseId: (await town.case(number)).id }
    await town.app.cases(NOORDDIJK, { type: 'RaiseDanger', caseId, by: 'desk', source: 'test' })
    await until('told', async () => (await mails()).length === 2)
    const newest = replyToIn((await mails()).at(-1) as ReadMail)
    assert.notEqual(newest, to)
    for (const text of ['veilig gemaakt', 'klaar']) assert.equal(await send(newest, text), 250)
    assert.equal((await town.case(number)).made_safe_at, null)
    await until('told why', async () =>
      (await mails()).some(({ text }) => /meldt u op de pagina/.test(text)),
    )
    assert.equal(await send(newest, 'akkoord'), 250)
    assert.equal((await town.assignment(id)).status, 'accepted')
  })

  it('with a sheet is taken row by row, and what became of it comes back', async () => {
    const [one, two] = [await asked(), await asked()]
    const head = ['Taak', 'Versie', 'Antwoord', 'Opmerking']
    const rows: Cell[][] = [
      head,
      [one.id, (await town.assignment(one.id)).revision, 'klaar', 'geheim-woord'],
      [two.id, 999, 'klaar', null],
      ['0190a000-0000-7000-8000-000000000000', 1, 'klaar', null],
    ]
    const attachments = [{ filename: 'taken.xlsx', content: Buffer.from(writeSheet(rows, 'xlsx')) }]
    assert.equal(await send(two.to, 'Zie bijlage', { attachments }), 250)
    assert.equal((await town.assignment(one.id)).status, 'done')
    assert.equal((await town.assignment(two.id)).status, 'offered')
    await until('the results', async () =>
      (await two.mails()).some(({ text }) => /1 antwoord overgenomen, 2 geweigerd/.test(text)),
    )
    const raw = (await town.mails()).find((mail) => /filename=lantaarn\.xlsx/.test(mail)) ?? ''
    const [, base64 = ''] =
      /filename=lantaarn\.xlsx[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw) ?? []
    const parsed = await readSheet(new Uint8Array(Buffer.from(base64, 'base64')))
    assert('rows' in parsed)
    assert.deepEqual(
      parsed.rows.map((row) => row[2]),
      [
        'Uitkomst',
        'verwerkt',
        'geweigerd: deze taak is intussen veranderd; haal een nieuw bestand op',
        'geweigerd: deze taak is er niet, of is niet van u',
      ],
    )
  })

  it('with a picture that is called a sheet is refused in words', async () => {
    const { to, mails } = await asked()
    const attachments = [{ filename: 'taken.xlsx', content: Buffer.from(await jpegOf()) }]
    assert.equal(await send(to, 'Zie bijlage', { attachments }), 250)
    await until('told', async () =>
      (await mails()).some(({ text }) => /geen xlsx of csv/.test(text)),
    )
  })

  it('to a token that has expired is told so, and one that is forged is refused at the door', async () => {
    const { id, to, mails } = await asked()
    const token = town.app.vault.signReply({
      tenant: NOORDDIJK,
      subject: id,
      revision: 1,
      expires_ms: town.clock() - 86_400_000,
    })
    assert.equal(await send(`antwoord+${token}@noorddijk.example`, 'akkoord'), 250)
    await until('told', async () =>
      (await mails()).some(({ text }) => /mail die te oud is/.test(text)),
    )
    const [name = '', host = ''] = to.split('@')
    const forged = `${name.slice(0, -3)}${name.endsWith('aaa') ? 'bbb' : 'aaa'}@${host}`
    for (const other of [
      forged,
      BASE,
      'info@noorddijk.example',
      'x@elsewhere.example',
      to.replace('noorddijk', 'zuiddijk'),
    ])
      assert.equal(await send(other, 'akkoord'), 550, other)
    assert.equal((await town.assignment(id)).status, 'offered')
  })

  it('that is no mail at all leaves the door as it was', async () => {
    const { id, to } = await asked()
    const talk = (lines: string) =>
      new Promise<string>((resolve) => {
        const socket = createConnection({ host: '127.0.0.1', port: town.app.mailPort ?? 0 })
        let heard = ''
        socket.on('data', (data) => {
          heard += data
        })
        socket.on('close', () => resolve(heard))
        socket.on('error', () => resolve(heard))
        socket.write(lines)
        setTimeout(() => socket.destroy(), 150)
      })
    const junk = fc.sample(fc.string({ unit: 'binary', maxLength: 400 }), 12)
    await Promise.all([
      ...junk.map((one) =>
        talk(`EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${to}>\r\nDATA\r\n${one}\r\n.\r\n`),
      ),
      ...junk.map((one) => talk(one)),
      talk(`EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${to}>\r\nDATA\r\nhalf a mail`),
    ])
    assert.equal((await town.assignment(id)).status, 'offered')
    assert.equal(await send(to, 'akkoord'), 250)
    assert.equal((await town.assignment(id)).status, 'accepted')
  })

  it('is kept by its sender while the database is away', async () => {
    const { to, id } = await asked()
    const original = town.app.pool.read
    town.app.pool.read = () => Promise.reject(new Error('away'))
    try {
      assert.equal(await send(to, 'akkoord'), 451)
    } finally {
      town.app.pool.read = original
    }
    assert.equal(await send(to, 'akkoord'), 250)
    assert.equal((await town.assignment(id)).status, 'accepted')
  })
})

describe('without an address to reply to', () => {
  it('the mail says that nobody reads a reply, and no door is open', async () => {
    await using town = await openMailTown({ roles: ['work', 'ingest'] })
    await town.report({ category: 'lamp-out', asset: 'L1' })
    const [mail] = await town.mailed(1)
    assert.doesNotMatch(mail?.headers ?? '', /reply-to/i)
    assert.match(mail?.text ?? '', /Antwoorden op deze mail leest niemand/)
    assert.equal(town.app.mailPort, undefined)
  })
})
