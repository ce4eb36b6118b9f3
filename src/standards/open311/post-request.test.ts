import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import sharp from 'sharp'
import { body, codesOf, jsonOf, type Sent, SmallTown } from './small-town.ts'

// Titles in quotes are sentences of https://wiki.open311.org/GeoReport_v2/ (GeoReport/v2/index.md).

const LEAST = 'service_code=bench&lat=52.0412&long=5.6653'

async function refusedCodes(sent: Sent, headers: Record<string, string> = {}) {
  const town = new SmallTown()
  const response = await town.open().post('/requests.json', sent, headers)
  assert.equal(town.submissions.length, 0)
  assert.ok(response.status === 400 || response.status === 404)
  return codesOf(response)
}

async function accepted(sent: Sent, headers: Record<string, string> = {}) {
  const town = new SmallTown()
  const response = await town.open().post('/requests.json', sent, headers)
  assert.equal(response.status, 200, await response.clone().text())
  const [submission] = town.submissions
  assert.ok(submission !== undefined)
  return submission
}

describe('POST Service Request: the answer', () => {
  test('service_request_id, never a token, with service_notice and account_id', async () => {
    const { post } = new SmallTown().open()
    const json = await (await post('/requests.json', body())).json()
    const created = { service_request_id: 'GM0228-26-1', service_notice: 'Dank u.' }
    assert.deepEqual(json, [{ ...created, account_id: null }])
    const xml = await (await post('/requests.xml', body())).text()
    assert.match(xml, /<service_requests><request><service_request_id>GM0228-26-1</)
    assert.match(xml, /<service_notice>Dank u\.<\/service_notice><account_id><\/account_id>/)
    assert.doesNotMatch(xml, /token/)
  })

  test('"Multiple errors codes and descriptions can be returned in the body": what the program refuses', async () => {
    const town = new SmallTown()
    const invalid = { status: 403 as const, code: '403', description: 'Ongeldige api_key <x>' }
    const tooFar = { status: 400 as const, code: 'outside', description: 'Buiten de gemeente' }
    town.answer = { ok: false, problem: [tooFar, invalid] }
    const { post } = town.open()
    const json = await post('/requests.json', body())
    assert.equal(json.status, 403)
    assert.deepEqual(await json.json(), [
      { code: 'outside', description: 'Buiten de gemeente' },
      { code: '403', description: 'Ongeldige api_key <x>' },
    ])
    const xml = await (await post('/requests.xml', body())).text()
    assert.match(xml, /<error><code>403<\/code><description>Ongeldige api_key &lt;x&gt;</)
  })

  test('a fault is told to the program, and to the client in the standard form', async () => {
    const town = new SmallTown()
    town.fault = new Error('no disk')
    const faults: Error[] = []
    const { post } = town.open({ onFault: (fault) => faults.push(fault) })
    const response = await post('/requests.json', body())
    assert.deepEqual([response.status, await codesOf(response)], [500, ['service-failure']])
    assert.deepEqual(faults, [town.fault])
  })
})

describe('POST Service Request: required arguments', () => {
  test('every argument of the standard reaches the program, with key, origin and language', async () => {
    const town = new SmallTown()
    const { post } = town.open({ clientAddress: () => '192.0.2.7' })
    const sent =
      'api_key=xyz&jurisdiction_id=GM0228&service_code=street-light&lat=52.0412&long=-5.6653' +
      '&accuracy_m=12.5&address_string=Dorp+1%0AEde&address_id=77&email=jan%40ede.example' +
      '&device_id=tt2&account_id=9&first_name=Jan&last_name=%C3%9Fmit&phone=06&description=A%0D%0AB' +
      '&media_url=https%3A%2F%2Fx.example%2Fa.jpg&attribute[how]=dark&attribute[where][]=path' +
      '&attribute%5Bwhere%5D%5B%5D=road&attribute[other]=kept&unknown=ignored'
    const headers = { 'idempotency-key': 'k-1', 'accept-language': 'en-GB' }
    assert.equal((await post('/requests.json', sent, headers)).status, 200)
    const input = {
      service_code: 'street-light',
      lat: 52.0412,
      long: -5.6653,
      accuracy_m: 12.5,
      address_string: 'Dorp 1\nEde',
      address_id: '77',
      email: 'jan@ede.example',
      device_id: 'tt2',
      account_id: '9',
      first_name: 'Jan',
      last_name: 'ßmit',
      phone: '06',
      description: 'A\r\nB',
      media_url: 'https://x.example/a.jpg',
      attributes: { how: ['dark'], where: ['path', 'road'], other: ['kept'] },
    }
    const context = { apiKey: 'xyz', idempotencyKey: 'k-1', clientAddress: '192.0.2.7' }
    assert.deepEqual(town.submissions, [
      { municipality: 'GM0228', input, context: { ...context, locale: 'en' } },
    ])
  })

  test('"400 - service_code … was not provided", "404 - service_code … was not found"', async () => {
    assert.deepEqual(await refusedCodes('lat=52&long=5'), ['service-code-missing'])
    const town = new SmallTown()
    const unknown = await town.open().post('/requests.json', 'service_code=x&lat=52&long=5')
    assert.deepEqual([unknown.status, await codesOf(unknown)], [404, ['service-code-not-found']])
  })

  test('"One of `lat` & `long` or `address_string` or `address_id`"', async () => {
    assert.deepEqual(await refusedCodes('service_code=bench'), ['location-missing'])
    await accepted('service_code=bench&address_string=Dorp+1')
    await accepted('service_code=bench&address_id=1')
    await accepted(LEAST)
  })

  test('"lat & long both need to be sent", in degrees with a point', async () => {
    assert.deepEqual(await refusedCodes('service_code=bench&lat=52'), ['lat-long-incomplete'])
    for (const place of [
      'lat=91&long=5',
      'lat=52&long=181',
      'lat=52%2C1&long=5',
      'lat=NaN&long=5',
    ]) {
      assert.deepEqual(await refusedCodes(`service_code=bench&${place}`), ['not-a-coordinate'])
    }
    assert.deepEqual(await refusedCodes(`${LEAST}&accuracy_m=-1`), ['not-a-distance'])
  })

  test('attributes are held against the service definition', async () => {
    const lamp = 'service_code=street-light&lat=52&long=5'
    const cases: [string, string[]][] = [
      ['', ['attribute-required']],
      ['&attribute[how]=', ['attribute-required']],
      ['&attribute[how]=green', ['attribute-value']],
      ['&attribute[how]=dark&attribute[how]=blinks', ['attribute-single']],
      ['&attribute[how]=dark&attribute[pole]=twelve', ['attribute-value']],
      ['&attribute[how]=dark&attribute[since]=yesterday', ['attribute-value']],
    ]
    for (const [more, codes] of cases)
      assert.deepEqual(await refusedCodes(lamp + more), codes, more)
    for (const since of ['2026-05-01', '2026-05-01T10:00', '2026-05-01T10:00:00Z']) {
      await accepted(body({ 'attribute[since]': since, 'attribute[pole]': '12' }))
    }
  })

  test('everything that is wrong is told at once', async () => {
    const sent = 'service_code=street-light&lat=99&email=jan&media_url=javascript:x'
    assert.deepEqual(await refusedCodes(sent, { 'idempotency-key': 'a b' }), [
      'not-a-coordinate',
      'lat-long-incomplete',
      'not-an-email',
      'not-a-web-address',
      'attribute-required',
      'idempotency-key',
    ])
  })
})

describe('POST Service Request: limits and encoding', () => {
  test('"free form text limited to 4,000 characters", counted as characters', async () => {
    const { input } = await accepted(`${LEAST}&description=${'%F0%9F%92%A1'.repeat(4000)}`)
    assert.equal(input.description?.length, 8000)
    const { post } = new SmallTown().open()
    const response = await post('/requests.json', `${LEAST}&description=${'x'.repeat(4001)}`)
    const [error] = await jsonOf<{ code: string; description: string }[]>(response)
    assert.deepEqual([response.status, error?.code], [400, 'too-long'])
    assert.match(error?.description ?? '', /4001/)
  })

  test('a parameter that is given twice is refused, also when the values are equal', async () => {
    assert.deepEqual(await refusedCodes(`${LEAST}&email=a@b&email=a@b`), ['given-twice'])
  })

  test('parameters but the free text and the address are one line', async () => {
    assert.deepEqual(await refusedCodes(`${LEAST}&first_name=a%0Abcc`), ['one-line-only'])
  })

  test('"UTF-8 is required everywhere"', async () => {
    assert.deepEqual(await refusedCodes(`${LEAST}&description=caf%E9`), ['not-utf-8'])
    const latin1 = Buffer.from(`${LEAST}&description=café`, 'latin1')
    assert.deepEqual(await refusedCodes(latin1), ['not-utf-8'])
    assert.equal((await accepted(`${LEAST}&description=café`)).input.description, 'café')
    const { get } = new SmallTown().open()
    assert.deepEqual(await codesOf(await get('/services/caf%E9.json')), ['not-utf-8'])
    assert.deepEqual(await codesOf(await get('/requests.json?status=%E9')), ['not-utf-8'])
  })

  test('a NUL byte is refused; a per cent sign that was not escaped stands for itself', async () => {
    assert.deepEqual(await refusedCodes(`${LEAST}&description=a%00b`), ['nul-byte'])
    const { input } = await accepted(`${LEAST}&description=100% caf%C3%A9`)
    assert.equal(input.description, '100% café')
  })

  test('no more than 200 fields; names that JavaScript knows are not attributes', async () => {
    assert.deepEqual(await refusedCodes(`${LEAST}${'&x=1'.repeat(198)}`), ['too-many-fields'])
    await accepted(`${LEAST}${'&x=1'.repeat(197)}`)
    const { input } = await accepted(`${LEAST}&attribute[__proto__]=1&attribute[constructor]=2`)
    assert.deepEqual(input.attributes, { constructor: ['2'] })
  })

  test('a flood of wrong fields stays a short answer', async () => {
    const codes = await refusedCodes(`${LEAST}${'&%E9=1'.repeat(100_000)}`)
    assert.equal(codes.filter((code) => code === 'not-utf-8').length, 197)
    assert.equal(codes.at(-1), 'too-many-fields')
  })

  test('whatever bytes are sent, the answer is well-formed XML and no fault', async () => {
    const { post } = new SmallTown().open()
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      'a/b',
      '',
    ]
    const pieces = fc.constantFrom(...LEAST.split('&'), '--b\r\n', '%', '=', 'attribute[how]', '\0')
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary' })))
      .map((all) => all.join('&'))
    const bytes = fc.oneof(
      text.map((t) => Buffer.from(t)),
      fc.uint8Array().map(Buffer.from),
    )
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...types), async (sent, type) => {
        const response = await post('/requests.xml', sent, { 'content-type': type })
        assert.ok([200, 400, 404].includes(response.status))
        assert.equal(XMLValidator.validate(await response.text()), true)
      }),
      { numRuns: 300 },
    )
  })

  test('a body of another type is refused with the two that are read', async () => {
    assert.deepEqual(await refusedCodes('{}', { 'content-type': 'application/json' }), [
      'content-type',
    ])
  })

  test('multipart/form-data may carry texts and photos; what is no photo is refused, an untouched file field is not', async () => {
    const form = new FormData()
    for (const [name, value] of new URLSearchParams(body({ description: 'é <&>' }))) {
      form.append(name, value)
    }
    form.append('media', new File([], ''))
    assert.equal((await accepted(...(await multipart(form)))).input.description, 'é <&>')
    form.append('media', new File([new Uint8Array([0xff, 0xd8])], 'foto.jpg'))
    assert.deepEqual(await refusedCodes(...(await multipart(form))), ['photo-unreadable'])
    const [bytes, headers] = await multipart(form)
    assert.deepEqual(await refusedCodes(bytes.subarray(0, 90), headers), ['multipart-unreadable'])
  })

  test('photos reach the program with the rest of the request; an update takes none', async () => {
    const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: '#a42' } })
    const jpeg = Buffer.from(await picture.jpeg().toBuffer())
    const form = new FormData()
    for (const [name, value] of new URLSearchParams(LEAST)) form.append(name, value)
    form.append('media', new Blob([jpeg]), 'a.jpg')
    form.append('anything', new Blob([jpeg]), 'b.png')
    const { input } = await accepted(...(await multipart(form)))
    assert.deepEqual(
      input.photos?.map(({ width, height }) => [width, height]),
      [
        [30, 20],
        [30, 20],
      ],
    )
    const { post } = new SmallTown().open()
    const response = await post('/servicerequestupdates.json', ...(await multipart(form)))
    assert.equal(response.status, 403)
    assert((await codesOf(response)).includes('file-refused'))
  })

  test('multipart text that is not UTF-8 is refused', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="description"\r\n\r\ncaf'
    const sent = Buffer.concat([
      Buffer.from(part),
      Buffer.from([0xe9]),
      Buffer.from('\r\n--b--\r\n'),
    ])
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    assert.deepEqual(await refusedCodes(sent, headers), ['not-utf-8'])
  })
})

async function multipart(form: FormData): Promise<[Buffer<ArrayBuffer>, Record<string, string>]> {
  const response = new Response(form)
  const bytes = Buffer.from(await response.arrayBuffer())
  return [bytes, { 'content-type': response.headers.get('content-type') ?? '' }]
}
