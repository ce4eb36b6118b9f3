import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { writeDocument } from './document.ts'
import { localeOf } from './locale.ts'
import { formatW3cDatetime, parseW3cDatetime } from './w3c-datetime.ts'

const parser = new XMLParser({ parseTagValue: false, trimValues: false })

const errorWith = (description: string) =>
  writeDocument({ root: 'errors', value: [{ code: 'x', description }] }, 'xml')

/** As every XML reader does with line ends (XML 1.0, 2.11). */
const inLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n')

describe('XML 1.0', () => {
  test('markup is escaped', () => {
    assert.match(errorWith(`<&>"'`), /<description>&lt;&amp;&gt;&quot;&apos;<\/description>/)
  })

  test('what is no Char (2.2) is left out, other text is kept', () => {
    assert.match(errorWith('a\0\x08\x0b\x1f\ufffe\ud83db\t💡\x85'), /<description>ab\t💡\x85</)
  })

  test('any text comes back from a reader but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = errorWith(text)
        assert.equal(XMLValidator.validate(xml), true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 leaves out
        const kept = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
        const read = parser.parse(xml).errors.error.description
        assert.equal(inLineFeeds(read), inLineFeeds(kept))
      }),
      { numRuns: 300 },
    )
  })

  test('an empty list is an empty element', () => {
    const xml = writeDocument({ root: 'service_requests', value: [] }, 'xml')
    assert.match(xml, /<service_requests><\/service_requests>$/)
    assert.equal(writeDocument({ root: 'service_requests', value: [] }, 'json'), '[]')
  })
})

describe('W3C date and time', () => {
  const vectors: [string, string | undefined][] = [
    ['1994-11-05T08:15:30-05:00', '1994-11-05T13:15:30Z'],
    ['1994-11-05T13:15:30Z', '1994-11-05T13:15:30Z'],
    ['1994-11-05T13:15Z', '1994-11-05T13:15:00Z'],
    ['1994-11-05T13:15:30.45+01:00', '1994-11-05T12:15:30Z'],
    ['1994-11-05T13:15:30 01:00', '1994-11-05T12:15:30Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2023-02-29T00:00:00Z', undefined],
    ['1994-11-05T13:15:30', undefined],
    ['1994-11-05', undefined],
    ['1994-13-05T13:15:30Z', undefined],
    ['1994-11-05T24:00:00Z', undefined],
    ['1994-11-05T13:15:30+15:00', undefined],
    ['1994-11-05T13:15:30Z ', undefined],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['9999-12-31T23:59:59-01:00', undefined],
  ]
  for (const [text, expected] of vectors) {
    test(`${text} is ${expected ?? 'refused'}`, () => {
      const at_ms = parseW3cDatetime(text)
      assert.equal(at_ms === undefined ? undefined : formatW3cDatetime(at_ms), expected)
    })
  }
})

describe('Accept-Language', () => {
  const vectors: [string | undefined, 'nl' | 'en'][] = [
    [undefined, 'nl'],
    ['de', 'nl'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['de, en;q=0.5, nl;q=0.8', 'nl'],
    ['nl;q=0, en;q=0.1', 'en'],
    ['english', 'nl'],
    ['*', 'nl'],
  ]
  for (const [header, locale] of vectors) {
    test(`${header} is ${locale}`, () => assert.equal(localeOf(header), locale))
  }
})
