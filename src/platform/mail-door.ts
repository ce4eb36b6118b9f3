import { type AddressInfo, BlockList, isIP } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type MailDoorSettings = {
  host: string
  /** 0: any free port. */
  port: number
  /** LMTP instead of SMTP: what mail servers speak to a mailbox (RFC 2033). */
  isLmtp?: boolean
  /** Addresses and networks that may hand over mail. */
  trusted: readonly string[]
  most_bytes: number
  /** Whether mail to this address is for us: every other is refused, and nothing is passed on. */
  isOurs: (address: string) => boolean
  /** Answered only when this has returned: what it throws has the sender keep the mail and come again. */
  take: (mail: { raw: Uint8Array; sender: string; recipients: readonly string[] }) => Promise<void>
  onRefused: (why: 'address' | 'recipient' | 'size') => void
  onError: (error: Error) => void
}

const MOST_CLIENTS = 20
const MOST_RECIPIENTS = 10
const IDLE_MS = 60_000

/** A door for the mail server of whoever runs this, and for nobody else: it takes in, and sends nothing. */
export async function openMailDoor(
  settings: MailDoorSettings,
): Promise<AsyncDisposable & { port: number }> {
  const { trusted, most_bytes, isOurs, take, onRefused, onError } = settings
  const known = networksOf(trusted)
  const server = new SMTPServer({
    lmtp: settings.isLmtp === true,
    name: 'lantaarn',
    banner: 'lantaarn',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: most_bytes,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: 5_000,
    logger: false,
    onConnect({ remoteAddress }, done) {
      if (isIn(known, remoteAddress)) return done()
      onRefused('address')
      return done(refusal(554, 'this server is not for you'))
    },
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS)
        return done(refusal(452, 'too many recipients'))
      if (isOurs(address)) return done()
      onRefused('recipient')
      return done(refusal(550, 'there is no such address here'))
    },
    onData(stream, session, done) {
      read(stream, most_bytes)
        .then(async (raw) => {
          if (raw === undefined) {
            onRefused('size')
            throw refusal(552, 'this mail is too large')
          }
          await take({ raw, ...envelopeOf(session) })
        })
        .then(
          () => done(null, 'taken'),
          (error: Error & { responseCode?: number }) => {
            if (error.responseCode === undefined) onError(error)
            done(error.responseCode === undefined ? refusal(451, 'try again later') : error)
          },
        )
    },
  })
  // Of a connection that breaks off; whoever was at the other end comes again.
  server.on('error', onError)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  }
}

function envelopeOf({ envelope: { mailFrom, rcptTo } }: SMTPServerSession) {
  return {
    sender: mailFrom ? mailFrom.address : '',
    recipients: rcptTo.map(({ address }) => address),
  }
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/** Undefined where it is too large; then it is read to its end all the same, or the sender would never hear so. */
async function read(
  stream: AsyncIterable<Uint8Array>,
  most_bytes: number,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of stream) {
    bytes += piece.length
    if (bytes <= most_bytes) pieces.push(piece)
    else pieces.length = 0
  }
  return bytes > most_bytes ? undefined : new Uint8Array(Buffer.concat(pieces))
}

function networksOf(trusted: readonly string[]): BlockList {
  const known = new BlockList()
  for (const one of trusted) {
    const [address = '', prefix] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) known.addAddress(address, family)
    else known.addSubnet(address, Number(prefix), family)
  }
  return known
}

function isIn(known: BlockList, remote: string): boolean {
  const address = remote.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(address)
  return family !== 0 && known.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
