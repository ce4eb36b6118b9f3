import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvLine, momentReader, numberReader, readCsv } from './index.ts'

async function* bytesOf(...pieces: (string | Uint8Array)[]) {
  for (const piece of pieces)
    yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}
const UTF8 = { encoding: 'utf-8', separator: ',' } as const
const rows = (
  source: AsyncIterable<Uint8Array>,
  shape: Parameters<typeof readCsv>[1] = UTF8,
  needed: string[] = [],
) => Array.fromAsync(readCsv(source, shape, needed))

describe('a CSV file', () => {
  it('gives each row with the line on which it begins, and no byte order mark', async () => {
    const text = '\uFEFFa,b\n1,"x\ny"\n\n2,z\n'
    const read = await rows(bytesOf(text), UTF8, ['a'])
    assert.deepEqual(
      read.map((one) => [one.line, 'row' in one && { ...one.row }]),
      [
        [2, { a: '1', b: 'x\ny' }],
        [5, { a: '2', b: 'z' }],
      ],
    )
  })

  it('that breaks a letter between two pieces reads it whole', async () => {
    const bytes = new TextEncoder().encode('a\nGrünfläche\n')
    const read = await rows(bytesOf(bytes.subarray(0, 5), bytes.subarray(5)))
    assert.deepEqual(read[0]?.cells, ['Grünfläche'])
  })

  it('of Windows reads as such, and is refused as UTF-8 with what to do about it', async () => {
    const bytes = Uint8Array.from([97, 10, 0x47, 0x72, 0xfc, 0x6e, 10])
    const shape = { encoding: 'windows-1252', separator: ',' } as const
    assert.deepEqual((await rows(bytesOf(bytes), shape))[0]?.cells, ['Grün'])
    await assert.rejects(rows(bytesOf(bytes)), /is not utf-8.*encoding: windows-1252/)
  })

  it('tells of a row with other columns, and goes on', async () => {
    const read = await rows(bytesOf('a,b\n1\n1,2,3\n1,2\n'))
    assert.deepEqual(
      read.map((one) => ('fault' in one ? one.fault : one.row.b)),
      ['columns-too-few', 'columns-too-many', '2'],
    )
  })

  it('without its columns, with one twice, or empty is refused with their names', async () => {
    await assert.rejects(rows(bytesOf('a;b\n1;2\n'), UTF8, ['a']), /no column "a".*"a;b"/)
    await assert.rejects(rows(bytesOf('a,a\n1,2\n'), UTF8, ['a']), /"a" is there twice/)
    await assert.rejects(rows(bytesOf('')), /empty/)
  })

  it('whose quotation mark is never closed is refused, not taken in whole', async () => {
    await assert.rejects(rows(bytesOf('a\n"x\ny\n')), /never closed/)
    await assert.rejects(rows(bytesOf(`a\n"${'x\n'.repeat(100_000)}`)), /never closed/)
  })

  it('writes what it reads', async () => {
    const values = ['a,b', 'say "x"', 'two\nlines', '', ' blank ']
    const text = csvLine(['1', '2', '3', '4', '5']) + csvLine(values)
    assert.deepEqual((await rows(bytesOf(text), { ...UTF8, isExact: true }))[0]?.cells, values)
  })
})

describe('a number', () => {
  it('is read with its own decimal mark, and nothing else is', () => {
    const [point, comma] = [numberReader('.'), numberReader(',')]
    assert.deepEqual(['5.25', '-3', '1,234.5', '1 234'].map(point), [5.25, -3, 1234.5, 1234])
    assert.deepEqual(['5,25', '1.234,5'].map(comma), [5.25, 1234.5])
    for (const text of ['', 'x', '5,25', '1.2.3', '0x10', 'Infinity'])
      assert.ok(Number.isNaN(point(text)), text)
  })
})

describe('a moment', () => {
  const read = momentReader(['iso', 'dd-MM-yyyy HH:mm', 'd.M.yyyy', 'epoch-s'], 'Europe/Zurich')
  const iso = (text: string) => {
    const at_ms = read(text)
    return at_ms === undefined ? undefined : new Date(at_ms).toISOString()
  }
  for (const [text, expected] of [
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-07-02 03:04+02:00', '2026-07-02T01:04:00.000Z'],
    ['2026-07-02 03:04', '2026-07-02T01:04:00.000Z'],
    ['2026-01-02', '2026-01-02T11:00:00.000Z'],
    ['02-01-2026 23:30', '2026-01-02T22:30:00.000Z'],
    ['2.7.2026', '2026-07-02T10:00:00.000Z'],
    ['1767225600', '2026-01-01T00:00:00.000Z'],
    // The hour that the clock skips, and a day that is not.
    ['29-03-2026 02:30', '2026-03-29T01:30:00.000Z'],
    ['30-02-2026 10:00', undefined],
    ['2026-02-30', undefined],
    ['gisteren', undefined],
    ['', undefined],
  ] as const)
    it(`"${text}" is ${expected}`, () => assert.equal(iso(text), expected))
})
