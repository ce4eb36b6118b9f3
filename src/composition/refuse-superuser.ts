import sql from 'sql-template-tag'
import type { Pool } from '#platform/database'

/**
 * Row-level security does not bind a superuser, and whoever owns a table can take it away: served as one of these,
 * every municipality could see all.
 */
export async function refuseSuperuser(pool: Pool): Promise<void> {
  const [role] = await pool.read({}, (query) =>
    query<{ name: string; is_above: boolean }>(sql`
      select rolname as name, rolsuper or rolbypassrls or pg_has_role(
        current_user, (select relowner from pg_class where oid = 'journal.events'::regclass), 'usage')
        as is_above
      from pg_roles where rolname = current_user`),
  )
  if (role?.is_above !== false)
    throw new Error(
      `the program does not serve as ${role?.name}: that role stands above row-level security`,
    )
}
