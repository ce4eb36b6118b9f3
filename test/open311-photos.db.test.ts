import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import sharp from 'sharp'
import { filesOf, listPhotos } from '#modules/cases'
import { type ApiTown, openApiTown } from './api-town.ts'
import { CAMERA_MARK, jpegOf } from './pictures.ts'
import { NOORDDIJK, until } from './town.ts'

const REQUESTS = `/open311/v2/${NOORDDIJK}/requests.json`
const FIELDS = { service_code: 'litter', lat: '52.012', long: '5.012' }

type File = { name?: string; filename: string; bytes: Uint8Array<ArrayBuffer> | string }

function formOf(files: readonly File[], fields: Record<string, string> = FIELDS): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name = 'media', filename, bytes } of files)
    form.append(name, new Blob([bytes]), filename)
  return form
}

describe('photos that come with an Open311 request', () => {
  let api: ApiTown
  let jpeg: Buffer<ArrayBuffer>
  let place = 0
  before(async () => {
    api = await openApiTown()
    jpeg = await jpegOf()
  })
  after(() => api[Symbol.asyncDispose]())

  /** Each at a place of its own, so that none joins another. */
  const elsewhere = () => ({ ...FIELDS, long: String(5.001 + 0.0005 * ++place) })

  async function post(form: FormData, headers: Record<string, string> = {}) {
    const response = await api.app.http.request(REQUESTS, { method: 'POST', body: form, headers })
    const json = (await response.json()) as { code: string; service_request_id: string }[]
    assert.deepEqual(await readdir(api.app.files.incoming), [], 'nothing stays behind')
    return { status: response.status, first: json[0], codes: json.map(({ code }) => code) }
  }

  const refused = async (form: FormData) => {
    const before = await countCases()
    const { status, codes } = await post(form)
    assert.equal(await countCases(), before, 'nothing was stored')
    return [status, ...codes]
  }

  const countCases = async () => (await api.get('/cases', { as: 'desk' })).json.items.length

  async function photosOf(number: string) {
    const told = await api.get(`/cases/${number}`, { as: 'desk' })
    return told.json.descriptions.flatMap(({ photos }: { photos: { id: string }[] }) => photos)
  }

  const asked = (href: string, as: 'desk' | 'public' | 'party') =>
    api.app.http.request(href, {
      headers: as === 'public' ? {} : { authorization: `Bearer lk_of_${as}` },
    })

  it('are kept without what the camera wrote, upright, and shown to the desk', async () => {
    const { status, first } = await post(
      formOf(
        [
          { filename: 'a.jpg', bytes: jpeg },
          { name: 'file', filename: 'b.png', bytes: jpeg },
        ],
        elsewhere(),
      ),
    )
    assert.equal(status, 200)
    const photos = await photosOf(first?.service_request_id ?? '')
    assert.equal(photos.length, 2)
    const response = await asked(photos[0].href, 'desk')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'image/jpeg')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(response.headers.get('cache-control'), 'private, no-store')
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^inline; filename="[-0-9a-f]+\.jpg"$/,
    )
    const picture = Buffer.from(await response.arrayBuffer())
    const { width, height, exif } = await sharp(picture).metadata()
    assert.deepEqual([width, height, exif], [480, 640, undefined])
    assert(!picture.includes(CAMERA_MARK))
    const thumb = Buffer.from(await (await asked(photos[0].thumbnail, 'desk')).arrayBuffer())
    assert.equal((await sharp(thumb).metadata()).height, 480)
  })

  it('lie on the disk sealed', async () => {
    const { first } = await post(formOf([{ filename: 'a.jpg', bytes: jpeg }], elsewhere()))
    const { json } = await api.get(`/cases/${first?.service_request_id}`, { as: 'desk' })
    const rows = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listPhotos(query, NOORDDIJK, json.id),
    )
    const names = filesOf(rows)
    assert.equal(names.length, 2)
    for (const name of names) {
      const bytes = await api.app.files.get(NOORDDIJK, name)
      assert(bytes && bytes.length > 500 && !bytes.includes('JFIF') && bytes[0] !== 0xff)
    }
  })

  it('sent again are no second signal; other photos with the same words are', async () => {
    const fields = elsewhere()
    const one = await post(formOf([{ filename: 'a.jpg', bytes: jpeg }], fields))
    const again = await post(formOf([{ filename: 'other-name.jpg', bytes: jpeg }], fields))
    assert.equal(again.first?.service_request_id, one.first?.service_request_id)
    const number = one.first?.service_request_id ?? ''
    assert.equal((await api.get(`/cases/${number}`, { as: 'desk' })).json.signals, 1)
    assert.equal((await photosOf(number)).length, 1)
    await post(formOf([{ filename: 'a.jpg', bytes: await jpegOf('#00f') }], fields))
    assert.equal((await api.get(`/cases/${number}`, { as: 'desk' })).json.signals, 2)
  })

  it('are refused in the form of the standard, and then nothing is stored', async () => {
    const forty = await sharp({
      create: { width: 8000, height: 5000, channels: 3, background: '#777' },
    })
      .jpeg({ quality: 20 })
      .toBuffer()
    const good = { filename: 'a.jpg', bytes: jpeg }
    assert.deepEqual(
      await refused(formOf([{ filename: 'x.jpg', bytes: '#!/bin/sh\nrm -rf /\n' }])),
      [400, 'photo-unreadable'],
    )
    assert.deepEqual(await refused(formOf([{ filename: 'x.jpg', bytes: Buffer.from(forty) }])), [
      400,
      'photo-too-many-pixels',
    ])
    assert.deepEqual(await refused(formOf([{ filename: 'x.jpg', bytes: jpeg.subarray(0, 900) }])), [
      400,
      'photo-unreadable',
    ])
    assert.deepEqual(await refused(formOf(Array.from({ length: 6 }, () => good))), [
      400,
      'photos-too-many',
    ])
    const large = Buffer.alloc(16 * 1_048_576, 7)
    assert.deepEqual(await refused(formOf([{ filename: 'x.jpg', bytes: large }])), [
      413,
      'photo-too-large',
    ])
  })

  it('are told with all else that is wrong', async () => {
    const { status, codes } = await post(
      formOf(
        [
          { filename: 'x.jpg', bytes: 'MZ' },
          { filename: 'a.jpg', bytes: jpeg },
        ],
        { lat: '52.012' },
      ),
    )
    assert.equal(status, 400)
    assert.deepEqual(codes.toSorted(), ['lat-long-incomplete', 'photo-unreadable'].toSorted())
  })

  it('make no way for ten thousand fields, or for a body that is no form', async () => {
    const form = formOf([])
    for (let i = 0; i < 10_000; i++) form.append(`attribute[f${i}]`, 'x')
    assert.deepEqual(await refused(form), [400, 'too-many-fields'])
    const headers = { 'content-type': 'multipart/form-data' }
    const response = await api.app.http.request(REQUESTS, { method: 'POST', body: 'x', headers })
    assert.deepEqual(
      [response.status, ((await response.json()) as { code: string }[])[0]?.code],
      [400, 'multipart-unreadable'],
    )
  })

  it('open a larger body to no other address', async () => {
    const body = Buffer.alloc(2_000_000, 65)
    const other = `/open311/v2/${NOORDDIJK}/servicerequestupdates.json`
    const headers = {
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(body.length),
    }
    const response = await api.app.http.request(other, { method: 'POST', body, headers })
    assert.equal(response.status, 413)
    const form = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    }
    const plain = await api.app.http.request(REQUESTS, { method: 'POST', body, headers: form })
    assert.equal(plain.status, 413)
    const much = { ...headers, 'content-length': '100000000' }
    assert.equal(
      (await api.app.http.request(REQUESTS, { method: 'POST', body: 'x', headers: much })).status,
      413,
    )
  })

  it('over a connection: a cut one leaves nothing, one that is too large gets its answer', async () => {
    const server = createServer(getRequestListener(api.app.http.fetch))
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const head = '--b\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\n\r\n'
    const options = { port, path: REQUESTS, method: 'POST', headers }
    try {
      const before = await countCases()
      const cut = send(options)
      cut.on('error', () => {})
      cut.write(head)
      cut.write(jpeg)
      const coming = async () => (await readdir(api.app.files.incoming)).length
      await until('it is coming in', async () => (await coming()) === 1)
      cut.destroy()
      await until('nothing is left', async () => (await coming()) === 0)
      assert.equal(await countCases(), before)

      const status = await new Promise<number | undefined>((resolve, reject) => {
        const large = send(options, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
        large.on('error', reject)
        large.write(head)
        large.write(Buffer.alloc(15 * 1_048_576 + 10_000, 1))
        large.end('\r\n--b--\r\n')
      })
      assert.equal(status, 413)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})
