import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { createUploads, MOST_PHOTOS, type Uploads } from './uploads.ts'

const KIB = 1024

describe('uploads', () => {
  let folder: string
  let uploads: Uploads
  let jpeg: Buffer<ArrayBuffer>
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'uploads-test-'))
    uploads = createUploads({ folder, maxPhoto_bytes: 40 * KIB, maxText_bytes: 20 * KIB })
    const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#a42' } })
    jpeg = Buffer.from(await picture.jpeg().toBuffer())
  })
  after(() => rm(folder, { recursive: true }))

  const nothingIsLeft = async () => assert.deepEqual(await readdir(folder), [])

  async function send(form: FormData, most = MOST_PHOTOS) {
    const request = new Request('http://here', { method: 'POST', body: form })
    const type = request.headers.get('content-type') ?? ''
    const taken = await uploads.form(type, request.body, most)
    await nothingIsLeft()
    return taken
  }

  function formOf(...files: (Buffer<ArrayBuffer> | string)[]): FormData {
    const form = new FormData()
    form.append('description', 'donker')
    for (const [i, file] of files.entries()) form.append('media', new Blob([file]), `${i}.jpg`)
    return form
  }

  test('a form gives its texts and its photos, whatever the field of a file is called', async () => {
    const form = formOf(jpeg)
    form.append('anything', new Blob([jpeg]), 'x.png')
    const { fields, photos, findings } = await send(form)
    assert.deepEqual(fields, [{ name: 'description', value: Buffer.from('donker') }])
    assert.deepEqual(findings, [])
    assert.deepEqual(
      photos.map(({ width, height }) => [width, height]),
      [
        [64, 48],
        [64, 48],
      ],
    )
    assert.equal(photos[0]?.sentDigest, photos[1]?.sentDigest)
  })

  test('a script that is called .jpg is told with its field, and the rest is read all the same', async () => {
    const { fields, photos, findings } = await send(formOf(jpeg, '#!/bin/sh', jpeg))
    assert.deepEqual(findings, [{ fault: 'photo-unreadable', about: 'media' }])
    assert.deepEqual([fields.length, photos.length], [1, 2])
  })

  test('a sixth photo, one that is too large, and more than may come in all are refused', async () => {
    const six = await send(formOf(jpeg, jpeg, jpeg, jpeg, jpeg, jpeg))
    assert.deepEqual(six.findings, [{ fault: 'photos-too-many', about: '5' }])
    assert.deepEqual(six.photos, [])
    const large = Buffer.alloc(41 * KIB, 1)
    const tooLarge = await send(formOf(large))
    assert.deepEqual(tooLarge.findings, [{ fault: 'photo-too-large', about: String(40 * KIB) }])
    const form = formOf()
    form.append('description', 'x'.repeat(21 * KIB))
    assert.equal((await send(form)).findings[0]?.fault, 'upload-too-large')
    const junk = Buffer.alloc(39 * KIB, 1)
    const much = await send(formOf(junk, junk, junk, junk, junk))
    assert.equal(much.findings[0]?.fault, 'upload-too-large')
    assert.equal(uploads.most_bytes, 180 * KIB)
  })

  test('whatever is wrong with the photos, what was typed is there, also what came after them', async () => {
    const large = Buffer.alloc(41 * KIB, 1)
    for (const files of [[large], [large, jpeg], [jpeg, jpeg, jpeg, jpeg]]) {
      const form = formOf(...files)
      form.append('name', 'Marijke')
      const { fields, findings } = await send(form, 3)
      assert.equal(findings.length, 1)
      assert.deepEqual(
        fields.map(({ value }) => value.toString()),
        ['donker', 'Marijke'],
      )
    }
    const junk = Buffer.alloc(39 * KIB, 1)
    const much = await send(formOf(junk, junk, junk, junk, junk))
    assert.deepEqual([much.findings[0]?.fault, much.fields.length], ['upload-too-large', 1])
  })

  test('a text that came as a file is one where it is asked for, within the limit of texts', async () => {
    const form = new FormData()
    form.append('signal', new Blob(['{}'], { type: 'application/json' }))
    form.append('photo', new Blob([jpeg]), '1.jpg')
    const request = new Request('http://here', { method: 'POST', body: form })
    const type = request.headers.get('content-type') ?? ''
    const { fields, photos } = await uploads.form(type, request.body, 5, ['signal'])
    assert.deepEqual(fields, [{ name: 'signal', value: Buffer.from('{}') }])
    assert.equal(photos.length, 1)
  })

  test('ten thousand fields are not read to their end', async () => {
    const form = new FormData()
    for (let i = 0; i < 10_000; i++) form.append(`f${i}`, '')
    const { most_bytes } = uploads
    const roomy = createUploads({ folder, maxPhoto_bytes: 4_000 * KIB, maxText_bytes: 20 * KIB })
    const request = new Request('http://here', { method: 'POST', body: form })
    const taken = await roomy.form(request.headers.get('content-type') ?? '', request.body, 5)
    assert.equal(taken.fields.length, 1_001)
    assert(most_bytes < roomy.most_bytes)
  })

  test('an upload that breaks off leaves nothing on the disk', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        pulled += 1
        if (pulled < 4) return controller.enqueue(jpeg.subarray(0, 100))
        assert.equal((await readdir(folder)).length, 1, 'it is on its way to the disk')
        controller.error(new Error('the line is cut'))
      },
    })
    await assert.rejects(uploads.photo(body), /the line is cut/)
    await nothingIsLeft()
  })

  test('what lies on the disk meanwhile shows nothing of the photo', async () => {
    let seen: Buffer | undefined
    const parts = [jpeg.subarray(0, 200), jpeg.subarray(200)]
    const body = {
      async *[Symbol.asyncIterator]() {
        yield parts[0] as Buffer
        const [name = ''] = await readdir(folder)
        seen = await readFile(path.join(folder, name))
        yield parts[1] as Buffer
      },
    }
    const taken = await uploads.photo(body)
    assert('photo' in taken && taken.photo.width === 64)
    assert(seen && seen.length === 200 && !seen.includes('JFIF'))
    await nothingIsLeft()
  })

  test('one that takes too long is given up', async () => {
    const impatient = createUploads({
      folder,
      maxPhoto_bytes: KIB,
      maxText_bytes: KIB,
      within_ms: 30,
    })
    const body = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) })
    assert.deepEqual(await impatient.photo(body), {
      finding: { fault: 'upload-too-slow', about: '120' },
    })
    await nothingIsLeft()
  })

  test('more than eight at once are told to come again', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    const slow = () => ({
      async *[Symbol.asyncIterator]() {
        await opened
        yield jpeg
      },
    })
    const eight = Array.from({ length: 8 }, () => uploads.photo(slow()))
    assert.deepEqual(await uploads.photo(slow()), {
      finding: { fault: 'uploads-busy', about: '8' },
    })
    open()
    for (const taken of await Promise.all(eight)) assert('photo' in taken)
    assert('photo' in (await uploads.photo(slow())), 'there is room again')
  })

  test('a body that is no photo, or none, is one finding', async () => {
    assert.deepEqual(await uploads.photo(null), {
      finding: { fault: 'photo-unreadable', about: '' },
    })
    const missing = await uploads.form('multipart/form-data', new Blob(['x']).stream(), 5)
    assert.equal(missing.findings[0]?.fault, 'upload-unreadable')
  })
})
