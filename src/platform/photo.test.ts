import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { developPhoto, MOST_PIXELS, type Photo } from './photo.ts'

const MARK = 'marker-of-the-camera'

/** Red above green, as a camera on its side writes it: turned by a quarter, and said so in EXIF, with where it was. */
async function cameraPhoto(): Promise<Buffer> {
  const half = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp({ create: { width: 60, height: 80, channels: 3, background: '#00ff00' } })
    .composite([{ input: await half('#ff0000'), top: 0, left: 0 }])
    .withExif({
      IFD0: { Make: MARK, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 1/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
}

async function developed(bytes: Buffer): Promise<Photo> {
  const photo = await developPhoto(bytes)
  assert(typeof photo !== 'string', `refused: ${photo}`)
  return photo
}

async function colourAt(image: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(image)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, green = 0] = data
  return red > 200 ? 'red' : green > 200 ? 'green' : 'other'
}

/** A PNG of a given size whose rows are not there: only who trusts its header makes room for it. */
function pngOf(width: number, height: number, data = deflateSync(Buffer.alloc(1000))): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body])
    const framed = Buffer.alloc(body.length + 12)
    framed.writeUInt32BE(body.length, 0)
    named.copy(framed, 4)
    framed.writeUInt32BE(crc32(named), framed.length - 4)
    return framed
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a photo that is developed', () => {
  test('holds nothing of what the camera wrote: no place, no maker, no profile', async () => {
    const before = await cameraPhoto()
    const known = await sharp(before).metadata()
    assert(before.includes(MARK) && known.exif && known.icc && known.orientation === 6)
    const { image, thumbnail } = await developed(before)
    for (const bytes of [image, thumbnail]) {
      const { exif, icc, xmp, iptc, orientation, format, space } = await sharp(bytes).metadata()
      assert.deepEqual(
        { exif, icc, xmp, iptc, orientation, format, space },
        {
          exif: undefined,
          icc: undefined,
          xmp: undefined,
          iptc: undefined,
          orientation: undefined,
          format: 'jpeg',
          space: 'srgb',
        },
      )
      assert(!bytes.includes(MARK) && !bytes.includes('GPS') && !bytes.includes('Exif'))
    }
  })

  test('stands upright', async () => {
    const { image, width, height } = await developed(await cameraPhoto())
    assert.deepEqual([width, height], [80, 60])
    // What was above is to the right after a quarter turn clockwise.
    assert.deepEqual(
      [await colourAt(image, 75, 30), await colourAt(image, 5, 30)],
      ['red', 'green'],
    )
  })

  test('is at most 2048 px, its thumbnail 480 px, and a small one is not blown up', async () => {
    const large = sharp({ create: { width: 5712, height: 4284, channels: 3, background: '#888' } })
    const { width, height, thumbnail } = await developed(await large.jpeg().toBuffer())
    assert.deepEqual([width, height], [2048, 1536])
    assert.equal((await sharp(thumbnail).metadata()).width, 480)
    const small = sharp({ create: { width: 10, height: 8, channels: 3, background: '#888' } })
    assert.equal((await developed(await small.png().toBuffer())).width, 10)
  })

  test('may come as JPEG, PNG with holes in it, WebP or AVIF, by whatever name', async () => {
    const picture = sharp({
      create: { width: 20, height: 20, channels: 4, background: '#ff000000' },
    })
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const { image } = await developed(await picture.clone().toFormat(format).toBuffer())
      const { format: kept, hasAlpha } = await sharp(image).metadata()
      assert.deepEqual([kept, hasAlpha], ['jpeg', false], format)
    }
  })
})

describe('what is no photo is refused', () => {
  test('above 32 million pixels, before it is decoded', async () => {
    const large = sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#888' } })
    assert.equal(await developPhoto(await large.jpeg().toBuffer()), 'photo-too-many-pixels')
    assert.equal(await developPhoto(pngOf(100_000, 100_000)), 'photo-too-many-pixels')
    assert(8000 * 5000 > MOST_PIXELS)
  })

  test('a bomb of zeros within the limits of size, and a file that breaks off', async () => {
    // It says 5000 by 5000 and has far more or far less behind it.
    const short = pngOf(5000, 5000)
    assert.equal(await developPhoto(short), 'photo-unreadable')
    const jpeg = await sharp({
      create: {
        width: 800,
        height: 800,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer()
    assert.equal(await developPhoto(jpeg.subarray(0, jpeg.length / 2)), 'photo-unreadable')
  })

  test('a script, a page, a drawing, a film and nothing at all', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    // Each frame unlike the others, or the encoder makes one of them.
    const frames = Buffer.from(Array.from({ length: 4 * 4 * 8 * 3 }, (_, i) => (i * 7) % 256))
    const moving = sharp(frames, { raw: { width: 4, height: 32, channels: 3, pageHeight: 4 } })
    const all: [string, Buffer][] = [
      ['script', Buffer.from('#!/bin/sh\necho 1\n')],
      ['page', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['drawing', Buffer.from(svg)],
      ['drawing that says XML', Buffer.from(`<?xml version="1.0"?>${svg}`)],
      ['PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
      ['GIF', await moving.clone().gif().toBuffer()],
      ['moving WebP', await moving.clone().webp({ effort: 0 }).toBuffer()],
      [
        'TIFF',
        await sharp(frames, { raw: { width: 4, height: 32, channels: 3 } })
          .tiff()
          .toBuffer(),
      ],
      ['nothing', Buffer.alloc(0)],
      ['two bytes', Buffer.from([0xff, 0xd8])],
    ]
    for (const [name, bytes] of all)
      assert.equal(await developPhoto(bytes), 'photo-unreadable', name)
  })

  test('what is a picture and something else keeps the picture only', async () => {
    const jpeg = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const page = Buffer.from('<html><script>alert(1)</script>PK\u0003\u0004')
    const { image } = await developed(Buffer.concat([jpeg, page]))
    assert(!image.includes('script') && !image.includes('PK'))
  })
})
