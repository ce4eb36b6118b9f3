import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { PROJECTION } from './projected.ts'

export type BehindRow = { id: string; version: number }

/** Which of these cases have rows that this projection did not write, or not as they are now. */
export async function listBehind(
  query: Query,
  municipality: string,
  ids: readonly string[],
): Promise<BehindRow[]> {
  return query<BehindRow>(sql`
    select id, version from cases.cases
    where municipality = ${municipality} and id = any(${ids}::uuid[])
      and (projection is null or projection < ${PROJECTION} or projected_version <> version)`)
}

/** By which projection all rows of a municipality were written; undefined while some of them are behind. */
export async function projectionOf(
  query: Query,
  municipality: string,
): Promise<number | undefined> {
  const [behind] = await query(sql`
    select from cases.cases
    where municipality = ${municipality}
      and (projection is null or projection < ${PROJECTION} or projected_version <> version)
    limit 1`)
  return behind ? undefined : PROJECTION
}

/** Says that all rows of these cases are as this projection writes them. */
export async function markWhole(
  query: Query,
  municipality: string,
  ids: readonly string[],
): Promise<void> {
  await query(sql`
    update cases.cases set projection = ${PROJECTION}, projected_version = version
    where municipality = ${municipality} and id = any(${ids}::uuid[])`)
}

/** Up to where the rows of a municipality are whole, held to the end of the transaction; none while another holds it. */
export async function takeCompleted(
  query: Query,
  municipality: string,
): Promise<number | undefined> {
  const [known] = await query<{ position: number }>(sql`
    select position from cases.completed
    where municipality = ${municipality} and projection = ${PROJECTION}
    for update skip locked`)
  if (known) return known.position
  const [begun] = await query<{ position: number }>(sql`
    insert into cases.completed (municipality, projection, position)
    values (${municipality}, ${PROJECTION}, 0)
    on conflict do nothing
    returning position`)
  return begun?.position
}

export async function moveCompleted(
  query: Query,
  municipality: string,
  position: number,
): Promise<void> {
  await query(sql`
    update cases.completed set position = ${position}
    where municipality = ${municipality} and projection = ${PROJECTION}`)
}

/** Up to which position of its journal each municipality's rows are whole. */
export async function listCompleted(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ municipality: string; position: number }>(sql`
    select municipality, position from cases.completed where projection = ${PROJECTION}`)
  return new Map(rows.map(({ municipality, position }) => [municipality, position]))
}
