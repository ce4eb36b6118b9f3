import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { replySaid } from './reply-said.ts'

const TODAY = '2026-06-09'

describe('a reply', () => {
  for (const [text, expected] of [
    ['Akkoord', { answer: 'accepted' }],
    ['Beste gemeente,\n\nAkkoord.\n\nGroet, Jan', { answer: 'accepted', remark: 'Groet, Jan' }],
    ['gepland 12-12', { answer: 'planned', on: '2026-12-12' }],
    [
      'Gepland op 31 december 2026, ochtend',
      { answer: 'planned', on: '2026-12-31', remark: 'ochtend' },
    ],
    [
      'Planned for 2026-12-31.\nTwo men',
      { answer: 'planned', on: '2026-12-31', remark: 'Two men' },
    ],
    [
      'Niet van ons: is van Liander',
      { answer: 'not-ours', reason: 'other', remark: 'is van Liander' },
    ],
    ['Niets gevonden', { answer: 'nothing-found', remark: 'Niets gevonden' }],
    ['Vraag: welke mast?', { answer: 'question', question: 'welke mast?' }],
    ['Done', { answer: 'done', next: [] }],
  ] as const)
    it(`"${text.replaceAll('\n', ' / ')}" is ${expected.answer}`, () =>
      assert.deepEqual(replySaid(text, TODAY), { answer: expected }))

  for (const [text, fault] of [
    ['', 'reply-empty'],
    ['Beste gemeente,', 'reply-empty'],
    ['Klaar is het nog niet', 'answer-unknown'],
    ['Bent u klaar?', 'answer-unknown'],
    ['Wij komen morgen. Akkoord', 'answer-unknown'],
    ['Gepland', 'date-missing'],
    ['Gepland: ooit', 'date-unreadable'],
    ['Vraag', 'remark-missing'],
    ['Oorzaak gevonden', 'cause-missing'],
    ['Ligt stil', 'answer-on-page'],
  ] as const)
    it(`"${text}" is not taken: ${fault}`, () =>
      assert.deepEqual(replySaid(text, TODAY), { fault }))
})
