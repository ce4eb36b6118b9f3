import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type { Departure } from './oidc-exchange.ts'

/** Somebody who looks for a telephone with an app on it. */
const LASTS_MS = 10 * 60_000

export type Away = Departure & {
  provider: string
  /** Only in the browser that left can somebody come back. */
  browser: string
  /** Where in the web app they were going. */
  to: string
  /** Of who takes an invitation by this, and how they call themselves. */
  invitation?: { municipality: string; id: string }
  name?: string
}

const PURPOSE = 'departure'

/** Keeps who is away at an OIDC provider. Each can come back once, in time. */
export function openDepartures(options: { worker: Pool; vault: Vault; clock: Clock }) {
  const { worker, vault, clock } = options
  const digestOf = (state: string) => createHash('sha256').update(state).digest()
  return {
    async keep(away: Away): Promise<void> {
      const wrapped = vault.wrapSecret(PURPOSE, JSON.stringify(away))
      const now_ms = clock()
      await worker.write({}, async (query) => {
        await query(sql`delete from identity.departures where expires_at <= ${toIso(now_ms)}`)
        await query(sql`
          insert into identity.departures (state_digest, wrapped, expires_at)
          values (${digestOf(away.state)}, ${wrapped}, ${toIso(now_ms + LASTS_MS)})`)
      })
    },
    async take(state: string): Promise<Away | undefined> {
      const [row] = await worker.write({}, (query) =>
        query<{ wrapped: Buffer; expires_at: number }>(sql`
          delete from identity.departures where state_digest = ${digestOf(state)}
          returning wrapped, expires_at`),
      )
      if (!row || row.expires_at <= clock()) return undefined
      return JSON.parse(vault.unwrapSecret(PURPOSE, row.wrapped))
    },
  }
}

export type Departures = ReturnType<typeof openDepartures>
