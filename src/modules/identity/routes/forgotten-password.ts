import { setTimeout as delay } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { findAccount } from '../accounts.ts'
import { PASSWORD_LENGTH } from '../authentication.ts'
import type { Identity } from '../door.ts'
import type { PasswordReset } from '../password-resets.ts'
import { addressOf, bodyOf, refusal, tooOften } from './sign-in-door.ts'

export type LayPasswordMail = (reset: PasswordReset) => Promise<void>

const Asked = z.strictObject({ address: z.string().trim().min(1).max(254) })
const NewPassword = z.strictObject({
  token: z.string().max(200),
  password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
})

const HOUR_S = 60 * 60
const LIMITS = {
  account: { most: 3, within_s: HOUR_S },
  address: { most: 30, within_s: HOUR_S },
}
/** Longer than it takes to find an account and lay a mail ready: how long it takes tells nothing. */
const ANSWERS_AFTER_MS = 300

/** A new password by mail. What is answered is the same of accounts that there are and of those that there are not. */
export function mountForgottenPassword(
  router: OpenAPIHono,
  identity: Identity,
  layPasswordMail: LayPasswordMail,
): void {
  const { worker, vault, passwordResets } = identity
  const tried = {
    account: identity.countAttempts('forgotten of account', LIMITS.account),
    address: identity.countAttempts('forgotten from address', LIMITS.address),
  }

  async function mail(address: string): Promise<void> {
    const account = await findAccount(worker, vault, address)
    const reset = account === undefined ? undefined : await passwordResets.begin(account)
    if (reset) await layPasswordMail(reset)
  }

  router.post('/forgotten-password', async (c) => {
    const body = await bodyOf(c, Asked)
    if (body instanceof Response) return body
    const wait_s =
      (await tried.address.begin(addressOf(c))) ??
      (await tried.account.begin(identity.loginOf(body.address)))
    if (wait_s !== undefined) return tooOften(wait_s)
    await Promise.all([mail(body.address), delay(ANSWERS_AFTER_MS)])
    return c.json({ next: 'mailed-if-known' }, 202)
  })

  router.get('/new-password/:token', async (c) => {
    const isOpen = await passwordResets.isOpen(c.req.param('token'))
    return isOpen ? c.json({ next: 'choose' }) : refusal('password-link-over')
  })

  router.post('/new-password', async (c) => {
    const body = await bodyOf(c, NewPassword)
    if (body instanceof Response) return body
    const wait_s = await tried.address.begin(addressOf(c))
    if (wait_s !== undefined) return tooOften(wait_s)
    if (!(await passwordResets.isOpen(body.token))) return refusal('password-link-over')
    const hash = await identity.authentication().hashPassword(body.password)
    const isSet = await passwordResets.finish(body.token, hash)
    return isSet ? c.json({ next: 'sign-in' }) : refusal('password-link-over')
  })
}
