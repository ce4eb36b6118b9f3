import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What came of a call: the status, or 0 and the reason why there is none. */
export type OutsideAnswer = { status: number; error?: string }

export type PostOutside = (
  url: string,
  request: { headers: Record<string, string>; body: string },
) => Promise<OutsideAnswer>

/** Addresses that lead into this machine or its network (IANA special-purpose registries). */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 96], // unspecified, loopback, and addresses that hold an IPv4 address
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6')

export function isPrivateAddress(address: string): boolean {
  const mapped = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address
  const family = isIP(mapped)
  if (family === 0) return true
  return PRIVATE.check(mapped, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether an address may be given to be called: https without a password in it, and not of this network. */
export function mayBeCalled(address: string, allowPrivate: boolean): boolean {
  const url = URL.parse(address)
  if (url?.username !== '' || url.password !== '') return false
  if (allowPrivate) return url.protocol === 'https:' || url.protocol === 'http:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isInside =
    isIP(host) !== 0 ? isPrivateAddress(host) : /^(localhost|.*\.localhost)\.?$/.test(host)
  return url.protocol === 'https:' && !isInside
}

const REFUSED = 'leads to a private address, which the settings do not allow'

/** The address that is checked is the one that is connected to: a name cannot change between the two. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const allowed = addresses.filter(({ address }) => !isPrivateAddress(address))
    const [first] = allowed
    if (!first) return callback(new Error(`${hostname} ${REFUSED}`), '', 0)
    if (options.all) return callback(null, allowed)
    callback(null, first.address, first.family)
  })
}

/**
 * Posts to an address outside: no redirect is followed, the answer's body is not read beyond what the connection
 * needs, and the whole takes at most `timeout_ms`.
 */
export function createPostOutside(options: {
  allowPrivate: boolean
  /** One address that may be called although it is private: of this very program. */
  isOwn?: ((address: string) => boolean) | undefined
  timeout_ms: number
}): PostOutside {
  const { timeout_ms } = options
  const agents = {
    // Without a limit a host: parties may share one, and a party that hangs must not take the places of the others.
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  }
  return (address, { headers, body }) =>
    new Promise((resolve) => {
      const url = URL.parse(address)
      if (!url) return resolve({ status: 0, error: 'the address of the webhook is not a URL' })
      if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return resolve({ status: 0, error: `${url.protocol} is not a protocol of webhooks` })
      const allowPrivate = options.allowPrivate || options.isOwn?.(address) === true
      const host = url.hostname.replace(/^\[|\]$/g, '')
      if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host))
        return resolve({ status: 0, error: `${host} ${REFUSED}` })
      const { request } = url.protocol === 'https:' ? https : http
      const call = request(
        url,
        {
          method: 'POST',
          agent: agents[url.protocol],
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          signal: AbortSignal.timeout(timeout_ms),
          ...(allowPrivate ? {} : { lookup: publicOnly }),
        },
        (answer) => {
          answer.resume()
          answer.once('end', () => resolve({ status: answer.statusCode ?? 0 }))
          answer.once('error', (error) => resolve({ status: 0, error: error.message }))
        },
      )
      call.once('error', (error) =>
        resolve({
          status: 0,
          error:
            error.name === 'TimeoutError' || error.name === 'AbortError'
              ? `no answer within ${timeout_ms} ms`
              : error.message,
        }),
      )
      call.end(body)
    })
}
