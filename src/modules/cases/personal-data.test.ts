import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { blackened, findPersonalData, type PersonalKind } from './personal-data.ts'

/** Text before, what is marked, and text after, with `[` and `]` around each mark. */
function finds(kind: PersonalKind, marked: string): void {
  const text = marked.replaceAll(/[[\]]/g, '')
  const found = findPersonalData(text)
  const shown = found.map(({ kind: of, from, to }) => `${of}: ${text.slice(from, to)}`)
  const wanted = [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, one]) => `${kind}: ${one}`)
  assert.deepEqual(shown, wanted, marked)
}

const nothing = (text: string) =>
  assert.deepEqual(
    findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]),
    [],
    text,
  )

describe('personal data in words', () => {
  it('are mail addresses', () => {
    finds('email', 'mail mij op [jan.de-vries+lamp@post.example.nl], of niet')
    finds('email', '[J@EXAMPLE.ORG]')
    finds('email', 'zie [annæ@exämple.nl].')
    for (const text of ['lamp@hoek', 'om 10:00 @ de brug', '@gemeente helpt', 'a@b.c'])
      nothing(text)
  })

  it('are account numbers that pass their check, in groups or not', () => {
    finds('iban', 'maak over naar [NL91 ABNA 0417 1643 00] alstublieft')
    finds('iban', '[nl91abna0417164300]')
    finds('iban', '[NL91-ABNA-0417-1643-00] is van de vereniging')
    finds('iban', '[BE68 5390 0754 7034], [DE89 3704 0044 0532 0130 00]')
    for (const text of [
      'NL91ABNA0417164301',
      'NL91 ABNA 0417 16',
      'XX91ABNA0417164300',
      'zaak NL91ABNA04171643000',
      'kabel AL12 tot BE34',
    ])
      nothing(text)
  })

  it('are citizen service numbers that pass the eleven-check', () => {
    finds('bsn', 'mijn nummer is [111222333]')
    finds('bsn', 'BSN: [1234.56.782].')
    finds('bsn', '[123 456 782]')
    finds('bsn', 'bsn [10000008] hoort bij mij')
    for (const text of [
      '123456789',
      '000000000',
      'paal 111222333 brandt niet',
      'lantaarnpaalnummer: 111222333',
      'mastnr 111222333',
      'GM0228-26-111222333',
      'L111222333',
      '111222333kV',
      '1112223334',
      '111222333,45 euro',
      '+111222333'.slice(0, 5),
      '10000008',
    ])
      nothing(text)
  })

  it('are telephone numbers, as people write them', () => {
    for (const number of [
      '0612345678',
      '06-12345678',
      '06 12 34 56 78',
      '+31612345678',
      '+31 6 1234 5678',
      '0031612345678',
      '+31 (0)6 12345678',
      '0318-123456',
      '0318 12 34 56',
      '(0318) 123 456',
      '020-1234567',
      '020 123 45 67',
      '+31 20 123 4567',
      '+44 20 7946 0958',
    ])
      finds('phone', `bel [${number}] na vijven`)
    for (const text of [
      'op 01-02-2026 12:30 was het donker',
      'op 06-12-2025 12 uur',
      '06-12-2025',
      'paal 0612345678',
      'bel 112 of 0800-9009 of 14 0318',
      'om 06:12 en 06:13',
      'tussen 0318 en 0319',
      'GM9801-26-000001',
      '52.041234, 5.665312',
      'nummer 06123456789012',
      '3771 AB 12',
    ])
      nothing(text)
  })

  it('are Dutch licence plates of every series', () => {
    for (const plate of [
      ...['AB-12-34', '12-34-AB', '12-AB-34', 'BD-12-FG', 'BD-FG-12', '12-BD-FG', '12-BDF-3'],
      ...['1-BDF-23', 'BD-123-F', 'G-123-BD', 'BDF-12-G', 'B-12-DFG', '1-BD-234', '123-BD-4'],
    ])
      finds('licence-plate', `een auto [${plate}] staat op de stoep`)
    finds('licence-plate', 'kenteken [GT123B] staat er al weken')
    finds('licence-plate', 'auto [g-123-bd] weer')
    for (const text of [
      'paal B-12-DFG is donker',
      'op 12-34-56',
      'GT123B',
      'A-12-EIO',
      'ab-12-34',
      'lijn 12-bd',
      'mast AB-12-34',
      'GM-12-345-6',
      'tussen 10-12-14 uur',
    ])
      nothing(text)
  })

  it('are made unreadable in a proposal, and nothing else is', () => {
    const text = 'Bel 06-12345678 of mail jan@example.nl over paal 4711.'
    assert.equal(blackened(text, findPersonalData(text)), 'Bel █████ of mail █████ over paal 4711.')
    assert.equal(blackened('niets', []), 'niets')
  })

  it('overlap in no text, and each is blackened once', () => {
    const pieces = fc.constantFrom(
      ...['06-12345678', 'jan@example.nl', '111222333', 'NL91ABNA0417164300', 'G-123-BD'],
      ...[' ', ', ', '.', '-', 'paal ', '12', 'a', '+31', '\n', '🏮'],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (all) => {
        const text = all.join('')
        const marks = findPersonalData(text)
        for (const [place, { from, to }] of marks.entries()) {
          assert(from < to && to <= text.length)
          assert(from >= (marks[place - 1]?.to ?? 0))
        }
        const shown = blackened(text, marks)
        assert.equal(shown.split('█████').length, marks.length + 1)
        const left = findPersonalData(shown).map(({ from, to }) => shown.slice(from, to))
        for (const one of left) assert(!one.includes('█'), one)
      }),
      { numRuns: 300 },
    )
  })

  it('are looked for in the longest text in no time', () => {
    const begin = process.cpuUsage()
    for (const text of [
      '0'.repeat(4000),
      'a.'.repeat(2000),
      '06 '.repeat(1300),
      'NL91 '.repeat(800),
    ])
      findPersonalData(text)
    // Of the processor, which others may have meanwhile.
    const took_ms = process.cpuUsage(begin).user / 1_000
    assert(took_ms < 1_000, String(took_ms))
  })
})
