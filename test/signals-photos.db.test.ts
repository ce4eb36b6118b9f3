import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { filesOf, listPhotos } from '#modules/cases'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { CAMERA_MARK, jpegOf } from './pictures.ts'
import { NOORDDIJK } from './town.ts'

type File = Uint8Array<ArrayBuffer> | string

describe('photos with a signal over the API', () => {
  let api: ApiTown
  let jpeg: Buffer<ArrayBuffer>
  let lamps = 0
  before(async () => {
    api = await openApiTown()
    jpeg = await jpegOf()
  })
  after(() => api[Symbol.asyncDispose]())

  const nextLamp = () => {
    lamps += 1
    return { category: 'lamp-out', asset: `L${lamps}` }
  }

  function formOf(signal: unknown, files: readonly File[], more: Record<string, string> = {}) {
    const form = new FormData()
    form.append('signal', typeof signal === 'string' ? signal : JSON.stringify(signal))
    for (const [i, file] of files.entries()) form.append('photo', new Blob([file]), `${i}.jpg`)
    for (const [name, value] of Object.entries(more)) form.append(name, value)
    return form
  }

  async function send(body: FormData, as: Caller = 'public', headers: Record<string, string> = {}) {
    const response = await api.app.http.request(`/api/v1/signals?municipality=${NOORDDIJK}`, {
      method: 'POST',
      headers: { ...headers, ...(as === 'public' ? {} : { authorization: `Bearer lk_of_${as}` }) },
      body,
    })
    assert.deepEqual(await readdir(api.app.files.incoming), [], 'nothing stays behind')
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
    const json: any = await response.json()
    return { status: response.status, headers: response.headers, json }
  }

  const countCases = async () => (await api.get('/cases', { as: 'desk' })).json.items.length
  const filesStored = async () =>
    (await Array.fromAsync(api.app.files.list(Date.now() + 1_000))).length

  it('are taken with it, and read by whoever may', async () => {
    const told = await send(
      formOf({ ...nextLamp(), description: 'dark' }, [jpeg, await jpegOf('#00f')]),
    )
    assert.equal(told.status, 201, JSON.stringify(told.json))
    const seen = await api.get(`/cases/${told.json.number}`, { as: 'desk' })
    const [{ text, photos }] = seen.json.descriptions
    assert.deepEqual([text, photos.length], ['dark', 2])
    const photo = await api.app.http.request(photos[0].href, {
      headers: { authorization: 'Bearer lk_of_desk' },
    })
    const bytes = Buffer.from(await photo.arrayBuffer())
    assert.equal((await sharp(bytes).metadata()).format, 'jpeg')
    assert(!bytes.includes(CAMERA_MARK))
    assert.equal((await api.app.http.request(photos[0].href)).status, 404)
  })

  it('may be none, and the JSON may come as a file, as a browser sends it', async () => {
    const signal = nextLamp()
    const form = new FormData()
    form.append('photo', new Blob([jpeg]), 'x.jpg')
    form.append('signal', new Blob([JSON.stringify(signal)], { type: 'application/json' }))
    assert.equal((await send(form)).status, 201)
    assert.equal((await send(formOf(nextLamp(), []))).status, 201)
    const json = await api.post(`/signals?municipality=${NOORDDIJK}`, { body: nextLamp() })
    assert.equal(json.status, 201)
  })

  it('that come again are the same signal, and are stored once', async () => {
    const signal = nextLamp()
    const headers = { 'idempotency-key': 'again' }
    const first = await send(formOf(signal, [jpeg]), 'integrator', headers)
    const stored = await filesStored()
    const again = await send(formOf(signal, [jpeg]), 'integrator', headers)
    assert.deepEqual([first.status, again.status, again.json.isRepeat], [201, 200, true])
    assert.equal(again.json.number, first.json.number)
    assert.equal(await filesStored(), stored)
    const { id } = await api.town.case(first.json.number)
    const rows = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listPhotos(query, NOORDDIJK, id),
    )
    assert.equal(filesOf(rows).length, 2)
  })

  it('that are refused refuse all of it in one clear problem, and nothing is stored', async () => {
    const create = { width: 8_000, height: 5_000, channels: 3, background: '#a42' } as const
    const huge = Buffer.from(await sharp({ create }).png().toBuffer())
    const [cases, stored] = [await countCases(), await filesStored()]
    const signal = nextLamp()
    const refusals: [FormData, number, string][] = [
      [formOf(signal, [jpeg, '#!/bin/sh']), 400, 'photo-unreadable'],
      [formOf(signal, [huge]), 400, 'photo-too-many-pixels'],
      [formOf(signal, [Buffer.alloc(15 * 1_048_576 + 1)]), 413, 'photo-too-large'],
      [formOf(signal, Array(6).fill(jpeg)), 400, 'photos-too-many'],
      [formOf('x'.repeat(1_048_577), []), 413, 'upload-too-large'],
      [formOf('{', [jpeg]), 400, 'input-invalid'],
      [formOf({ ...signal, categori: 'x' }, [jpeg]), 400, 'input-invalid'],
      [formOf(signal, [jpeg], { category: 'lamp-out' }), 400, 'input-invalid'],
      [formOf({ ...signal, asset: 'L999' }, [jpeg]), 400, 'asset-unknown'],
    ]
    for (const [form, status, name] of refusals) {
      const told = await send(form)
      assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`])
      assert.equal(told.headers.get('content-type'), 'application/problem+json')
    }
    const broken = await api.app.http.request(`/api/v1/signals?municipality=${NOORDDIJK}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="signal"\r\n\r\n{}',
    })
    assert.match(await broken.text(), /upload-unreadable/)
    assert.equal(await countCases(), cases)
    assert.equal(await filesStored(), stored)
  })

  it('are taken from whoever may report, and of nobody else is anything read', async () => {
    for (const as of ['desk', 'integrator', 'party'] as const)
      assert.equal((await send(formOf(nextLamp(), [jpeg]), as)).status, 201, as)
    const form = () => formOf(nextLamp(), ['#!/bin/sh'])
    assert.equal((await send(form(), 'administrator')).status, 403)
    assert.equal((await send(form(), 'zuiddijkDesk')).status, 403)
    const wrong = await send(form(), 'public', { authorization: 'Bearer lk_made_up' })
    assert.deepEqual([wrong.status, wrong.json.type], [401, '/problems/key-wrong'])
  })
})
