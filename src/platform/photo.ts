import sharp, { type Sharp } from 'sharp'

/** A photo as we keep it: turned upright, in sRGB, a JPEG of at most 2048 px, and nothing beside the picture. */
export type Photo = {
  image: Buffer
  /** At most 480 px. */
  thumbnail: Buffer
  width: number
  height: number
}

/** Why something is no photo that we keep. */
export type PhotoFault = 'photo-unreadable' | 'photo-too-many-pixels'

/**
 * The default of the telephones of today is 12 to 25 million pixels. Above this a picture takes more than 100 MB in
 * memory while it is decoded, and shows nothing more once it is made smaller.
 */
export const MOST_PIXELS = 32_000_000

const EDGE_PX = 2048
const THUMBNAIL_EDGE_PX = 480
const QUALITY = 82
const DECODE_WITHIN_S = 20

/** What the bytes are is found out by decoding them: no loader but these is ever tried (no SVG, no PDF, no GIF). */
const LOADERS = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadHeifBuffer',
]
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: LOADERS })
sharp.cache(false)
sharp.concurrency(1)

const OPTIONS = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true } as const

/**
 * Makes of what was sent the photo that is kept. All that a camera adds (place, time, owner, preview) is left out
 * with the old file; what is damaged, animated or no photo is refused.
 */
export async function developPhoto(bytes: Buffer): Promise<Photo | PhotoFault> {
  try {
    const { pages = 1, width, height } = await sharp(bytes, OPTIONS).metadata()
    if (width * height > MOST_PIXELS) return 'photo-too-many-pixels'
    if (pages > 1 || isAnimatedPng(bytes)) return 'photo-unreadable'
    const upright = sharp(bytes, OPTIONS).timeout({ seconds: DECODE_WITHIN_S }).autoOrient()
    const { data: image, info } = await asJpeg(upright, EDGE_PX)
    const { data: thumbnail } = await asJpeg(sharp(image), THUMBNAIL_EDGE_PX)
    return { image, thumbnail, width: info.width, height: info.height }
  } catch (error) {
    // Whatever the decoder stumbles over, the sender has to send another file.
    if (!(error instanceof Error)) throw error
    return /pixel limit/i.test(error.message) ? 'photo-too-many-pixels' : 'photo-unreadable'
  }
}

function asJpeg(picture: Sharp, edge_px: number) {
  return picture
    .resize(edge_px, edge_px, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
}

/** The decoder shows the first frame only and does not tell: the chunk that announces more stands before the picture. */
function isAnimatedPng(bytes: Buffer): boolean {
  if (bytes.readUInt32BE(0) !== PNG) return false
  const control = bytes.indexOf('acTL')
  return control !== -1 && control < bytes.indexOf('IDAT')
}

const PNG = 0x89504e47
