import type { Committer } from '#journal'
import { type Clock, systemClock } from '#kernel/clock'
import type { CountAttempts } from '#platform/attempts'
import type { Pool } from '#platform/database'
import type { Log } from '#platform/log'
import type { Vault } from '#platform/vault'
import { createDeleteAccount, type DeleteAccount } from './account-deletion.ts'
import { loginOf } from './accounts.ts'
import {
  type Authentication,
  openAuthentication,
  openAuthenticationPool,
} from './authentication.ts'
import { type Departures, openDepartures } from './departures.ts'
import { type Held, heldBy } from './grant.ts'
import { type Invitations, openInvitations } from './invitations.ts'
import { createLetIn, type LetIn } from './let-in.ts'
import type { OidcProvider } from './oidc-claims.ts'
import { type OidcExchange, openOidcExchange } from './oidc-exchange.ts'
import { openPasswordResets, type PasswordResets } from './password-resets.ts'
import { needsSecondFactor } from './permissions.ts'
import { listGrantsOf } from './queries.ts'
import { endSessions, strengthenSession, touchSession } from './sessions.ts'
import { createCountAttempts } from './shared-attempts.ts'

/** Somebody who has signed in, with what they hold now. */
export type Session = {
  id: string
  account: string
  held: readonly Held[]
  /** A role of theirs needs a second factor, and there is none yet: until then no role counts. */
  lacksSecondFactor: boolean
}

/** Accounts, sessions, roles and invitations, put together. */
export type Identity = {
  worker: Pool
  vault: Vault
  /** Of roles and invitations. */
  clock: Clock
  /** Of sessions and of sign-in: the library that makes them asks no other. */
  wallClock: Clock
  origin: () => string
  authentication: () => Authentication
  invitations: Invitations
  departures: Departures
  letIn: LetIn
  exchanges: ReadonlyMap<string, OidcExchange>
  loginOf: (address: string) => string
  /** For whoever runs the program: why it is refused is not told to who came. */
  log: Log
  /** Of a `Cookie` header. */
  sessionOf(cookie: string): Promise<Session | undefined>
  /** Of the session whose cookies these are: it was begun by two factors at once. */
  strengthen(cookies: readonly string[]): Promise<void>
  passwordResets: PasswordResets
  countAttempts: CountAttempts
  deleteAccount: DeleteAccount
  endSession(session: Pick<Session, 'account' | 'id'>): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export function openIdentity(options: {
  worker: Pool
  workerUrl: string
  vault: Vault
  clock: Clock
  committer: Committer
  publicUrl: () => string
  providers: readonly OidcProvider[]
  partiesOf: (municipality: string) => Promise<ReadonlySet<string>>
  onError: (error: Error) => void
  log: Log
}): Identity {
  const { worker, vault, clock, publicUrl } = options
  const pool = openAuthenticationPool({ url: options.workerUrl, onError: options.onError })
  const origin = () => new URL(publicUrl()).origin
  const secret = vault.pseudonym('identity', 'cookies and second factors')
  let opened: { origin: string; authentication: Authentication } | undefined
  // At which port it is heard is known only once it is: until then nobody signs in.
  const authentication = () => {
    if (opened?.origin !== origin())
      opened = {
        origin: origin(),
        authentication: openAuthentication({ pool, origin: origin(), secret }),
      }
    return opened.authentication
  }
  const invitations = openInvitations({ worker, vault, clock })
  const wallClock = systemClock
  return {
    worker,
    vault,
    clock,
    wallClock,
    log: options.log,
    origin,
    authentication,
    invitations,
    departures: openDepartures({ worker, vault, clock: wallClock }),
    letIn: createLetIn({ ...options, invitations }),
    exchanges: new Map(
      options.providers.map((one) => [one.id, openOidcExchange(one, wallClock)] as const),
    ),
    loginOf: (address) => loginOf(vault, address),
    async sessionOf(cookie) {
      const { cookieName, readSession } = authentication()
      if (!hasCookie(cookie, cookieName)) return undefined
      const id = await readSession(cookie)
      const session = id === undefined ? undefined : await touchSession(worker, wallClock, id)
      if (!session) return undefined
      const grants = await worker.read({}, (query) => listGrantsOf(query, session.account))
      const held = heldBy(session.account, grants, clock())
      const isNeeded = needsSecondFactor(held.map(({ role }) => role))
      const { id: own, account, isStrong } = session
      return { id: own, account, held, lacksSecondFactor: isNeeded && !isStrong }
    },
    async strengthen(cookies) {
      const pairs = cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
      const id = await authentication().readSession(pairs)
      if (id !== undefined) await strengthenSession(worker, id)
    },
    countAttempts: createCountAttempts({ worker, vault, clock: wallClock }),
    deleteAccount: createDeleteAccount(options),
    passwordResets: openPasswordResets({ worker, vault, clock: wallClock }),
    endSession: async ({ account, id }) => void (await endSessions(worker, { account, id })),
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

function hasCookie(header: string, name: string): boolean {
  return header.split(';').some((one) => one.trim().startsWith(`${name}=`))
}
