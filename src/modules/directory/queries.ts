import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { listBoundaries } from './boundary-commands.ts'
import type { KnownMunicipality, Organisation } from './directory.ts'

type MunicipalityRow = {
  id: string
  name: string
  organisation: string
  contact_email: string | null
  is_served: boolean
}

/** Every municipality that is known, served here or only a neighbour, with all that its boundary was and will be. */
export async function listMunicipalities(query: Query): Promise<KnownMunicipality[]> {
  const [rows, boundaries] = await Promise.all([
    query<MunicipalityRow>(sql`
      select id, name, organisation, contact_email, is_served
      from directory.municipalities
      order by id`),
    listBoundaries(query),
  ])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    boundaries: boundaries.get(row.id) ?? [],
    isServed: row.is_served,
    ...(row.contact_email === null ? {} : { contactEmail: row.contact_email }),
  }))
}

/** The organisations that have a role in one municipality. */
export async function listParties(query: Query, municipality: string): Promise<Organisation[]> {
  return query<Organisation>(sql`
    select o.id, o.name, o.kind
    from directory.parties p
    join directory.organisations o on o.id = p.organisation
    where p.municipality = ${municipality}
    order by o.id`)
}
