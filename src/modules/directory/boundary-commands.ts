import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import sql from 'sql-template-tag'
import { type Batch, readVersion } from '#journal'
import { toIso } from '#kernel/clock'
import type { Polygonal } from '#kernel/geometry'
import { type InTime, nextOf } from '#kernel/in-time'
import type { Pool, Query } from '#platform/database'
import { insertRows, table } from '#platform/table'
import type { BoundaryVersion } from './boundary.ts'

type BoundaryRow = {
  id: string
  version: number
  epoch: number
  entered_at: number | null
  /** Null: always. */
  valid_from: number | null
  geometry: Polygonal
}

/** Every version of every boundary. */
export const BOUNDARIES = table<BoundaryRow>({
  name: 'directory.boundaries',
  key: ['id', 'version'],
  columns: {
    id: 'text',
    version: 'int4',
    epoch: 'int8',
    entered_at: 'timestamptz',
    valid_from: 'timestamptz',
    geometry: 'jsonb',
  },
  onConflict: 'fail',
})

/** Every version of the boundaries by municipality, the oldest first; of all of them, or of one. */
export async function listBoundaries(
  query: Query,
  id?: string,
): Promise<Map<string, BoundaryVersion[]>> {
  const rows = await query<BoundaryRow>(sql`
    select id, version, epoch, entered_at, valid_from, geometry
    from directory.boundaries
    where ${id ?? null}::text is null or id = ${id ?? null}
    order by id, version`)
  return new Map(
    [...Map.groupBy(rows, (row) => row.id)].map(([name, own]) => [
      name,
      own.map(({ version, epoch, entered_at, valid_from, geometry }) => ({
        version,
        epoch,
        entered_ms: entered_at ?? -Infinity,
        from_ms: valid_from ?? -Infinity,
        geometry,
      })),
    ]),
  )
}

/** Another text as soon as a boundary was added: what costs little to ask, where reading all of them costs much. */
export async function readBoundariesMark(query: Query): Promise<string> {
  const [row] = await query<{ mark: string }>(sql`
    select count(*) || '/' || coalesce(max(entered_at)::text, '') as mark from directory.boundaries`)
  return row?.mark ?? ''
}

export type EnterBoundary = {
  geometry: Polygonal
  /** Since when; without it from now on. */
  from_ms?: number
}

/** Enters the boundary of a municipality that is served here; under its lock. One that is the same changes nothing. */
export async function enterBoundary(
  commands: readonly EnterBoundary[],
  batch: Batch,
): Promise<readonly { isChanged: boolean }[]> {
  const { municipality, now_ms } = batch
  const epoch = batch.epoch + 1
  const known = (await listBoundaries(batch.query, municipality)).get(municipality) ?? []
  let streamVersion = await readVersion(batch.query, municipality, 'boundary')
  return commands.map(({ geometry, from_ms }) => {
    const same = canonicalize(geometry) as string
    const entering = { now_ms, from_ms, epoch }
    const next = nextOf(known, entering, (one) => canonicalize(one.geometry) === same)
    if (!next) return { isChanged: false }
    known.push({ ...next, geometry })
    streamVersion += 1
    batch.append({
      stream: 'boundary',
      version: streamVersion,
      type: 'BoundaryEntered',
      typeVersion: 1,
      data: {
        version: next.version,
        digest: createHash('sha256').update(same).digest('hex'),
        epoch,
        ...(next.from_ms === -Infinity ? {} : { from: toIso(next.from_ms) }),
      },
    })
    batch.write(BOUNDARIES, [rowOf(municipality, next, geometry)])
    batch.raiseEpoch()
    return { isChanged: true }
  })
}

/** The boundary of a municipality that is only known as a neighbour: it has no journal. As the worker. */
export async function enterNeighbourBoundary(
  pool: Pool,
  id: string,
  { geometry, ...entering }: EnterBoundary & { now_ms: number },
): Promise<{ isChanged: boolean }> {
  return pool.write({}, async (query) => {
    const known = (await listBoundaries(query, id)).get(id) ?? []
    const same = canonicalize(geometry)
    const isSame = (one: BoundaryVersion) => canonicalize(one.geometry) === same
    const next = nextOf(known, { ...entering, epoch: 0 }, isSame)
    if (!next) return { isChanged: false }
    await query(insertRows(BOUNDARIES, [rowOf(id, next, geometry)]))
    return { isChanged: true }
  })
}

/** Leaves none of the boundary that is known of a municipality, before it is brought in as a whole. */
export async function clearBoundary(query: Query, municipality: string): Promise<void> {
  await query(sql`delete from directory.boundaries where id = ${municipality}`)
}

function rowOf(id: string, one: InTime, geometry: Polygonal): BoundaryRow {
  const { version, epoch, entered_ms, from_ms } = one
  const valid_from = from_ms === -Infinity ? null : from_ms
  return { id, version, epoch, entered_at: entered_ms, valid_from, geometry }
}
