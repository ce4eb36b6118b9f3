import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import { readAccounts } from './accounts.ts'

const LASTS_MS = 60 * 60_000
const KIND = 'new-password'

/** A mail that is to leave: of which municipality it goes out, for it has to be of one. */
export type PasswordReset = { municipality: string; id: string }

export type PasswordResets = ReturnType<typeof openPasswordResets>

/**
 * New passwords by mail. Whoever reads the mail box of an account may set its password once, within the hour; what
 * else the account asks for when somebody signs in stays.
 */
export function openPasswordResets(options: { worker: Pool; vault: Vault; clock: Clock }) {
  const { worker, vault, clock } = options
  return {
    /** Nothing for an account that never had a role: nobody could tell in whose name to write. */
    async begin(account: string): Promise<PasswordReset | undefined> {
      const id = randomUUID()
      const now_ms = clock()
      return worker.write({}, async (query) => {
        const [role] = await query<{ municipality: string }>(sql`
          select municipality from identity.roles where account = ${account}::uuid
          order by ended_at is null desc, granted_at desc, id
          limit 1`)
        if (!role) return undefined
        await query(sql`delete from identity.password_resets where expires_at <= ${toIso(now_ms)}`)
        await query(sql`
          insert into identity.password_resets (id, account, expires_at)
          values (${id}::uuid, ${account}::uuid, ${toIso(now_ms + LASTS_MS)})`)
        return { municipality: role.municipality, id }
      })
    },
    /** What the mail says, when it leaves; nothing where it was used or has ended before. */
    async mailOf({ municipality, id }: PasswordReset) {
      const [row] = await worker.read({}, (query) =>
        query<{ account: string; expires_at: number }>(sql`
          select account, expires_at from identity.password_resets
          where id = ${id}::uuid and used_at is null and expires_at > ${toIso(clock())}`),
      )
      const person = row && (await readAccounts(worker, vault, [row.account])).get(row.account)
      if (!row || !person) return undefined
      const expires_ms = row.expires_at
      const link = { kind: KIND, tenant: municipality, subject: id, revision: 0, expires_ms }
      return { to: person.person.address, token: vault.signLink(link) }
    },
    /** Whether the link of a mail can still be used. */
    async isOpen(token: string): Promise<boolean> {
      const id = idOf(token)
      if (id === undefined) return false
      const rows = await worker.read({}, (query) =>
        query(sql`
          select id from identity.password_resets
          where id = ${id}::uuid and used_at is null and expires_at > ${toIso(clock())}`),
      )
      return rows.length > 0
    },
    /** Sets the password, ends every session and every other link of the account. False where the link is over. */
    async finish(token: string, passwordHash: string): Promise<boolean> {
      const id = idOf(token)
      if (id === undefined) return false
      const now = toIso(clock())
      return worker.write({}, async (query) => {
        const [taken] = await query<{ account: string }>(sql`
          update identity.password_resets set used_at = ${now}
          where id = ${id}::uuid and used_at is null and expires_at > ${now}
          returning account`)
        if (!taken) return false
        const { account } = taken
        await query(sql`
          update identity.password_resets set used_at = ${now}
          where account = ${account}::uuid and used_at is null`)
        const changed = await query(sql`
          update identity.sign_ins set password = ${passwordHash}, updated_at = ${now}
          where account = ${account}::uuid and provider = 'credential'
          returning id`)
        if (changed.length === 0)
          await query(sql`
            insert into identity.sign_ins
              (id, account, provider, subject, password, created_at, updated_at)
            values (${randomUUID()}::uuid, ${account}::uuid, 'credential', ${account},
              ${passwordHash}, ${now}, ${now})`)
        await query(sql`delete from identity.sessions where account = ${account}::uuid`)
        return true
      })
    },
  }

  function idOf(token: string): string | undefined {
    const reading = vault.readLink(token, clock())
    return reading.state === 'valid' && reading.link.kind === KIND
      ? reading.link.subject
      : undefined
  }
}
