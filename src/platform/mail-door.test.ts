import assert from 'node:assert/strict'
import { createConnection } from 'node:net'
import { describe, it } from 'node:test'
import { type MailDoorSettings, openMailDoor } from './mail-door.ts'

const OURS = 'antwoord+a@town.example'
const OTHER = 'antwoord+b@town.example'
const MOST_BYTES = 4_000

type Taken = { raw: string; sender: string; recipients: readonly string[] }

async function openDoor(own: Partial<MailDoorSettings> = {}) {
  const taken: Taken[] = []
  const refused: string[] = []
  const errors: Error[] = []
  const door = await openMailDoor({
    host: '127.0.0.1',
    port: 0,
    trusted: ['127.0.0.1'],
    most_bytes: MOST_BYTES,
    isOurs: (address) => address === OURS || address === OTHER,
    take: async ({ raw, ...envelope }) => {
      taken.push({ raw: Buffer.from(raw).toString(), ...envelope })
    },
    onRefused: (why) => refused.push(why),
    onError: (error) => errors.push(error),
    ...own,
  })
  return { door, taken, refused, errors, [Symbol.asyncDispose]: door[Symbol.asyncDispose] }
}

/** Says each line once the one before is answered; gives the answers, of several lines the last. */
async function talk(port: number, lines: readonly string[], host = '127.0.0.1'): Promise<string[]> {
  const socket = createConnection({ host, port })
  const answers: string[] = []
  const waiting = [...lines]
  let heard = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    heard += piece
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end)
      heard = heard.slice(end + 2)
      if (/^\d{3}-/.test(line)) continue
      answers.push(line)
      const next = waiting.shift()
      if (next !== undefined) socket.write(`${next}\r\n`)
    }
  })
  await new Promise((resolve) => socket.on('close', resolve).on('error', resolve))
  return answers
}

const codes = (answers: readonly string[]) => answers.map((line) => line.slice(0, 3))

const mailOf = (bytes: number) =>
  `Subject: x\r\n\r\n${`${'a'.repeat(78)}\r\n`.repeat(Math.ceil(bytes / 80))}.`

function session(hello: string, to: readonly string[], mail: string, size = ''): string[] {
  const recipients = to.map((one) => `RCPT TO:<${one}>`)
  return [hello, `MAIL FROM:<party@x.example>${size}`, ...recipients, 'DATA', mail, 'QUIT']
}

describe('a mail server that hands over mail by SMTP', () => {
  it('hears 250 once it is taken, with sender, recipients and every byte', async () => {
    await using open = await openDoor()
    const answers = await talk(open.door.port, session('EHLO x', [OURS, OTHER], mailOf(800)))
    assert.deepEqual(codes(answers), ['220', '250', '250', '250', '250', '354', '250', '221'])
    assert.deepEqual(open.taken[0]?.recipients, [OURS, OTHER])
    assert.equal(open.taken[0]?.sender, 'party@x.example')
    assert.equal(open.taken[0]?.raw, mailOf(800).slice(0, -1))
  })

  it('hears 552 of what is too large, once it has sent all of it, and can go on', async () => {
    await using open = await openDoor()
    const [hello = '', ...large] = session('EHLO x', [OURS], mailOf(MOST_BYTES * 3)).slice(0, -1)
    const small = session('', [OURS], mailOf(200)).slice(1)
    const answers = await talk(open.door.port, [hello, ...large, ...small])
    assert.deepEqual(codes(answers).slice(4), ['354', '552', '250', '250', '354', '250', '221'])
    assert.deepEqual(open.refused, ['size'])
    assert.equal(open.taken.length, 1)
    assert.deepEqual(open.errors, [])
  })

  it('hears 552 before it sends anything where it says beforehand how large it is', async () => {
    await using open = await openDoor()
    const lines = ['EHLO x', `MAIL FROM:<party@x.example> SIZE=${MOST_BYTES + 1}`, 'QUIT']
    assert.deepEqual(codes(await talk(open.door.port, lines)), ['220', '250', '552', '221'])
    assert.equal(open.taken.length, 0)
  })

  it('hears 550 of an address that is not ours, and 451 where taking fails', async () => {
    let isAway = true
    await using open = await openDoor({
      async take() {
        if (isAway) throw new Error('the database is away')
      },
    })
    const other = await talk(open.door.port, [
      'EHLO x',
      'MAIL FROM:<>',
      'RCPT TO:<a@b.example>',
      'QUIT',
    ])
    assert.deepEqual(codes(other), ['220', '250', '250', '550', '221'])
    assert.deepEqual(open.refused, ['recipient'])
    const lines = session('EHLO x', [OURS], mailOf(100))
    assert.equal(codes(await talk(open.door.port, lines)).at(-2), '451')
    assert.deepEqual(
      open.errors.map(({ message }) => message),
      ['the database is away'],
    )
    isAway = false
    assert.equal(codes(await talk(open.door.port, lines)).at(-2), '250')
  })
})

describe('a mail server that hands over mail by LMTP', () => {
  it('says LHLO, and hears of each recipient by itself that it is taken', async () => {
    await using open = await openDoor({ isLmtp: true })
    const answers = await talk(open.door.port, session('LHLO x', [OURS, OTHER], mailOf(100)))
    // RFC 2033, 4.2: after the mail there is an answer for each recipient.
    assert.deepEqual(codes(answers), [
      '220',
      '250',
      '250',
      '250',
      '250',
      '354',
      '250',
      '250',
      '221',
    ])
    assert.equal(open.taken.length, 1)
    assert.deepEqual(open.taken[0]?.recipients, [OURS, OTHER])
  })

  it('hears 552 of each recipient of what is too large', async () => {
    await using open = await openDoor({ isLmtp: true })
    const answers = await talk(
      open.door.port,
      session('LHLO x', [OURS, OTHER], mailOf(MOST_BYTES * 2)),
    )
    assert.deepEqual(codes(answers).slice(5), ['354', '552', '552', '221'])
    assert.deepEqual(open.refused, ['size'])
    assert.equal(open.taken.length, 0)
  })

  it('is refused where it speaks SMTP, as who speaks LMTP is at an SMTP door', async () => {
    await using lmtp = await openDoor({ isLmtp: true })
    assert.match(codes(await talk(lmtp.door.port, ['EHLO x', 'QUIT']))[1] ?? '', /^50/)
    await using smtp = await openDoor()
    assert.match(codes(await talk(smtp.door.port, ['LHLO x', 'QUIT']))[1] ?? '', /^50/)
  })
})

describe('whoever is not trusted', () => {
  const cases: readonly [trusted: string[], host: string, isIn: boolean][] = [
    [['127.0.0.1', '::1'], '127.0.0.1', true],
    [['10.0.0.0/8', '127.0.0.0/8'], '127.0.0.1', true],
    [['10.0.0.0/8', '192.0.2.7'], '127.0.0.1', false],
    [['127.0.0.2'], '127.0.0.1', false],
    [['::1'], '127.0.0.1', false],
    [['::1'], '::1', true],
    [['fd00::/8'], '::1', false],
    // An address of IPv4 that comes in by IPv6 is the same address.
    [['127.0.0.1'], '::ffff:127.0.0.1', true],
  ]
  for (const [trusted, host, isIn] of cases)
    it(`${host} is ${isIn ? 'let in' : 'refused'} where ${trusted.join(' and ')} are trusted`, async () => {
      await using open = await openDoor({ trusted, host: '::' })
      const answers = await talk(open.door.port, session('EHLO x', [OURS], mailOf(100)), host)
      assert.equal(answers[0]?.slice(0, 3), isIn ? '220' : '554')
      assert.equal(open.taken.length, isIn ? 1 : 0)
      assert.deepEqual(open.refused, isIn ? [] : ['address'])
    })
})
