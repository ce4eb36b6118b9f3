import { OpenAPIHono } from '@hono/zod-openapi'
import type { Identity } from '../door.ts'
import { mountComeByPasskey } from './come-by-passkey.ts'
import { mountDeleteAccount } from './delete-account.ts'
import { type LayPasswordMail, mountForgottenPassword } from './forgotten-password.ts'
import { mountSignIn } from './sign-in.ts'
import { refuseOtherSites } from './sign-in-door.ts'
import { mountSignInElsewhere } from './sign-in-elsewhere.ts'
import { mountWaysToSignIn } from './ways-to-sign-in.ts'

/** What browsers use to sign in and out. These set cookies, and are no part of the API for programs. */
export function createAuthRoutes(
  identity: Identity,
  layPasswordMail: LayPasswordMail,
): OpenAPIHono {
  const router = new OpenAPIHono()
  router.use(async (c, next) => refuseOtherSites(identity, c) ?? next())
  mountSignIn(router, identity)
  mountSignInElsewhere(router, identity)
  mountWaysToSignIn(router, identity)
  mountForgottenPassword(router, identity, layPasswordMail)
  mountComeByPasskey(router, identity)
  mountDeleteAccount(router, identity)
  return router
}
