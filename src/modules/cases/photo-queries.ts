import sql, { type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { table } from '#platform/table'

/** Where a sealed photo lies, and the key that opens it. */
export type PhotoToKeep = {
  id: string
  key_id: string
  digest: string
  file: string
  thumbnail: string
  width: number
  height: number
  /** Of the picture, before it is sealed. */
  bytes: number
}

export type PhotoRow = PhotoToKeep & {
  municipality: string
  case_id: string
  signal_id?: string | null
  assignment_id?: string | null
  answer_id?: string | null
  created_at: number
}

/** Not a read table: the journal knows of a photo only that it was there. */
export const PHOTOS = table<PhotoRow>({
  name: 'cases.photos',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    case_id: 'uuid',
    signal_id: 'uuid',
    assignment_id: 'uuid',
    answer_id: 'uuid',
    key_id: 'text',
    digest: 'text',
    file: 'text',
    thumbnail: 'text',
    width: 'int4',
    height: 'int4',
    bytes: 'int4',
    created_at: 'timestamptz',
  },
  onConflict: 'fail',
})

const COLUMNS = sql`
  municipality, id, case_id, signal_id, assignment_id, answer_id, key_id, digest, file, thumbnail,
  width, height, bytes, created_at`

export async function findPhoto(
  query: Query,
  municipality: string,
  id: string,
): Promise<PhotoRow | undefined> {
  const [row] = await query<PhotoRow>(sql`
    select ${COLUMNS} from cases.photos
    where municipality = ${municipality} and id = ${id}::uuid`)
  return row
}

/** Every photo of a case, the first first. */
export async function listPhotos(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<PhotoRow[]> {
  return query<PhotoRow>(sql`
    select ${COLUMNS} from cases.photos
    where municipality = ${municipality} and case_id = ${caseId}::uuid
    order by created_at, id`)
}

/** The photos that the party of an assignment sent, the first first. */
export async function listEvidence(
  query: Query,
  municipality: string,
  of: { caseId: string; assignmentId: string },
): Promise<PhotoRow[]> {
  const rows = await listPhotos(query, municipality, of.caseId)
  return rows.filter(({ assignment_id }) => assignment_id === of.assignmentId)
}

/** That an answer names them: from then on they stay. */
export function markAnswered(municipality: string, ids: readonly string[], answerId: string): Sql {
  return sql`
    update cases.photos set answer_id = ${answerId}::uuid
    where municipality = ${municipality} and id = any(${ids}::uuid[]) and answer_id is null`
}

/** Of a signal whose key is destroyed; its files are nobody's from then on. */
export function removePhotosOf(municipality: string, signalId: string): Sql {
  return sql`
    delete from cases.photos
    where municipality = ${municipality} and signal_id = ${signalId}::uuid`
}

export async function removePhotos(
  query: Query,
  municipality: string,
  ids: readonly string[],
): Promise<void> {
  await query(sql`
    delete from cases.photos where municipality = ${municipality} and id = any(${ids}::uuid[])`)
}

/** Sent as evidence before a moment, and named by no answer. */
export async function listUnanswered(
  query: Query,
  municipality: string,
  before_ms: number,
): Promise<PhotoRow[]> {
  return query<PhotoRow>(sql`
    select ${COLUMNS} from cases.photos
    where municipality = ${municipality} and assignment_id is not null and answer_id is null
      and created_at < ${toIso(before_ms)}`)
}

/** Rows by id, a piece at a time. */
export async function listPhotosAfter(
  query: Query,
  municipality: string,
  after: string,
  most: number,
): Promise<PhotoRow[]> {
  return query<PhotoRow>(sql`
    select ${COLUMNS} from cases.photos
    where municipality = ${municipality} and id > ${after}::uuid
    order by id limit ${most}`)
}

/** Which of these names of files a row still has. */
export async function listKnownFiles(
  query: Query,
  municipality: string,
  names: readonly string[],
): Promise<Set<string>> {
  const rows = await query<{ name: string }>(sql`
    select file as name from cases.photos
    where municipality = ${municipality} and file = any(${names})
    union all
    select thumbnail as name from cases.photos
    where municipality = ${municipality} and thumbnail = any(${names})`)
  return new Set(rows.map(({ name }) => name))
}

/** The photos of signals go with them to another case. */
export function movePhotos(municipality: string, signals: readonly string[], caseId: string): Sql {
  return sql`
    update cases.photos set case_id = ${caseId}::uuid
    where municipality = ${municipality} and signal_id = any(${signals}::uuid[])`
}
