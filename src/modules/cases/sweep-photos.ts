import type { Pool } from '#platform/database'
import { type FileStore, removeBrokenOff, type StoredFile } from '#platform/files'
import { destroyKeys, readWrappedKeys } from '#platform/vault'
import {
  listKnownFiles,
  listPhotosAfter,
  listUnanswered,
  type PhotoRow,
  removePhotos,
} from './photo-queries.ts'
import { filesOf } from './photos.ts'

/** Longer than anything takes between the file, or the upload, and the commit that names it. */
const DAY_MS = 86_400_000
const PIECE = 500

type Needs = { pool: Pool; files: FileStore }

export type Swept = { unanswered: number; unreadable: number; orphans: number; brokenOff: number }

/**
 * Takes away what no photo is any more: evidence that no answer named within a day, rows and files whose key was
 * destroyed, files that no row has, and uploads that broke off. Doing it twice, or in two processes, does no harm.
 */
export async function sweepPhotos(
  { pool, files }: Needs,
  municipalities: readonly string[],
  now_ms: number,
): Promise<Swept> {
  const before_ms = now_ms - DAY_MS
  const swept: Swept = { unanswered: 0, unreadable: 0, orphans: 0, brokenOff: 0 }
  for (const municipality of municipalities) {
    swept.unanswered += await destroyUnanswered({ pool, files }, municipality, before_ms)
    swept.unreadable += await removeUnreadable({ pool, files }, municipality)
  }
  let piece: StoredFile[] = []
  for await (const file of files.list(before_ms)) {
    piece.push(file)
    if (piece.length < PIECE) continue
    swept.orphans += await removeOrphans({ pool, files }, piece)
    piece = []
  }
  swept.orphans += await removeOrphans({ pool, files }, piece)
  swept.brokenOff = await removeBrokenOff(files.incoming, before_ms)
  return swept
}

async function destroyUnanswered({ pool, files }: Needs, municipality: string, before_ms: number) {
  const rows = await pool.write({ tenant: municipality }, async (query) => {
    const found = await listUnanswered(query, municipality, before_ms)
    await destroyKeys(query, municipality, keysOf(found))
    await removePhotos(query, municipality, idsOf(found))
    return found
  })
  await files.remove(municipality, filesOf(rows))
  return rows.length
}

async function removeUnreadable({ pool, files }: Needs, municipality: string): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000'
  let removed = 0
  for (;;) {
    const { rows, gone } = await pool.write({ tenant: municipality }, async (query) => {
      const rows = await listPhotosAfter(query, municipality, after, PIECE)
      const keys = await readWrappedKeys(query, municipality, keysOf(rows))
      const gone = rows.filter(({ key_id }) => !keys.has(key_id))
      if (gone.length > 0) await removePhotos(query, municipality, idsOf(gone))
      return { rows, gone }
    })
    await files.remove(municipality, filesOf(gone))
    removed += gone.length
    const last = rows.at(-1)
    if (!last) return removed
    after = last.id
  }
}

async function removeOrphans({ pool, files }: Needs, piece: readonly StoredFile[]) {
  let removed = 0
  for (const [tenant, own] of Map.groupBy(piece, (file) => file.tenant)) {
    const names = own.map(({ name }) => name)
    const known = await pool.read({ tenant }, (query) => listKnownFiles(query, tenant, names))
    const orphans = names.filter((name) => !known.has(name))
    await files.remove(tenant, orphans)
    removed += orphans.length
  }
  return removed
}

const keysOf = (rows: readonly PhotoRow[]) => [...new Set(rows.map(({ key_id }) => key_id))]
const idsOf = (rows: readonly PhotoRow[]) => rows.map(({ id }) => id)
