import sql from 'sql-template-tag'
import type { Pool } from '#platform/database'
import type { Locale } from '#platform/operation'
import type { Vault } from '#platform/vault'

/** Where an organisation that is reached by mail is written to, and in which language. */
export type MailAddress = { organisation: string; address: string; locale: Locale }

const purposeOf = (organisation: string) => `mail address/${organisation}`

/** From now on, as the worker: nobody else may read addresses. False where the organisation is not known. */
export async function setMailAddress(pool: Pool, vault: Vault, one: MailAddress): Promise<boolean> {
  const { organisation, address, locale } = one
  const wrapped = vault.wrapSecret(purposeOf(organisation), address)
  const rows = await pool.write({}, (query) =>
    query(sql`
      insert into directory.mail_addresses (organisation, wrapped_address, locale)
      select id, ${wrapped}::bytea, ${locale} from directory.organisations where id = ${organisation}
      on conflict (organisation) do update
      set wrapped_address = excluded.wrapped_address, locale = excluded.locale
      returning organisation`),
  )
  return rows.length > 0
}

export async function readMailAddresses(
  pool: Pool,
  vault: Vault,
  organisations: readonly string[],
): Promise<Map<string, MailAddress>> {
  const rows = await pool.read({}, (query) =>
    query<{ organisation: string; wrapped_address: Buffer; locale: Locale }>(sql`
      select organisation, wrapped_address, locale from directory.mail_addresses
      where organisation = any(${organisations})`),
  )
  return new Map(
    rows.map(({ organisation, wrapped_address, locale }) => {
      const address = vault.unwrapSecret(purposeOf(organisation), wrapped_address)
      return [organisation, { organisation, address, locale }]
    }),
  )
}
