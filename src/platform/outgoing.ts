import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What came of a call: the status, or 0 and the reason why there is none; and what the answer began with. */
export type OutsideAnswer = { status: number; error?: string; text?: string }

export type PostOutside = (
  url: string,
  request: { headers: Record<string, string>; body: string },
) => Promise<OutsideAnswer>

export type OutsideCall = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** On a connection of its own, so that each step of reaching it is seen. */
  isFresh?: boolean
}

/** Milliseconds from the beginning of the call to the end of each step; of a connection that stood already none. */
export type Reached = {
  address?: string
  named_ms?: number
  connected_ms?: number
  secured_ms?: number
}

/** An answer with its body, or the reason why there is none; `isSent` is false only when nothing can have arrived. */
export type OutsideReading = {
  status: number
  contentType: string
  body: Buffer
  error?: string
  isSent: boolean
  took_ms: number
  reached: Reached
  /** Where a redirect leads: told, never followed. */
  location?: string
}

export type CallOutside = (url: string, call: OutsideCall) => Promise<OutsideReading>

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

type Limits = {
  allowPrivate: boolean
  /** One address that may be called although it is private: of this very program. */
  isOwn?: ((address: string) => boolean) | undefined
  timeout_ms: number
  /** Of an answer's body. What is longer fails the call, or with `cut` is read on and left. */
  most_bytes: number
  whenLonger: 'fail' | 'cut'
}

/**
 * Calls an address outside: no redirect is followed, private addresses are refused unless allowed, and the whole takes at
 * most `timeout_ms`. What goes wrong is in the answer; it never throws.
 */
export function createCallOutside(options: Limits): CallOutside {
  const agents = {
    // Without a limit a host: parties may share one, and a party that hangs must not take the places of the others.
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  }
  return (address, call) => {
    const url = URL.parse(address)
    if (!url) return Promise.resolve(notCalled('the address is not a URL'))
    const { protocol } = url
    if (protocol !== 'https:' && protocol !== 'http:')
      return Promise.resolve(notCalled(`${protocol} is not a protocol of calls outside`))
    const allowPrivate = options.allowPrivate || options.isOwn?.(address) === true
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host))
      return Promise.resolve(notCalled(`${host} ${REFUSED}`))
    return carryOut(
      url,
      call,
      { ...options, allowPrivate },
      call.isFresh ? false : agents[protocol],
    )
  }
}

function notCalled(error: string): OutsideReading {
  const nothing = { status: 0, contentType: '', body: Buffer.alloc(0), took_ms: 0, reached: {} }
  return { ...nothing, error, isSent: false }
}

function carryOut(
  url: URL,
  { method, headers, body }: OutsideCall,
  { allowPrivate, timeout_ms, most_bytes, whenLonger }: Limits,
  agent: http.Agent | false,
): Promise<OutsideReading> {
  const { promise, resolve } = Promise.withResolvers<OutsideReading>()
  const started_ms = performance.now()
  const since = () => Math.round(performance.now() - started_ms)
  const reached: Reached = {}
  let isSent = false
  const failed = (error: string) =>
    resolve({ ...notCalled(error), isSent, took_ms: since(), reached })
  const { request } = url.protocol === 'https:' ? https : http
  const call = request(
    url,
    {
      method,
      agent: agent as http.Agent,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      signal: AbortSignal.timeout(timeout_ms),
      ...(allowPrivate ? {} : { lookup: publicOnly }),
    },
    (answer) => {
      const pieces: Buffer[] = []
      let size = 0
      answer.on('data', (piece: Buffer) => {
        if (size < most_bytes) pieces.push(piece)
        size += piece.length
        if (size > most_bytes && whenLonger === 'fail')
          answer.destroy(new Error(`answered more than ${most_bytes} bytes`))
      })
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          contentType: answer.headers['content-type'] ?? '',
          body: Buffer.concat(pieces).subarray(0, most_bytes),
          isSent: true,
          took_ms: since(),
          reached,
          ...(answer.headers.location === undefined ? {} : { location: answer.headers.location }),
        }),
      )
      answer.once('error', (error) => failed(inWords(error, timeout_ms)))
    },
  )
  call.once('socket', (socket) => {
    if (!socket.connecting) {
      isSent = true
      return
    }
    socket.once('lookup', (error, address) => {
      if (error) return
      reached.named_ms = since()
      if (address) reached.address = String(address)
    })
    socket.once('connect', () => {
      reached.connected_ms = since()
      // Before a secure connection stands nothing of the request has left.
      if (url.protocol === 'http:') isSent = true
    })
    socket.once('secureConnect', () => {
      reached.secured_ms = since()
      isSent = true
    })
  })
  call.once('error', (error) => failed(inWords(error, timeout_ms)))
  call.end(body)
  return promise
}

function inWords(error: Error, timeout_ms: number): string {
  return error.name === 'TimeoutError' || error.name === 'AbortError'
    ? `no answer within ${timeout_ms} ms`
    : error.message
}

/** What is kept of the answer to a webhook: enough for whoever looks why it failed. */
const KEPT_OF_ANSWER_BYTES = 2_048

/** Posts to an address outside, as `createCallOutside` calls; of the answer only the beginning is kept. */
export function createPostOutside(options: {
  allowPrivate: boolean
  isOwn?: ((address: string) => boolean) | undefined
  timeout_ms: number
}): PostOutside {
  const call = createCallOutside({
    ...options,
    most_bytes: KEPT_OF_ANSWER_BYTES,
    whenLonger: 'cut',
  })
  return async (url, { headers, body }) => {
    const { status, error, body: answer } = await call(url, { method: 'POST', headers, body })
    return {
      status,
      ...(error && { error }),
      ...(answer.length > 0 && { text: answer.toString() }),
    }
  }
}
