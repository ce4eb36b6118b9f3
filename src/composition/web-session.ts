import type { Context } from 'hono'
import type { Clock } from '#kernel/clock'
import { type Action, type Identity, may, type Role } from '#modules/identity'
import type { Vault } from '#platform/vault'
import type { DeskSessions } from './desk-session.ts'
import { sessionOnce } from './known-session.ts'

/** Who looks at a page, as far as they have signed in. `key` is absent where the cookie itself speaks to the API. */
export type WebSession = { formToken: string; key?: string; isAccount: boolean }

export type WebSessionOf = (
  c: Context,
  municipality: string | undefined,
) => Promise<WebSession | undefined>

/** A role that allows one of these has something to do at a desk. */
const AT_DESK: readonly Action[] = ['see-personal', 'see-needs', 'see-rosters']

const isAtDesk = (role: Role) => AT_DESK.some((action) => may(role, action))

/**
 * The one place that says as whom a page asks: as the account that has signed in; or, at a desk where no role of that
 * account has anything to do, with the key that opened the desk. A key is no way round what a person may: whoever has a
 * role at the desk acts under their own name, also while that role waits for a second factor.
 */
export function createWebSessions(needs: {
  identity: Pick<Identity, 'sessionOf'>
  desks: Pick<DeskSessions, 'read' | 'formToken'>
  vault: Pick<Vault, 'pseudonym'>
  clock: Clock
}): WebSessionOf {
  const { identity, desks, vault, clock } = needs
  return async (c, municipality) => {
    const cookie = c.req.header('cookie') ?? ''
    const session = await sessionOnce(c.req.raw, () => identity.sessionOf(cookie))
    const account = session && {
      formToken: vault.pseudonym('account form', session.id),
      isAccount: true,
    }
    const sitsHere =
      municipality === undefined ||
      session?.held.some((one) => one.municipality === municipality && isAtDesk(one.role)) === true
    if (account && sitsHere) return account
    const desk = municipality === undefined ? undefined : desks.read(c, municipality, clock())
    return desk ? { formToken: desks.formToken(desk), key: desk.key, isAccount: false } : account
  }
}
