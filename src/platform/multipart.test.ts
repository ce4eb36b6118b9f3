import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { MultipartUnreadable, readParts } from './multipart.ts'

type Read = { name: string | undefined; filename?: string; body: Buffer }

async function* inPieces(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(contentType: string, bytes: Buffer, sizes: readonly number[] = [65_536]) {
  const parts: Read[] = []
  for await (const { body, ...part } of readParts(contentType, inPieces(bytes, sizes)))
    parts.push({ ...part, body: Buffer.concat(await Array.fromAsync(body)) })
  return parts
}

async function sent(form: FormData): Promise<[contentType: string, bytes: Buffer]> {
  const request = new Request('http://here', { method: 'POST', body: form })
  const bytes = Buffer.from(await request.arrayBuffer())
  return [request.headers.get('content-type') ?? '', bytes]
}

const LINES = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

describe('multipart/form-data (RFC 7578)', () => {
  test('whatever a form holds, and however it is cut on its way, it comes out as it went in', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('\r\n', '\r\n--', '--', '\r', '\n\r\n--x').map((text) => Buffer.from(text)),
    )
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => !/[\\%\r\n]/.test(text))
    const field = fc.record({ name, filename: fc.option(name, { nil: undefined }), bytes })
    const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 6 }), cuts, async (fields, sizes) => {
        const form = new FormData()
        for (const one of fields) {
          const blob = new Blob([Buffer.from(one.bytes)])
          form.append(one.name, blob, one.filename ?? 'f')
        }
        const [contentType, whole] = await sent(form)
        const parts = await read(contentType, whole, sizes)
        assert.deepEqual(
          parts.map((part) => [part.name, part.filename, part.body.toString('hex')]),
          fields.map((one) => [
            one.name,
            one.filename ?? 'f',
            Buffer.from(one.bytes).toString('hex'),
          ]),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('a preamble, blanks after a delimiter and an epilogue are passed over', async () => {
    const bytes = LINES(
      'hello',
      '--b  ',
      'Content-Disposition: form-data; name=a',
      '',
      '1',
      '--b--',
      'rest',
    )
    assert.deepEqual(await read('multipart/form-data; boundary=b', bytes), [
      { name: 'a', body: Buffer.from('1') },
    ])
  })

  test('names come as browsers and as others escape them; a file may name itself in any way', async () => {
    const part = (parameters: string) =>
      LINES('--b', `content-disposition:form-data; ${parameters}`, '', 'x', '--b--', '')
    const type = 'multipart/form-data; charset=utf-8; boundary="b"'
    const of = async (parameters: string) => {
      const [{ name, filename } = {}] = await read(type, part(parameters))
      return [name, filename]
    }
    assert.deepEqual(await of('name="a%22b"'), ['a"b', undefined])
    assert.deepEqual(await of('name="a\\"b"'), ['a"b', undefined])
    assert.deepEqual(await of('filename="name=x"; name="a"'), ['a', 'name=x'])
    assert.deepEqual(await of("name=a; filename*=UTF-8''x.jpg"), ['a', '?'])
    assert.deepEqual(await of('name="photo"; filename=""'), ['photo', ''])
  })

  test('a name that is not UTF-8 is not guessed', async () => {
    const head = Buffer.from('--b\r\nContent-Disposition: form-data; name="')
    const bytes = Buffer.concat([head, Buffer.from([0xff]), Buffer.from('"\r\n\r\nx\r\n--b--')])
    assert.equal((await read('multipart/form-data; boundary=b', bytes))[0]?.name, undefined)
  })

  test('without a boundary, a name or an end it is unreadable', async () => {
    const whole = LINES('--b', 'Content-Disposition: form-data; name=a', '', '1', '--b--')
    const type = 'multipart/form-data; boundary=b'
    const broken: [string, Buffer][] = [
      ['multipart/form-data', whole],
      ['multipart/form-data; boundary=', whole],
      ['multipart/form-data; boundary=c', whole],
      [type, Buffer.alloc(0)],
      [type, LINES('--b', '', '1', '--b--')],
      [type, LINES('--b', 'Content-Disposition: attachment; name=a', '', '1', '--b--')],
      [type, LINES('--b', `X: ${'y'.repeat(9000)}`, '', '1', '--b--')],
    ]
    for (let end = 1; end < whole.length; end++) broken.push([type, whole.subarray(0, end)])
    for (const [contentType, bytes] of broken)
      await assert.rejects(read(contentType, bytes), MultipartUnreadable, bytes.toString())
  })
})
