import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type { NewGrant } from './grant.ts'
import type { Role } from './permissions.ts'

/** Long enough for whoever is on leave for a week. */
const LASTS_MS = 14 * 86_400_000

/** The role that somebody gets when they come. */
export type InvitedRole = Pick<NewGrant, 'role' | 'organisation' | 'areas' | 'upTo_cents'> & {
  until_ms?: number
}

export type Invitation = {
  municipality: string
  id: string
  role: InvitedRole
  invitedBy: string
  invited_ms: number
  expires_ms: number
  /** Absent once it was used or withdrawn. */
  address: string | undefined
  isUsed: boolean
}

type Row = {
  municipality: string
  id: string
  wrapped_address: Buffer | null
  role: InvitedRole & { role: Role }
  invited_by: string
  invited_at: number
  expires_at: number
  used_at: number | null
}

/** More than anybody invites at a time; whoever has more withdraws some first. */
const MOST_OPEN = 500

const purposeOf = (id: string) => `invitation/${id}`

export type Invitations = ReturnType<typeof openInvitations>

/** Who was invited. An invitation is a signed link, which can be used once and ends by itself. */
export function openInvitations(options: { worker: Pool; vault: Vault; clock: Clock }) {
  const { worker, vault, clock } = options
  return {
    /** Writes an invitation down, and gives its link. */
    async invite(
      municipality: string,
      invited: { address: string; role: InvitedRole; by: string },
    ): Promise<{ id: string; token: string; expires_ms: number }> {
      const id = randomUUID()
      const now_ms = clock()
      const expires_ms = now_ms + LASTS_MS
      const wrapped = vault.wrapSecret(purposeOf(id), invited.address.trim())
      await worker.write({}, (query) =>
        query(sql`
          insert into identity.invitations
            (municipality, id, wrapped_address, role, invited_at, invited_by, expires_at)
          values (${municipality}, ${id}::uuid, ${wrapped}, ${JSON.stringify(invited.role)},
            ${toIso(now_ms)}, ${invited.by}, ${toIso(expires_ms)})`),
      )
      return { id, token: tokenOf({ municipality, id, expires_ms }), expires_ms }
    },
    /** Those that can still be taken, and those that nobody took in time, in the order of their ids. */
    async list(municipality: string): Promise<Invitation[]> {
      const rows = await worker.read({}, (query) =>
        query<Row>(sql`
          select municipality, id, wrapped_address, role, invited_by, invited_at, expires_at, used_at
          from identity.invitations
          where municipality = ${municipality} and used_at is null and withdrawn_at is null
          order by id
          limit ${MOST_OPEN}`),
      )
      return rows.map(toInvitation)
    },
    /** False where it was used before, or is none of this municipality. */
    async withdraw(municipality: string, id: string): Promise<boolean> {
      const rows = await worker.write({}, (query) =>
        query(sql`
          update identity.invitations set withdrawn_at = ${toIso(clock())}, wrapped_address = null
          where municipality = ${municipality} and id = ${id}::uuid and used_at is null
            and withdrawn_at is null
          returning id`),
      )
      return rows.length > 0
    },
    async read(municipality: string, id: string): Promise<Invitation | undefined> {
      const [row] = await worker.read({}, (query) =>
        query<Row>(sql`
          select municipality, id, wrapped_address, role, invited_by, invited_at, expires_at, used_at
          from identity.invitations
          where municipality = ${municipality} and id = ${id}::uuid`),
      )
      return row && toInvitation(row)
    },
    tokenOf,
  }

  function toInvitation(row: Row): Invitation {
    const { municipality, id, role, wrapped_address } = row
    const address =
      wrapped_address === null ? undefined : vault.unwrapSecret(purposeOf(id), wrapped_address)
    return {
      municipality,
      id,
      role,
      invitedBy: row.invited_by,
      invited_ms: row.invited_at,
      expires_ms: row.expires_at,
      isUsed: row.used_at !== null,
      address,
    }
  }

  function tokenOf(one: { municipality: string; id: string; expires_ms: number }): string {
    const { municipality: tenant, id: subject, expires_ms } = one
    return vault.signLink({ kind: 'invitation', tenant, subject, revision: 0, expires_ms })
  }
}
