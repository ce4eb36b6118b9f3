import sql from 'sql-template-tag'
import type { Batch } from '#journal'
import { toIso } from '#kernel/clock'
import { BY_MAIL, isByMail } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import { insertRows, type Table, table } from '#platform/table'
import type { Municipality, Organisation } from './directory.ts'

type OrganisationRow = Organisation
type PartyRow = { municipality: string; organisation: string }

const ORGANISATIONS = table<OrganisationRow>({
  name: 'directory.organisations',
  key: ['id'],
  columns: { id: 'text', name: 'text', kind: 'text' },
  onConflict: 'replace',
})

const NEW_ORGANISATIONS: Table<OrganisationRow> = { ...ORGANISATIONS, onConflict: 'ignore' }

export const PARTIES = table<PartyRow>({
  name: 'directory.parties',
  key: ['municipality', 'organisation'],
  columns: { municipality: 'text', organisation: 'text' },
  onConflict: 'ignore',
})

/**
 * Makes a municipality known, served here or only as a neighbour. As the worker. Its boundary is the first that is known
 * of it, since `from_ms` or always; another one is entered as such (boundary-commands.ts).
 */
export async function enterMunicipality(
  pool: Pool,
  municipality: Municipality,
  { now_ms, from_ms }: { now_ms: number; from_ms?: number },
): Promise<void> {
  const { id, name, organisation, boundary, contactEmail, isServed } = municipality
  const valid_from = from_ms === undefined ? null : toIso(from_ms)
  await pool.write({}, async (query) => {
    await query(sql`
      insert into directory.municipalities (id, name, organisation, contact_email, is_served)
      values (${id}, ${name}, ${organisation}, ${contactEmail ?? null}, ${isServed})
      on conflict (id) do update
      set name = excluded.name,
        contact_email = coalesce(excluded.contact_email, directory.municipalities.contact_email),
        is_served = excluded.is_served or directory.municipalities.is_served`)
    await query(sql`
      insert into directory.boundaries (id, version, epoch, entered_at, valid_from, geometry)
      values (${id}, 1, 0, ${toIso(now_ms)}, ${valid_from}, ${JSON.stringify(boundary)})
      on conflict (id, version) do nothing`)
  })
}

/** Makes organisations known, as the worker. A new name replaces the old one, unless what is known is kept. */
export async function enterOrganisations(
  pool: Pool,
  organisations: readonly Organisation[],
  known: 'replace' | 'keep' = 'replace',
): Promise<void> {
  if (organisations.length === 0) return
  if (organisations.some(({ id }) => isByMail(id)))
    throw new Error(`no organisation can be named "${BY_MAIL}": that is where mail goes`)
  const target = known === 'keep' ? NEW_ORGANISATIONS : ORGANISATIONS
  await pool.write({}, (query) => query(insertRows(target, organisations)))
}

/** Gives organisations a role in this municipality; under its lock, with an event for each new one. */
export async function registerParties(
  commands: readonly { organisations: readonly Organisation[] }[],
  batch: Batch,
): Promise<readonly { registered: number }[]> {
  const { municipality } = batch
  const rows = await batch.query<{ organisation: string }>(sql`
    select organisation from directory.parties where municipality = ${municipality}`)
  const known = new Set(rows.map((row) => row.organisation))
  return commands.map(({ organisations }) => {
    const added = organisations.filter((organisation) => !known.has(organisation.id))
    for (const { id, name, kind } of added) {
      known.add(id)
      batch.append({
        stream: `party/${id}`,
        version: 1,
        type: 'PartyRegistered',
        typeVersion: 1,
        data: { organisation: id, name, kind },
      })
    }
    batch.write(
      PARTIES,
      added.map(({ id }) => ({ municipality, organisation: id })),
    )
    return { registered: added.length }
  })
}
