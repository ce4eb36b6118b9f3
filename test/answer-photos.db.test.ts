import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { listPhotos, sweepPhotos } from '#modules/cases'
import { createKey } from '#modules/directory'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type MailTown, openMailTown } from './mail-town.ts'
import { jpegOf, photoOf } from './pictures.ts'
import { NOORDDIJK, until } from './town.ts'

const DAY_MS = 86_400_000

type File = Uint8Array<ArrayBuffer> | string

describe('photos on the answer page', () => {
  let town: MailTown
  let lamps = 0
  before(async () => {
    await ensureWebBuild(() => undefined)
    town = await openMailTown({ roles: ['work', 'web'] })
    const key = { id: randomUUID(), kind: 'desk', municipality: NOORDDIJK, label: 'd' } as const
    await createKey(town.app.worker, { key, now_ms: town.clock(), token: 'lk_of_desk' })
  })
  after(() => town[Symbol.asyncDispose]())

  /** A task that is out by mail, with the path of its page. */
  async function asked(
    own: { category?: string; photos?: Awaited<ReturnType<typeof photoOf>>[] } = {},
  ) {
    lamps += 1
    const { category = 'lamp-out', photos = [] } = own
    const place =
      category === 'lamp-out' ? { asset: `L${lamps}` } : { place: { lon: 5.01, lat: 52.01 } }
    const { number, caseId } = await town.report({ category, ...place, photos })
    const mail = async () =>
      (await town.readMails()).find(({ subject, answer }) => answer && subject.includes(number))
    await until('the mail', async () => (await mail()) !== undefined)
    const id = (await town.case(number)).assignments[0]?.id ?? ''
    await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
    return { number, caseId, id, path: new URL((await mail())?.answer ?? '').pathname }
  }

  async function post(path: string, fields: Record<string, string>, files: readonly File[] = []) {
    const body = new FormData()
    const all = { do: 'answer', name: 'Marijke Markering', answer: 'accepted', ...fields }
    for (const [name, value] of Object.entries(all)) body.set(name, value)
    for (const [i, file] of files.entries()) body.append('photos', new Blob([file]), `${i}.jpg`)
    const response = await town.app.http.request(path, { method: 'POST', body })
    return { status: response.status, text: (await response.text()).replaceAll('<!-- -->', '') }
  }

  const get = async (path: string) => {
    const response = await town.app.http.request(path)
    return {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(await response.arrayBuffer()),
    }
  }

  const rowsOf = (caseId: string) =>
    town.app.pool.read({ tenant: NOORDDIJK }, (query) => listPhotos(query, NOORDDIJK, caseId))

  async function deskSees(number: string) {
    const headers = { authorization: 'Bearer lk_of_desk' }
    const told = await town.app.http.request(`/api/v1/cases/${number}`, { headers })
    return (await told.json()) as { evidence: { id: string; answer: string }[] }
  }

  const formIn = async (path: string) =>
    /name="form" value="([^"]+)"/.exec((await get(path)).body.toString())?.[1] ?? ''

  it('go along with an answer, and the desk sees them with it', async () => {
    const { path, number, id } = await asked()
    const page = (await get(path)).body.toString()
    assert.match(
      page,
      /<input(?=[^>]* id="photos")(?=[^>]* name="photos")(?=[^>]* type="file")[^>]* multiple/,
    )
    const given = await post(path, { answer: 'done', 'done.cause': 'lamp' }, [
      await jpegOf(),
      await jpegOf('#00f'),
    ])
    assert.equal(given.status, 303, given.text)
    assert.equal((await town.assignment(id)).status, 'done')
    assert.equal((await deskSees(number)).evidence.length, 2)
    const signedIn = await town.app.http.request(`/${NOORDDIJK}/desk/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ key: 'lk_of_desk' }),
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const desk = await town.app.http.request(`/${NOORDDIJK}/desk/cases/${number}`, {
      headers: { cookie },
    })
    const text = await desk.text()
    assert.match(
      text.replaceAll('<!-- -->', ''),
      /id="evidence"[\s\S]*Het is klaar gemeld[\s\S]*Marijke Markering[\s\S]*<img/,
    )
    const [src = ''] = /\/GM9801\/desk\/photos\/[\w-]+\?size=thumb/.exec(text) ?? []
    const photo = await town.app.http.request(src, { headers: { cookie } })
    assert.equal(photo.headers.get('content-type'), 'image/jpeg')
  })

  it('that are refused give the form back with all that was typed, and keep nothing', async () => {
    const { path, id, caseId } = await asked()
    const create = { width: 8_000, height: 5_000, channels: 3, background: '#a42' } as const
    const huge = Buffer.from(await sharp({ create }).png().toBuffer())
    const good = await jpegOf()
    const refusals: [readonly File[], number, RegExp][] = [
      [[good, '#!/bin/sh'], 400, /geen foto die wij kunnen lezen/],
      [[good, huge], 400, /meer dan 32 miljoen pixels/],
      [[Buffer.alloc(15 * 1_048_576 + 1), good], 413, /is te groot/],
      [[good, good, good, good], 400, /hooguit drie/],
      [Array(3).fill(Buffer.alloc(25 * 1_048_576)), 413, /te groot om te versturen/],
    ]
    for (const [files, status, sentence] of refusals) {
      const fields = { answer: 'planned', 'planned.on': '2026-06-12', remark: 'met <ladder>' }
      const told = await post(path, fields, files)
      assert.equal(told.status, status, String(sentence))
      assert.match(told.text, sentence)
      assert.match(told.text, /role="alert"/)
      assert.match(told.text, /Kies uw foto’s opnieuw/)
      for (const typed of ['met &lt;ladder&gt;', 'value="2026-06-12"', 'Marijke Markering'])
        assert(told.text.includes(typed), typed)
      assert.match(told.text, /<input(?=[^>]*checked)[^>]*value="planned"/)
    }
    const english = await town.app.http.request(`${path}?lang=en`)
    assert.match(await english.text(), /At most three\. Only the municipality/)
    assert.equal((await town.assignment(id)).revision, 1)
    assert.deepEqual(await rowsOf(caseId), [])
  })

  it('are asked for again where something else is missing', async () => {
    const { path, caseId } = await asked()
    const told = await post(path, { name: '' }, [await jpegOf()])
    assert.equal(told.status, 400)
    assert.match(told.text, /Vul uw naam in[\s\S]*Kies uw foto’s opnieuw/)
    assert.deepEqual(await rowsOf(caseId), [])
  })

  it('that go with an answer over the API are kept with it, or none of them and no answer', async () => {
    const { path, number, id, caseId } = await asked()
    const send = async (answer: object, files: readonly File[], key = 'one') => {
      const form = new FormData()
      form.set('answer', new Blob([JSON.stringify(answer)], { type: 'application/json' }))
      for (const file of files) form.append('photo', new Blob([file]), 'photo.jpg')
      const response = await town.app.http.request(`/api/v1/assignments/${id}/answers`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${path.split('/').at(-1)}`,
          'if-match': '"1"',
          'idempotency-key': key,
        },
        body: form,
      })
      const json = (await response.json()) as { type?: string }
      return { status: response.status, json }
    }
    const answer = { answer: 'accepted', name: 'Marijke Markering' }
    const good = await jpegOf()
    const unread = await send(answer, [good, 'no photo'])
    assert.deepEqual([unread.status, unread.json.type], [400, '/problems/photo-unreadable'])
    const many = await send(answer, [good, good, good, good])
    assert.deepEqual([many.status, many.json.type], [400, '/problems/photos-too-many'])
    assert.equal((await send({ answer: 'nonsense' }, [good])).status, 400)
    const nowhere = { ...answer, answer: 'facts-corrected', asset: 'L999' }
    assert.equal((await send(nowhere, [good])).json.type, '/problems/asset-unknown')
    assert.deepEqual(await rowsOf(caseId), [])
    assert.equal((await town.assignment(id)).revision, 1)
    assert.equal((await send(answer, [good])).status, 201)
    assert.equal((await send(answer, [good])).status, 200, 'again it is the same')
    assert.equal((await send(answer, [good], 'two')).status, 412)
    assert.equal((await rowsOf(caseId)).length, 1)
    assert.equal((await deskSees(number)).evidence.length, 1)
  })

  it('are not doubled by a double click, at once or one after the other', async () => {
    const { path, number, id, caseId } = await asked()
    const form = await formIn(path)
    const files = [await jpegOf(), await jpegOf()]
    const send = () => post(path, { form, answer: 'done', 'done.cause': 'lamp' }, files)
    const told = [...(await Promise.all([send(), send()])), await send()]
    assert.deepEqual(
      told.map(({ status }) => status),
      [303, 303, 303],
    )
    assert.equal((await rowsOf(caseId)).length, 2)
    assert.equal((await deskSees(number)).evidence.length, 2)
    assert.equal((await town.assignment(id)).revision, 2)
  })

  it('by a link that was forwarded and used before are not kept', async () => {
    const { path, number, caseId } = await asked()
    const [mine, theirs] = [await formIn(path), await formIn(path)]
    assert.equal((await post(path, { form: mine }, [await jpegOf()])).status, 303)
    for (const form of [theirs, '']) {
      const late = await post(path, { form, answer: 'started' }, [await jpegOf('#0f0')])
      assert.equal(late.status, 409)
      assert.match(late.text, /Deze link is al gebruikt/)
    }
    assert.equal((await rowsOf(caseId)).length, 1)
    const token = path.split('/').at(-1)
    const { id } = (await town.case(number)).assignments[0] ?? { id: '' }
    const direct = await town.app.http.request(`/api/v1/assignments/${id}/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: await jpegOf('#ff0'),
    })
    assert.equal(direct.status, 412)
    assert.equal((await rowsOf(caseId)).length, 1)
  })

  it('of two who press at the same moment stay those of one; the desk never sees the others, and they are swept', async () => {
    const { path, number, caseId } = await asked()
    const told = await Promise.all(
      ['#111', '#222'].map(async (colour) =>
        post(path, { form: randomUUID() }, [await jpegOf(colour)]),
      ),
    )
    assert.deepEqual(told.map(({ status }) => status).toSorted(), [303, 409])
    assert.equal((await deskSees(number)).evidence.length, 1)
    town.pass(DAY_MS + 1)
    await sweepPhotos(town.app, [NOORDDIJK], town.clock())
    assert.equal((await rowsOf(caseId)).length, 1)
  })

  it('of the reporter are shown where the agreement names a ground, by the link and to nobody else', async () => {
    const { path, caseId } = await asked({ photos: [await photoOf()] })
    const page = (await get(path)).body.toString()
    const [src = ''] = /\/GM9801\/answer\/[\w-]+\/photos\/[\w-]+\?size=thumb/.exec(page) ?? []
    const photo = await get(src)
    assert.equal(photo.status, 200)
    assert.equal(photo.headers.get('content-type'), 'image/jpeg')
    assert.equal(photo.headers.get('cache-control'), 'private, no-store')
    assert.equal(photo.headers.get('referrer-policy'), 'same-origin')
    assert.equal((await sharp(photo.body).metadata()).format, 'jpeg')
    const [row] = await rowsOf(caseId)
    const other = await asked()
    assert.equal((await get(`${other.path}/photos/${row?.id}`)).status, 404)
    assert.equal((await get(`${path.slice(0, -3)}AAA/photos/${row?.id}`)).status, 404)
    assert.equal((await get(`${path}/photos/no-uuid`)).status, 404)
    assert.equal((await get(`/api/v1/photos/${row?.id}?municipality=${NOORDDIJK}`)).status, 404)
    const given = await post(path, { answer: 'not-ours', 'not-ours.reason': 'not-our-area' })
    assert.equal(given.status, 303)
    assert.equal((await get(src)).status, 404, 'whoever refused it sees it no more')
  })

  it('of the reporter are not shown where the agreement names none', async () => {
    const { path, caseId } = await asked({ category: 'nuisance', photos: [await photoOf()] })
    assert.doesNotMatch((await get(path)).body.toString(), /\/photos\//)
    const [row] = await rowsOf(caseId)
    assert.equal((await get(`${path}/photos/${row?.id}`)).status, 404)
  })
})
