import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Cell } from '#languages/sheet'
import { answerLeading, answerNamed, causeNamed } from './answer-words.ts'
import { daySaid } from './day-said.ts'
import { answersIn } from './work-sheet.ts'

const TODAY = '2026-06-09'
const TASK = '0190a000-0000-7000-8000-000000000001'

describe('a day as it is said', () => {
  for (const [said, expected] of [
    ['31-12-2026', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['1 december 2026', '2026-12-01'],
    ['12-12', '2026-12-12'],
    ['8-6', '2027-06-08'],
    ['9 juni', '2026-06-09'],
    [46_387, '2026-12-31'],
    ['46387', '2026-12-31'],
    [46_387.75, '2026-12-31'],
    ['30-2-2026', undefined],
    ['vrijdag', undefined],
    [5, undefined],
    ['2026-13-01', undefined],
  ] as const)
    it(`${said} is ${expected}`, () => assert.equal(daySaid(said, TODAY), expected))
})

describe('an answer in words', () => {
  for (const [said, answer] of [
    ['Akkoord', 'accepted'],
    ['KLAAR!', 'done'],
    ['gereed.', 'done'],
    ['Oké', 'accepted'],
    ['not-ours', 'not-ours'],
    ['Niet van ons', 'not-ours'],
    ['made safe', 'made-safe'],
    ['niet klaar', undefined],
    ['', undefined],
  ] as const)
    it(`"${said}" is ${answer}`, () => assert.equal(answerNamed(said)?.answer, answer))

  for (const [line, answer, rest] of [
    ['Akkoord, we komen morgen', 'accepted', 'we komen morgen'],
    ['Gepland 12-12', 'planned', '12-12'],
    ['Gepland op 12-12, in de ochtend', 'planned', 'op 12-12, in de ochtend'],
    ['Klaar.', 'done', ''],
    ['Oké: top', 'accepted', 'top'],
    ['veilig gemaakt. Herstel volgt', 'made-safe', 'Herstel volgt'],
    ['Klaar is het nog niet', undefined, undefined],
    ['Klaar?', undefined, undefined],
    ['Niet akkoord', undefined, undefined],
    ['Nog niet klaar', undefined, undefined],
    ['akkoordje', undefined, undefined],
  ] as const)
    it(`"${line}" begins with ${answer}`, () => {
      const found = answerLeading(line)
      assert.equal(found?.said.answer, answer)
      assert.equal(found?.rest, rest)
    })

  it('names a cause in either language, and no other', () => {
    assert.equal(causeNamed('Kabel'), 'cable')
    assert.equal(causeNamed('fuse'), 'fuse')
    assert.equal(causeNamed('de maan'), undefined)
  })
})

describe('a sheet that comes back', () => {
  const read = (rows: Cell[][]) => answersIn(rows, TODAY)?.said.map(({ line: _, ...one }) => one)

  it('is read by its headings, in any order, in either language, below lines of one’s own', () => {
    const expected = [
      {
        is: 'answer',
        assignment: TASK,
        revision: 3,
        answer: { answer: 'planned', on: '2026-12-31', remark: 'ok' },
      },
    ]
    const nl = [['Ons overzicht'], ['Opmerking', 'VERSIE', 'Datum', 'taak', 'Antwoord ']]
    assert.deepEqual(read([...nl, ['ok', '3', 46_387, TASK.toUpperCase(), 'ingepland']]), expected)
    const en = [['Task', 'Revision', 'Answer', 'Date', 'Remark', 'Price']]
    assert.deepEqual(read([...en, [TASK, 3, 'planned', '31-12-2026', 'ok', 12]]), expected)
  })

  it('without the columns that it takes is none', () => {
    assert.equal(
      read([
        ['Taak', 'Antwoord'],
        [TASK, 'klaar'],
      ]),
      undefined,
    )
  })

  it('says of each row what is missing', () => {
    const head = ['Taak', 'Versie', 'Antwoord', 'Datum', 'Oorzaak', 'Opmerking']
    const faults = read([
      head,
      [TASK, 1, null, null, null, null],
      [TASK, 1, null, null, null, 'x'],
      ['x', 1, 'klaar'],
      [TASK, null, 'klaar'],
      [TASK, 1.5, 'klaar'],
      [TASK, 1, 'misschien'],
      [TASK, 1, 'gepland'],
      [TASK, 1, 'gepland', 'morgen'],
      [TASK, 1, 'klaar', null, 'maan'],
      [TASK, 1, 'oorzaak gevonden'],
      [TASK, 1, 'niets gevonden'],
      [TASK, 1, 'klaar', null, null, 'x'.repeat(2_001)],
      [TASK, 1, 'passed-on'],
    ])?.map((one) => ('fault' in one ? one.fault : one.is))
    assert.deepEqual(faults, [
      'empty',
      'answer-missing',
      'task-unknown',
      'revision-missing',
      'revision-missing',
      'answer-unknown',
      'date-missing',
      'date-unreadable',
      'cause-unknown',
      'cause-missing',
      'remark-missing',
      'remark-too-long',
      'answer-on-page',
    ])
  })
})
