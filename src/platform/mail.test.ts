import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { describe, it } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { openMailFolder } from '../../test/mail-folder.ts'
import { isMailAddress, type Mail, type MailSettings, openMailer } from './mail.ts'

const NOW = Date.parse('2026-06-09T08:00:00Z')
const MAIL: Mail = {
  to: 'werk@lichtwerk.example',
  subject: '[GM9801-26-000001] Lamp kapot — Dijkstraat',
  text: 'Wat: de lamp is kapot.\n\n.een regel met een punt\n',
  html: '<p>Wat: de lamp is kapot.</p>',
  messageId: '0197f2a0-1111-7222-8333-444455556666',
}

function mailerAt(smtpUrl: string | undefined, own: Partial<MailSettings> = {}) {
  return openMailer({
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    from: () => 'meldingen@noorddijk.example',
    folder: '/nowhere',
    clock: () => NOW,
    timeout_ms: 20_000,
    ...own,
  })
}

type Arrived = { from: string; to: string[]; text: string; user?: string }

/** A real SMTP server of the smtp-server package on a free port. */
async function openRelay(options: SMTPServerOptions = {}) {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const { mailFrom, rcptTo } = session.envelope
      arrived.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        text: Buffer.concat(chunks).toString(),
        ...(session.user && { user: session.user }),
      })
      done()
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    arrived,
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

describe('a mail through a relay', () => {
  it('arrives as it was written, from whom and by whom it is said to be', async () => {
    await using relay = await openRelay()
    assert.deepEqual(await mailerAt(`smtp://${relay.host}`).send(MAIL), { isDelivered: true })
    const [mail] = relay.arrived
    assert(mail)
    assert.equal(mail.from, 'meldingen@noorddijk.example')
    assert.deepEqual(mail.to, ['werk@lichtwerk.example'])
    assert.match(
      mail.text,
      /^Message-ID: <0197f2a0-1111-7222-8333-444455556666@noorddijk.example>/m,
    )
    assert.match(mail.text, /^Auto-Submitted: auto-generated/m)
    assert.match(mail.text, /^Date: Tue, 09 Jun 2026 08:00:00 \+0000/m)
    assert.match(mail.text, /^\.?\.een regel met een punt/m)
    assert.match(mail.text, /multipart\/alternative/)
  })

  it('is the same mail when it is sent again, and names the one that it follows', async () => {
    await using relay = await openRelay()
    const mailer = mailerAt(`smtp://${relay.host}`)
    const reply = { ...MAIL, inReplyTo: 'first-of-the-thread', headers: { 'X-Case': 'one' } }
    for (let i = 0; i < 2; i++) assert.deepEqual(await mailer.send(reply), { isDelivered: true })
    const ids = relay.arrived.map(({ text }) => /^Message-ID: .*$/m.exec(text)?.[0])
    assert.equal(new Set(ids).size, 1)
    for (const { text } of relay.arrived) {
      assert.match(text, /^In-Reply-To: <first-of-the-thread@noorddijk.example>/m)
      assert.match(text, /^References: <first-of-the-thread@noorddijk.example>/m)
      assert.match(text, /^X-Case: one/m)
    }
  })

  it('signs in where the URL has a user', async () => {
    await using relay = await openRelay({
      authOptional: false,
      onAuth: ({ username, password }, _, done) =>
        password === 'p@ss' ? done(null, { user: username ?? '' }) : done(new Error('no')),
    })
    const right = await mailerAt(`smtp://town:p%40ss@${relay.host}`).send(MAIL)
    assert.deepEqual(right, { isDelivered: true })
    assert.equal(relay.arrived[0]?.user, 'town')
    const wrong = await mailerAt(`smtp://town:other@${relay.host}`).send(MAIL)
    assert(!wrong.isDelivered && !wrong.isOfMessage)
    assert(!wrong.error.includes('other') && !wrong.error.includes('town'), wrong.error)
  })

  it('that is refused for its reader is told as such, in codes and without the address', async () => {
    await using relay = await openRelay({
      onRcptTo: ({ address }, _, done) =>
        done(Object.assign(new Error(`5.1.1 no such user ${address}`), { responseCode: 550 })),
    })
    assert.deepEqual(await mailerAt(`smtp://${relay.host}`).send(MAIL), {
      isDelivered: false,
      error: 'the mail server answered 550 5.1.1',
      isOfMessage: true,
    })
  })

  it('that the relay cannot take now is no fault of the message', async () => {
    await using relay = await openRelay({
      onMailFrom: (_, __, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
    })
    assert.deepEqual(await mailerAt(`smtp://${relay.host}`).send(MAIL), {
      isDelivered: false,
      error: 'the mail server answered 451',
    })
  })

  it('fails in time when nobody listens, or somebody listens and says nothing', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const started_ms = performance.now()
    const answers = [
      await mailerAt(`smtp://127.0.0.1:${port}`, { timeout_ms: 300 }).send(MAIL),
      await mailerAt('smtp://127.0.0.1:1', { timeout_ms: 300 }).send(MAIL),
    ]
    silent.close()
    for (const answer of answers) {
      assert(!answer.isDelivered)
      assert.match(answer.error, /^the mail server cannot be reached: E[A-Z]+$/)
    }
    assert(performance.now() - started_ms < 10_000)
  })

  it('sends no password over a line that is not encrypted to another machine', async () => {
    await using relay = await openRelay()
    // The name leads to this machine, and does not say so.
    const [, port] = relay.host.split(':')
    const answer = await mailerAt(`smtp://a:b@0.0.0.0:${port}`).send(MAIL)
    assert.equal(answer.isDelivered, false)
    assert.deepEqual(relay.arrived, [])
  })
})

describe('a mail without a relay', () => {
  it('is a file, in the order of time, that no half of is ever seen', async () => {
    await using box = await openMailFolder()
    let now_ms = NOW
    const mailer = mailerAt(undefined, { folder: box.folder, clock: () => now_ms })
    for (const name of ['first', 'second']) {
      assert.deepEqual(await mailer.send({ ...MAIL, messageId: name, subject: name }), {
        isDelivered: true,
      })
      now_ms += 1
    }
    const mails = await box.mails()
    assert.deepEqual(
      mails.map((text) => /^Subject: (.*)\r$/m.exec(text)?.[1]),
      ['first', 'second'],
    )
  })
})

describe('what would add a header or a reader', () => {
  const bad: [string, Partial<Mail>][] = [
    ['a line break in the subject', { subject: 'Lamp\r\nBcc: all@example.org' }],
    ['a bare line feed in the subject', { subject: 'Lamp\nBcc: all@example.org' }],
    ['a line break in the address', { to: 'a@example.org\nBcc: b@example.org' }],
    ['two addresses', { to: 'a@example.org, b@example.org' }],
    ['a name with the address', { to: 'A <a@example.org>' }],
    ['no address', { to: 'werk' }],
    ['a header of ours', { headers: { Bcc: 'b@example.org' } }],
    ['a header with a line break', { headers: { 'X-A': 'b\r\nBcc: c@example.org' } }],
    ['a name of a header with a line break', { headers: { 'X-A\r\nBcc': 'c@example.org' } }],
    ['an id that is none', { messageId: 'a@b>\r\nX: y' }],
    ['an id of another that is none', { inReplyTo: 'a b' }],
    ['a subject without end', { subject: 'x'.repeat(300) }],
  ]
  for (const [what, own] of bad)
    it(`is refused: ${what}`, async () => {
      await using relay = await openRelay()
      const answer = await mailerAt(`smtp://${relay.host}`).send({ ...MAIL, ...own })
      assert(!answer.isDelivered && answer.isOfMessage)
      assert.deepEqual(relay.arrived, [])
    })

  it('is no address, and these are', () => {
    for (const good of ['a@b.nl', 'a.b+c@d-e.example', "o'hara@example.org"])
      assert(isMailAddress(good), good)
    for (const wrong of ['', '@b', 'a@', 'a@b@c', 'a b@c', 'a@b\n', `${'a'.repeat(250)}@b.nl`])
      assert(!isMailAddress(wrong), wrong)
  })
})
