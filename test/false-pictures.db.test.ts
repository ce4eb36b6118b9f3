import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { NOORDDIJK } from './town.ts'
import { openWorkedTown, type WorkedTown } from './worked-town.ts'

const SCRIPT = '<script>__mark()</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="__mark()">${SCRIPT}</svg>`

/** What is no photo, whatever it is called and whatever it says it is. */
const FALSE: Readonly<Record<string, Buffer>> = {
  svg: Buffer.from(SVG),
  'svg after a prologue': Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>${SVG}`,
  ),
  html: Buffer.from(`<!doctype html><title>x</title>${SCRIPT}`),
  'gif that is a script, too': Buffer.from('GIF89a/*\u0001\u0000\u0000*/=1;__mark()//'),
  'bitmap that is a script, too': Buffer.from('BM=1;__mark()//                    '),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
  'head of a JPEG before a page': Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from(`JFIF\0${SCRIPT}`),
  ]),
  'head of a PNG before a page': Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from(SCRIPT),
  ]),
  'text that names a picture': Buffer.from('push graphic-context\nimage over 0,0 0,0 "|id"\n'),
}

const CALLED = [
  ['photo.jpg', 'image/jpeg'],
  ['photo.svg', 'image/svg+xml'],
  ['photo.html', 'text/html'],
  ['../../photo.jpg\u0000.html', 'image/png'],
] as const

/** Real pictures that are something else, too. */
async function polyglots(): Promise<Record<string, Buffer>> {
  const create = { width: 32, height: 24, channels: 3, background: '#a42' } as const
  const jpeg = Buffer.from(await sharp({ create }).jpeg().toBuffer())
  const png = Buffer.from(await sharp({ create }).png().toBuffer())
  const comment = Buffer.from(SCRIPT)
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
  return {
    'jpeg with a comment': Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]),
    'jpeg with a page behind it': Buffer.concat([jpeg, Buffer.from(`\n${SCRIPT}`)]),
    'jpeg with an archive behind it': Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004__mark.js')]),
    'png with a page behind it': Buffer.concat([png, Buffer.from(SCRIPT)]),
  }
}

describe('a picture that is something else', () => {
  let worked: WorkedTown
  before(async () => {
    worked = await openWorkedTown()
  })
  after(() => worked[Symbol.asyncDispose]())

  let place = 0
  const http = () => worked.api.app.http
  /** Each some way from those before, so that none joins another. */
  const nextPlace = () => {
    place += 1
    return { lon: 5.001 + 0.0009 * (place % 40), lat: 52.001 + 0.0006 * Math.floor(place / 40) }
  }
  const blobOf = (bytes: Buffer, type: string) => new Blob([new Uint8Array(bytes)], { type })

  const doors: Readonly<
    Record<
      string,
      (bytes: Buffer, name: string, type: string) => Promise<{ status: number; text: string }>
    >
  > = {
    'the API': (bytes, name, type) => {
      const form = new FormData()
      form.set('signal', JSON.stringify({ category: 'strange', place: nextPlace() }))
      form.set('photo', blobOf(bytes, type), name)
      return sent(`/api/v1/signals?municipality=${NOORDDIJK}`, form)
    },
    Open311: (bytes, name, type) => {
      const form = new FormData()
      const { lon, lat } = nextPlace()
      for (const [field, value] of Object.entries({ service_code: 'strange', lat, long: lon }))
        form.set(field, String(value))
      form.set('media', blobOf(bytes, type), name)
      return sent(`/open311/v2/${NOORDDIJK}/requests.json`, form)
    },
    'the pages': async (bytes, name, type) => {
      const form = new FormData()
      const { lon, lat } = nextPlace()
      const draft = { category: 'strange', lon: String(lon), lat: String(lat), seen: 'yes' }
      for (const [field, value] of Object.entries(draft)) form.set(field, value)
      form.set('key', crypto.randomUUID())
      form.set('photos', blobOf(bytes, type), name)
      return sent(`/${NOORDDIJK}/melden/versturen?${new URLSearchParams(draft)}`, form)
    },
    'the answer of a party': async (bytes, _name, type) => {
      const { id } = await worked.api.assignmentOf(worked.cases.lamp.caseId)
      const response = await http().request(`/api/v1/assignments/${id}/photos`, {
        method: 'POST',
        headers: { 'content-type': type, authorization: 'Bearer lk_of_party' },
        body: new Uint8Array(bytes),
      })
      return { status: response.status, text: await response.text() }
    },
  }

  async function sent(path: string, body: FormData) {
    const response = await http().request(path, { method: 'POST', body })
    return { status: response.status, text: await response.text() }
  }

  const photosNow = async () =>
    (await Array.fromAsync(worked.api.app.files.list(Date.now() + 1_000))).length

  it('is refused at every door, whatever it is called, and nothing of it is kept', async () => {
    const before = await photosNow()
    for (const [door, send] of Object.entries(doors))
      for (const [what, bytes] of Object.entries(FALSE))
        for (const [name, type] of CALLED) {
          const { status, text } = await send(bytes, name, type)
          assert(
            [400, 415, 422].includes(status),
            `${what} as ${type} at ${door}: ${status} ${text.slice(0, 200)}`,
          )
          assert(!text.includes('<script>__mark'), `${what} at ${door}`)
        }
    assert.equal(await photosNow(), before)
  })

  it('is made a picture and nothing else, and served as that', async () => {
    let read = 0
    for (const [door, send] of Object.entries(doors))
      for (const [what, bytes] of Object.entries(await polyglots())) {
        const { status, text } = await send(bytes, 'photo.html', 'image/jpeg')
        assert(
          [200, 201, 303].includes(status),
          `${what} at ${door}: ${status} ${text.slice(0, 200)}`,
        )
      }
    const cases = await worked.api.get('/cases?limit=200', { as: 'desk' })
    for (const { number } of cases.json.items) {
      const one = await worked.api.get(`/cases/${number}`, { as: 'desk' })
      const photos =
        one.json.descriptions?.flatMap((said: { photos: { href: string }[] }) => said.photos) ?? []
      for (const { href } of photos)
        for (const size of ['full', 'thumb']) {
          const address = `${href}${href.includes('?') ? '&' : '?'}size=${size}`
          const answer = await http().request(address, {
            headers: { authorization: 'Bearer lk_of_desk' },
          })
          assert.equal(answer.status, 200)
          const bytes = Buffer.from(await answer.arrayBuffer())
          assert(!bytes.includes('__mark'), `${number} ${size}`)
          assert.equal((await sharp(bytes).metadata()).format, 'jpeg')
          const { headers } = answer
          assert.equal(headers.get('content-type'), 'image/jpeg')
          assert.equal(headers.get('x-content-type-options'), 'nosniff')
          assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/)
          assert.match(
            headers.get('content-disposition') ?? '',
            /^inline; filename="[\da-f-]{36}\.jpg"$/,
          )
          read += 1
        }
    }
    assert(read >= 2 * 3 * 4, `${read} pictures were read`)
  })
})
