import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { developPhoto } from '#platform/photo'
import type { SentPhoto } from '#platform/uploads'

/** What a camera wrote into the photos of the tests, and nobody may ever read again. */
export const CAMERA_MARK = 'marker-of-the-camera'

/** A photo as a telephone sends it: lying on its side, with place and maker in it. */
export async function jpegOf(colour = '#a04020', width = 640, height = 480) {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: CAMERA_MARK },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 1/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return Buffer.from(bytes)
}

/** The same as it comes out of an upload. */
export async function photoOf(colour?: string): Promise<SentPhoto> {
  const bytes = await jpegOf(colour)
  const photo = await developPhoto(bytes)
  assert(typeof photo !== 'string', `refused: ${photo}`)
  return { ...photo, sentDigest: createHash('sha256').update(bytes).digest('base64url') }
}
