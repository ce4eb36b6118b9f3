import { createHash } from 'node:crypto'
import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Photo } from '#platform/photo'
import { insertRows } from '#platform/table'
import { BOXES, KEYS, type Key, readBoxes, readWrappedKeys, type Vault } from '#platform/vault'
import type { PhotoFact } from './events.ts'
import { findPhoto, PHOTOS, type PhotoRow, type PhotoToKeep } from './photo-queries.ts'

/** What belongs to photos: where their keys and where their files are. */
export type PhotoNeeds = { vault: Vault; files: FileStore; newId: () => string }

/**
 * Seals photos with a key and stores them, so that the rows that this gives may be committed. What is never committed
 * is nobody's, and is swept. To destroy the key is to destroy the photos.
 */
export async function keepPhotos(
  { vault, files, newId }: PhotoNeeds,
  municipality: string,
  key: Key,
  photos: readonly Photo[],
): Promise<PhotoToKeep[]> {
  const kept: PhotoToKeep[] = []
  for (const { image, thumbnail, width, height } of photos) {
    const id = newId()
    const put = (bytes: Buffer, size: PhotoSize) =>
      files.put(municipality, vault.sealBytes(key, municipality, boundTo(id, size), bytes))
    kept.push({
      id,
      key_id: key.id,
      digest: vault.digest(key, image),
      file: await put(image, 'full'),
      thumbnail: await put(thumbnail, 'thumb'),
      width,
      height,
      bytes: image.length,
    })
  }
  return kept
}

export const factOf = ({ id, digest }: PhotoFact): PhotoFact => ({ id, digest })

export const filesOf = (rows: readonly Pick<PhotoToKeep, 'file' | 'thumbnail'>[]): string[] =>
  rows.flatMap(({ file, thumbnail }) => [file, thumbnail])

export const PHOTO_SIZES = ['full', 'thumb'] as const
export type PhotoSize = (typeof PHOTO_SIZES)[number]

const boundTo = (id: string, size: PhotoSize) => `photo/${id}/${size}`

/** The picture; undefined once its key is destroyed or its file is gone. */
export async function openPhoto(
  { pool, vault, files }: { pool: Pool; vault: Vault; files: FileStore },
  { municipality, id, key_id, file, thumbnail }: PhotoRow,
  size: PhotoSize,
): Promise<Buffer | undefined> {
  const keys = await pool.read({ tenant: municipality }, (query) =>
    readWrappedKeys(query, municipality, [key_id]),
  )
  const wrapped = keys.get(key_id)
  if (!wrapped) return undefined
  const sealed = await files.get(municipality, size === 'thumb' ? thumbnail : file)
  if (!sealed) return undefined
  const key = vault.openKey({ id: key_id, wrapped })
  return vault.openBytes(key, municipality, boundTo(id, size), sealed)
}

/** Where and when a party says that it took a photo; what the camera says of it is not kept. */
export type TakenAt = { place?: { lon: number; lat: number }; takenAt?: string }

const takenBox = (photoId: string) => `photo/${photoId}`

/**
 * Keeps a photo that a party sends as evidence, before the answer that will name it. It has a key of its own, since
 * there is no answer yet.
 */
export async function keepEvidence(
  needs: PhotoNeeds & { pool: Pool },
  of: { municipality: string; caseId: string; assignmentId: string },
  photo: Photo,
  { taken, id, now_ms }: { taken: TakenAt; id?: string; now_ms: number },
): Promise<PhotoRow> {
  const { pool, vault } = needs
  const { municipality, caseId: case_id, assignmentId: assignment_id } = of
  const key = vault.newKey(`photo/${needs.newId()}`)
  const named = id === undefined ? needs : { ...needs, newId: () => id }
  const [kept] = await keepPhotos(named, municipality, key, [photo])
  if (!kept) throw new Error('one photo gives one row')
  const row = { ...kept, municipality, case_id, assignment_id, created_at: now_ms }
  await pool.write({ tenant: municipality }, async (_, atLast) => {
    atLast([
      insertRows(KEYS, [vault.keyRow(key, municipality)]),
      insertRows(BOXES, [vault.seal(key, municipality, takenBox(kept.id), taken)]),
      insertRows(PHOTOS, [row]),
    ])
  })
  return row
}

/**
 * The id of a photo that is sent under a key of its sender: the same photo of the same assignment has the same one. A
 * UUID of version 8 (RFC 9562, 5.8).
 */
export function evidenceId(
  vault: Vault,
  { municipality, assignmentId }: { municipality: string; assignmentId: string },
  idempotencyKey: string,
  sentDigest: string,
): string {
  const name = `photo/${assignmentId}/${sentDigest}/${idempotencyKey}`
  const bytes = createHash('sha256').update(vault.pseudonym(municipality, name)).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

/** Keeps a photo under an id that may be known by now: sent twice at once, it is kept once. */
export async function keepEvidenceOnce(
  needs: PhotoNeeds & { pool: Pool },
  of: { municipality: string; caseId: string; assignmentId: string },
  photo: Photo,
  own: { taken: TakenAt; id: string; now_ms: number },
): Promise<{ row: PhotoRow; isRepeat: boolean }> {
  const find = () =>
    needs.pool.read({ tenant: of.municipality }, (query) =>
      findPhoto(query, of.municipality, own.id),
    )
  const known = await find()
  if (known) return { row: known, isRepeat: true }
  try {
    const row = await keepEvidence(needs, of, photo, own)
    return { row, isRepeat: false }
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    const first = await find()
    if (!first) throw error
    return { row: first, isRepeat: true }
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505'

/** What parties said of where and when they took photos, by photo id, as far as it was not destroyed. */
export async function readTaken(
  pool: Pool,
  vault: Vault,
  municipality: string,
  photoIds: readonly string[],
): Promise<Map<string, TakenAt>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<TakenAt>(query, vault, municipality, photoIds.map(takenBox)),
  )
  return new Map([...boxes].map(([id, taken]) => [id.slice('photo/'.length), taken]))
}
