import { createHash, randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Committer } from '#journal'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool, Query } from '#platform/database'
import type { Vault } from '#platform/vault'
import { findAccount, insertAccount, insertIssuedSignIn } from './accounts.ts'
import { giveRoles } from './commands.ts'
import type { GrantRejection } from './grant.ts'
import type { Invitations } from './invitations.ts'

/** How whoever comes will sign in from now on. */
export type ProvedBy =
  | { passwordHash: string }
  | { issuer: string; subject: string }
  /** Which is made once they are in. */
  | 'passkey'

export type LetInRejection = 'invitation-over' | 'sign-in-of-other' | GrantRejection

export type LetIn = (
  invitation: { municipality: string; id: string },
  comer: { name: string; provedBy: ProvedBy },
) => Promise<{ account: string; isNew: boolean } | LetInRejection>

type Needs = {
  worker: Pool
  vault: Vault
  clock: Clock
  committer: Committer
  invitations: Invitations
  partiesOf: (municipality: string) => Promise<ReadonlySet<string>>
}

/**
 * Takes an invitation: an account with its way to sign in, and the role. Whoever has an account gets the role on it;
 * a password is then left as it was, for the link proves the mail box and not the person's other towns.
 *
 * The role is given first, to the account that there is or will be; then the invitation is used up together with the
 * making of the account. A crash in between leaves a role of nobody, which the next try with the same link takes over.
 */
export function createLetIn(needs: Needs): LetIn {
  const { worker, vault, clock, committer, invitations, partiesOf } = needs
  const letIn: LetIn = async ({ municipality, id }, comer) => {
    const { name, provedBy } = comer
    const invitation = await invitations.read(municipality, id)
    const now_ms = clock()
    if (!invitation || invitation.address === undefined || invitation.expires_ms <= now_ms)
      return 'invitation-over'
    const person = { name, address: invitation.address }
    const known = await findAccount(worker, vault, person.address)
    // The account of an invitation has its id: of two tries, both mean the same one.
    const account = known ?? id
    const given = await committer.submit(municipality, giveRoles, {
      wanted: { ...invitation.role, id: grantIdOf(id, account), account, from_ms: now_ms },
      parties: await partiesOf(municipality),
      by: invitation.invitedBy,
    })
    if (typeof given === 'string') return given
    try {
      await worker.write({}, async (query) => {
        if (!(await takeOnce(query, { municipality, id, account, now_ms }))) throw new Refused()
        const own = provedBy !== 'passkey' && 'passwordHash' in provedBy ? provedBy : {}
        const made = { id: account, signInId: randomUUID(), person, ...own, now_ms }
        if (known === undefined && !(await insertAccount(query, vault, made))) throw new Overtaken()
        if (provedBy === 'passkey' || 'passwordHash' in provedBy) return
        const sign = { id: randomUUID(), account, ...provedBy, now_ms }
        if (!(await insertIssuedSignIn(query, sign))) throw new Refused('sign-in-of-other')
      })
    } catch (error) {
      if (error instanceof Refused) return error.reason
      // By another invitation of the same person: now there is an account.
      if (error instanceof Overtaken) return letIn({ municipality, id }, comer)
      throw error
    }
    return { account, isNew: known === undefined }
  }
  return letIn
}

class Overtaken extends Error {}

/** The same at each try, so that no try gives the role twice. */
function grantIdOf(invitation: string, account: string): string {
  if (invitation === account) return invitation
  const hex = createHash('sha256').update(`${invitation}/${account}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Undoes the transaction in which it is found out. */
class Refused extends Error {
  readonly reason: 'invitation-over' | 'sign-in-of-other'
  constructor(reason: 'invitation-over' | 'sign-in-of-other' = 'invitation-over') {
    super(reason)
    this.reason = reason
  }
}

type Taking = { municipality: string; id: string; account: string; now_ms: number }

/** Of many at once one gets it. The address is not needed here any longer. */
async function takeOnce(query: Query, { municipality, id, account, now_ms }: Taking) {
  const rows = await query(sql`
    update identity.invitations
    set used_at = ${toIso(now_ms)}, account = ${account}::uuid, wrapped_address = null
    where municipality = ${municipality} and id = ${id}::uuid and used_at is null
      and withdrawn_at is null
      and expires_at > ${toIso(now_ms)}
    returning id`)
  return rows.length > 0
}
