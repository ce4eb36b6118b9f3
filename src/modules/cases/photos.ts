import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Photo } from '#platform/photo'
import { insertRows } from '#platform/table'
import { BOXES, KEYS, type Key, readBoxes, readWrappedKeys, type Vault } from '#platform/vault'
import type { PhotoFact } from './events.ts'
import { PHOTOS, type PhotoRow, type PhotoToKeep } from './photo-queries.ts'

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
  taken: TakenAt,
  now_ms: number,
): Promise<PhotoRow> {
  const { pool, vault } = needs
  const { municipality, caseId: case_id, assignmentId: assignment_id } = of
  const key = vault.newKey(`photo/${needs.newId()}`)
  const [kept] = await keepPhotos(needs, municipality, key, [photo])
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
