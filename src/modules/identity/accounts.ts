import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Pool, Query } from '#platform/database'
import type { Vault } from '#platform/vault'

/** Who somebody is, as they said it themselves. */
export type Person = { name: string; address: string }

/**
 * Under what an account is found by its mail address: a keyed digest in the form of an address, so that whoever reads
 * the tables learns no address and can try out none.
 */
export function loginOf(vault: Vault, address: string): string {
  const pseudonym = vault.pseudonym('accounts', address.trim().toLowerCase())
  const name = createHash('sha256').update(pseudonym).digest('hex').slice(0, 48)
  return `${name}@account.invalid`
}

const purposeOf = (account: string) => `account/${account}`

export async function findAccount(
  worker: Pool,
  vault: Vault,
  address: string,
): Promise<string | undefined> {
  const [row] = await worker.read({}, (query) =>
    query<{ id: string }>(
      sql`select id from identity.accounts where email = ${loginOf(vault, address)}`,
    ),
  )
  return row?.id
}

export type AccountRow = { id: string; person: Person; hasSecondFactor: boolean }

export async function readAccounts(
  worker: Pool,
  vault: Vault,
  ids: readonly string[],
): Promise<Map<string, AccountRow>> {
  const rows = await worker.read({}, (query) =>
    query<{ id: string; wrapped: Buffer; has_second_factor: boolean | null }>(sql`
      select a.id, p.wrapped, a.has_second_factor
      from identity.accounts a
      join identity.people p on p.account = a.id
      where a.id = any(${ids}::uuid[])`),
  )
  return new Map(
    rows.map(({ id, wrapped, has_second_factor }) => {
      const person: Person = JSON.parse(vault.unwrapSecret(purposeOf(id), wrapped))
      return [id, { id, person, hasSecondFactor: has_second_factor === true }]
    }),
  )
}

/** Makes an account, in the transaction of whoever lets it in. False where the address has one already. */
export async function insertAccount(
  query: Query,
  vault: Vault,
  account: { id: string; signInId: string; person: Person; passwordHash?: string; now_ms: number },
): Promise<boolean> {
  const { id, signInId, person, passwordHash, now_ms } = account
  const wrapped = vault.wrapSecret(purposeOf(id), JSON.stringify(person))
  const now = toIso(now_ms)
  const made = await query(sql`
    insert into identity.accounts (id, name, email, is_verified, created_at, updated_at)
    values (${id}::uuid, '', ${loginOf(vault, person.address)}, true, ${now}, ${now})
    on conflict (email) do nothing
    returning id`)
  if (made.length === 0) return false
  await query(sql`
    insert into identity.people (account, wrapped) values (${id}::uuid, ${wrapped})`)
  if (passwordHash !== undefined)
    await query(sql`
      insert into identity.sign_ins
        (id, account, provider, subject, password, created_at, updated_at)
      values (${signInId}::uuid, ${id}::uuid, 'credential', ${id}, ${passwordHash}, ${now}, ${now})`)
  return true
}

/** Lets an account in by what an OIDC issuer calls the person. False where that is somebody else's already. */
export async function insertIssuedSignIn(
  query: Query,
  sign: { id: string; account: string; issuer: string; subject: string; now_ms: number },
): Promise<boolean> {
  const { id, account, issuer, subject, now_ms } = sign
  const now = toIso(now_ms)
  const made = await query(sql`
    insert into identity.sign_ins (id, account, provider, subject, created_at, updated_at)
    values (${id}::uuid, ${account}::uuid, ${issuer}, ${subject}, ${now}, ${now})
    on conflict (provider, subject) do nothing
    returning id`)
  return made.length > 0
}

export async function findIssued(
  worker: Pool,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const [row] = await worker.read({}, (query) =>
    query<{ account: string }>(sql`
      select account from identity.sign_ins
      where provider = ${issuer} and subject = ${subject}`),
  )
  return row?.account
}

/** Under what an account signs in, and whether a password is among its ways to do so. */
export async function findSignIn(
  worker: Pool,
  account: string,
): Promise<{ login: string; hasPassword: boolean } | undefined> {
  const [row] = await worker.read({}, (query) =>
    query<{ email: string; has_password: boolean }>(sql`
      select a.email, exists (
        select from identity.sign_ins s where s.account = a.id and s.password is not null
      ) as has_password
      from identity.accounts a
      where a.id = ${account}::uuid`),
  )
  return row && { login: row.email, hasPassword: row.has_password }
}
