import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createTransport } from 'nodemailer'
import { type Cell, writeSheet } from '#languages/sheet'
import { type MailTown, openMailTown, type ReadMail } from './mail-town.ts'
import { agreementOf } from './small-town.ts'
import { until } from './town.ts'

const PARTY = 'werk@lichtwerk.example'

describe('a reply to a digest', () => {
  let town: MailTown
  let day = 9
  let lamps = 0
  before(async () => {
    town = await openMailTown({
      roles: ['work', 'ingest'],
      replies: {
        host: '127.0.0.1',
        port: 0,
        replyTo: 'antwoord@noorddijk.example',
        isLmtp: false,
        trusted: ['127.0.0.1'],
      },
    })
    await town.enter([
      agreementOf({
        id: 'lighting',
        party: 'lichtwerk',
        categories: ['lighting'],
        scope: { managers: ['noorddijk'] },
        reach: { channel: 'email', digest: { at: ['07:00'] } },
      }),
    ])
  })
  after(() => town[Symbol.asyncDispose]())

  const toParty = async () => (await town.readMails()).filter(({ to }) => to === PARTY)
  const taskOf = async (number: string) => {
    const [task] = (await town.case(number)).assignments
    return town.assignment(task?.id ?? '')
  }

  /** So many tasks, in the digest of the next morning. */
  async function told(count: number) {
    const numbers: string[] = []
    for (let i = 0; i < count; i++) {
      lamps += 1
      numbers.push((await town.report({ category: 'lamp-out', asset: `L${lamps}` })).number)
    }
    day += 1
    town.at(`2026-06-${String(day).padStart(2, '0')}T07:00:05+02:00`)
    const isIt = ({ text }: ReadMail) => numbers.every((number) => text.includes(number))
    await until('the digest', async () => (await toParty()).some(isIt))
    const mail = (await toParty()).find(isIt)
    assert(mail)
    for (const number of numbers)
      await until('received', async () => (await taskOf(number)).delivered_at !== null)
    return { numbers, mail, to: /^reply-to: *<?([^>\s]+)/im.exec(mail.headers)?.[1] ?? '' }
  }

  type Sent = Parameters<ReturnType<typeof createTransport>['sendMail']>[0]
  async function send(to: string, text: string, own: Sent = {}): Promise<void> {
    const port = town.app.mailPort
    const relay = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
    const from = 'Jan <jan@lichtwerk.example>'
    await relay.sendMail({ from, to, subject: 'Re: overzicht', text, ...own })
    relay.close()
  }

  const back = async (words: RegExp) => {
    await until(`told ${words}`, async () => (await toParty()).some(({ text }) => words.test(text)))
    return (await toParty()).findLast(({ text }) => words.test(text)) as ReadMail
  }

  it('of several tasks changes nothing, and asks which one, with a link for each', async () => {
    const { numbers, mail, to } = await told(2)
    assert.match(mail.text, /hij gaat over meer taken/)
    await send(to, 'Klaar')
    await send(to, 'Klaar, allebei')
    const answer = await back(/wij weten niet welke taak u bedoelt/)
    assert.equal(answer.to, PARTY)
    assert.equal(new Set(answer.links.filter((url) => url.includes('/answer/'))).size, 2)
    for (const number of numbers) {
      assert(answer.text.includes(number))
      assert.equal((await taskOf(number)).status, 'offered')
    }
    const all = (await toParty()).filter(({ text }) => /welke taak u bedoelt/.test(text))
    assert.equal(all.length, 1, 'once a day')
  })

  it('of one task is the answer to that task', async () => {
    const { numbers, mail, to } = await told(1)
    assert.match(mail.text, /kunt ook gewoon op deze mail antwoorden/)
    await send(to, 'Gepland 12-12')
    assert.equal((await taskOf(numbers[0] ?? '')).status, 'planned')
  })

  it('with a sheet is taken row by row, and what became of it comes back', async () => {
    const { numbers, to } = await told(2)
    const tasks = await Promise.all(numbers.map(taskOf))
    const rows: Cell[][] = [
      ['Taak', 'Versie', 'Antwoord'],
      ...tasks.map(({ id, revision }, i) => [id, revision, i === 0 ? 'klaar' : 'onzin']),
    ]
    const attachments = [{ filename: 'taken.xlsx', content: Buffer.from(writeSheet(rows, 'xlsx')) }]
    await send(to, 'Zie bijlage', { attachments })
    assert.equal((await taskOf(numbers[0] ?? '')).status, 'done')
    assert.equal((await taskOf(numbers[1] ?? '')).status, 'offered')
    const answer = await back(/1 antwoord overgenomen, 1 geweigerd/)
    assert.match(answer.raw, /filename=lantaarn\.xlsx/)
    assert(answer.text.includes(numbers[1] ?? '') && !answer.text.includes(numbers[0] ?? '?'))
  })

  it('of a machine is left alone, and one that says that it did not arrive brings each task to the desk', async () => {
    const { numbers, to } = await told(2)
    const before = (await toParty()).length
    await send(to, 'Ik ben er niet', { headers: { 'Auto-Submitted': 'auto-replied' } })
    const report = [
      'From: MAILER-DAEMON@relay.example',
      `To: ${to}`,
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.example',
      '',
      `Final-Recipient: rfc822; ${PARTY}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b--',
      '',
    ].join('\r\n')
    await send(to, '', { raw: report, envelope: { from: '', to } })
    for (const number of numbers)
      assert.deepEqual((await town.case(number)).desk, ['delivery-stuck'])
    assert.equal((await toParty()).length, before)
  })
})
