import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address of whoever called, as the socket has it. In tests without a socket it is empty. */
export function clientAddressOf(c: Context): string {
  const hasSocket = c.env !== undefined && 'incoming' in (c.env as object)
  return hasSocket ? (getConnInfo(c).remote.address ?? '') : ''
}
