import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

type Der = Buffer

/** DER, as far as a certificate needs it (X.690). */
function der(tag: number, ...parts: readonly Der[]): Der {
  const body = Buffer.concat(parts)
  const { length } = body
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), body])
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...bytes]), body])
}

const sequence = (...parts: Der[]) => der(0x30, ...parts)
const ECDSA_WITH_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))
const ALTERNATIVE_NAME = der(0x06, Buffer.from('551d11', 'hex'))

const timeOf = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))

/** A certificate for a host, signed by itself (RFC 5280), good for one day: nobody keeps its key. */
export function makeCertificate(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(host)))))
  const names = sequence(der(0x82, Buffer.from(host)))
  const extensions = der(0xa3, sequence(sequence(ALTERNATIVE_NAME, der(0x04, names))))
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)])
  const now_ms = Date.now()
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ECDSA_WITH_SHA256,
    name,
    sequence(timeOf(now_ms - 3_600_000), timeOf(now_ms + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const signature = createSign('sha256').update(signed).sign(privateKey)
  const whole = sequence(
    signed,
    ECDSA_WITH_SHA256,
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  )
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}
