import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read, utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { type Cell, readSheet, writeSheet } from './index.ts'
import { parseSheet } from './parse-sheet.ts'

const text = (words: string) => new TextEncoder().encode(words)
const rowsOf = (bytes: Uint8Array) => {
  const parsed = parseSheet(bytes)
  assert('rows' in parsed, JSON.stringify(parsed))
  return parsed.rows
}
const faultOf = (bytes: Uint8Array) => {
  const parsed = parseSheet(bytes)
  return 'fault' in parsed ? parsed.fault : undefined
}

/** A workbook with one part in the place of its own. */
function withPart(name: string, content: Uint8Array, level: 0 | 9 = 9): Uint8Array {
  const parts: Zippable = unzipSync(writeSheet([['a'], ['b']], 'xlsx'))
  return zipSync({ ...parts, [name]: [content, { level }] })
}

describe('a sheet', () => {
  it('is read as it was written, and whatever is written begins no formula', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30, unit: 'grapheme' }).map((one) => one.replaceAll(/\p{C}/gu, '')),
      fc.constantFrom('=1+1', '+31 6', '-x', '@SUM(A1)', '=cmd|x'),
      fc.integer({ min: -1e6, max: 1e6 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const bytes = writeSheet(rows, 'xlsx')
          const book = read(bytes, { dense: true, cellFormula: true })
          for (const row of book.Sheets.Lantaarn?.['!data'] ?? [])
            for (const one of row ?? []) assert.equal(one?.f, undefined)
          const csv = new TextDecoder().decode(
            writeSheet([rows.flat().filter((one) => typeof one === 'string')], 'csv'),
          )
          assert.doesNotMatch(csv, /(^|[;\n])"?[=+@-]/)
        },
      ),
      { numRuns: 50 },
    )
    const rows: Cell[][] = [
      ['Taak', 'Antwoord'],
      ['=1+1', -5],
      ['two\nlines', '-ladder'],
    ]
    assert.deepEqual(rowsOf(writeSheet(rows, 'xlsx')), rows)
    assert.deepEqual(rowsOf(writeSheet(rows, 'csv')), [rows[0], ['=1+1', '-5'], rows[2]])
  })

  for (const [name, bytes] of [
    ['semicolons and a byte order mark', text('\uFEFFTaak;Antwoord\r\n1;"a;b"\r\n')],
    ['commas', text('Taak,Antwoord\n1,a;b\n')],
    ['tabs', text('Taak\tAntwoord\n1\ta;b\n')],
  ] as const)
    it(`with ${name} is read`, () =>
      assert.deepEqual(rowsOf(bytes), [
        ['Taak', 'Antwoord'],
        ['1', 'a;b'],
      ]))

  it('of Windows, or as sixteen bits, is read with its letters', () => {
    assert.deepEqual(rowsOf(Uint8Array.from([0x47, 0x72, 0xfc, 0x6e])), [['Grün']])
    assert.deepEqual(rowsOf(Buffer.from('\uFEFFa\tÜ', 'utf16le')), [['a', 'Ü']])
  })

  it('that counts its days from 1904 has the same days', () => {
    const sheet = utils.aoa_to_sheet([[{ t: 'n', v: 44_925, z: 'dd-mm-yyyy' }]])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'x')
    book.Workbook = { WBProps: { date1904: true } }
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
    assert.deepEqual(rowsOf(bytes), [[46_387]])
  })

  it('with formulas gives what its own program last computed, and computes nothing', () => {
    const sheet = utils.aoa_to_sheet([['x']])
    sheet.A2 = { t: 's', v: 'klaar', f: 'CONCATENATE("kl","aar")' }
    sheet.A3 = { t: 'z', f: 'WEBSERVICE("https://evil.example")' }
    sheet['!ref'] = 'A1:A3'
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'x')
    const rows = rowsOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
    assert.deepEqual(rows, [['x'], ['klaar']])
  })

  it('with macros is read without them', () => {
    const parts: Zippable = unzipSync(writeSheet([['a']], 'xlsx'))
    parts['xl/vbaProject.bin'] = strToU8('\xd0\xcf a macro')
    assert.deepEqual(rowsOf(zipSync(parts)), [['a']])
  })

  it('that would unpack to far more is refused before it does', () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', new Uint8Array(200 * 1024 * 1024))
    assert.ok(bomb.length < 1024 * 1024)
    const before = process.memoryUsage().arrayBuffers
    assert.equal(faultOf(bomb), 'sheet-too-large')
    assert.ok(process.memoryUsage().arrayBuffers - before < 50 * 1024 * 1024)
  })

  it('that lies about how large it is unpacks to no more than it said', () => {
    const honest = withPart('xl/sharedStrings.xml', new Uint8Array(30 * 1024 * 1024))
    const lying = Buffer.from(honest)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(30 * 1024 * 1024)
    const said = Buffer.alloc(4)
    said.writeUInt32LE(1_000)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) said.copy(lying, at)
    assert.ok(['sheet-unreadable', undefined].includes(faultOf(lying)))
  })

  it('of a million rows, or of a thousand columns, is refused', async () => {
    const cells = `<row r="1048576"><c r="A1048576" t="n"><v>1</v></c></row>`
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    )
    const part = text(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:A1048576"/><sheetData>${rows.join('')}${cells}</sheetData></worksheet>`,
    )
    assert.deepEqual(await readSheet(withPart('xl/worksheets/sheet1.xml', part), 150_000), {
      fault: 'sheet-too-large',
    })
    assert.equal(faultOf(writeSheet([Array(1_500).fill('x')], 'xlsx')), 'sheet-too-large')
    assert.equal(faultOf(text(`a\n${'1\n'.repeat(2_000)}`)), 'sheet-too-large')
  })

  for (const [what, bytes, fault] of [
    ['with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'sheet-protected'],
    [
      'that is a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
      'sheet-unreadable',
    ],
    ['that is another zip', zipSync({ 'x.txt': strToU8('x') }), 'sheet-unreadable'],
    ['that is cut off', writeSheet([['a']], 'xlsx').slice(0, 500), 'sheet-unreadable'],
    ['with a quote that is never closed', text('a;"b\n'), 'sheet-unreadable'],
    ['of more than a megabyte', new Uint8Array(1024 * 1024 + 1), 'sheet-too-large'],
    [
      'that names entities',
      withPart(
        'xl/sharedStrings.xml',
        text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><sst/>'),
      ),
      'sheet-unreadable',
    ],
  ] as const)
    it(`${what} is refused`, () => assert.equal(faultOf(bytes), fault))

  it('of any bytes at all is read or refused, and throws nothing', () => {
    const good = writeSheet(
      [
        ['Taak', 'Antwoord'],
        ['x', 'klaar'],
      ],
      'xlsx',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 20 }),
        (changes) => {
          const bytes = good.slice()
          for (const [at, value] of changes) bytes[at] = value
          parseSheet(bytes)
        },
      ),
      { numRuns: 200 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseSheet(bytes)))
  })

  it('is read in a thread, that is ended when it takes too long, while the program goes on', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 5)
    const rows = Array.from({ length: 900 }, (_, i) => [`row ${i}`, i])
    const read = await readSheet(writeSheet(rows, 'xlsx'))
    clearInterval(timer)
    assert('rows' in read)
    assert.ok(turns > 1)
    assert.deepEqual(await readSheet(writeSheet(rows, 'xlsx'), 1), { fault: 'sheet-too-slow' })
  })
})
