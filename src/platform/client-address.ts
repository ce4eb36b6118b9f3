import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'

const FORWARDED = 'x-forwarded-for'
/** A longer chain of proxies than anybody has. */
const MOST_HOPS = 20

/** Which proxies are believed: addresses, or networks such as 10.0.0.0/8. */
export type TrustedProxies = readonly string[]

/** Whether a text is an address, or a network by its prefix. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= (family === 6 ? 128 : 32))
}

/** Finds who called behind the proxies that are ours. Without it a request is of whoever holds the socket. */
export function findClients(trusted: TrustedProxies): MiddlewareHandler {
  const proxies = new BlockList()
  for (const one of trusted) {
    const [address = '', prefix] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(prefix), family)
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (c, next) => {
    let address = socketOf(c)
    const hops = (c.req.header(FORWARDED) ?? '').split(',').slice(-MOST_HOPS)
    // Each proxy adds at the end who called it: what stands before one that is not ours, anybody can have written.
    while (isTrusted(address) && hops.length > 0) {
      const before = plain(hops.pop()?.trim() ?? '')
      if (isIP(before) === 0) break
      address = before
    }
    c.set('clientAddress', address)
    return next()
  }
}

/** The address of whoever called. In tests without a socket it is empty. */
export function clientAddressOf(c: Context): string {
  return c.get('clientAddress') ?? socketOf(c)
}

function socketOf(c: Context): string {
  const hasSocket = c.env !== undefined && 'incoming' in (c.env as object)
  return hasSocket ? plain(getConnInfo(c).remote.address ?? '') : ''
}

/** An IPv4 address as it is written, also where the socket speaks IPv6. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ?? address
}
