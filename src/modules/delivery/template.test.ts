import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { defaultTemplate } from './default-templates.ts'
import { exampleFacts, FOOTER, valuesOf } from './reporter-words.ts'
import { exampleNews } from './subscriber-words.ts'
import {
  faultsOf,
  fill,
  kindOf,
  LOCALES,
  MOST_SUBJECT,
  MOST_TEXT,
  TEMPLATE_KINDS,
  TEMPLATE_RULES,
  type Template,
} from './template.ts'

const TOWN = { id: 'GM9801', name: 'Noorddijk' }
const LINK = 'https://meldingen.example.nl/GM9801/solved/ll_x'
const NOW = Date.parse('2026-06-09T08:00:00Z')
const GOOD: Template = { subject: 'Report {number}', text: '{number} {link}' }

const exampleIn = (locale: 'nl' | 'en') => valuesOf(exampleFacts(TOWN, NOW, LINK, locale), locale)

describe('the program’s own texts', () => {
  for (const kind of TEMPLATE_KINDS)
    for (const locale of LOCALES)
      test(`${kind} in ${locale} may be kept as it is, and says all that it promises`, () => {
        const template = defaultTemplate(kind, locale)
        assert.deepEqual(faultsOf(kind, template), [])
        const { subject, text } = fill(template, {
          ...exampleIn(locale),
          ...exampleNews(locale),
        })
        assert.doesNotMatch(subject + text, /[{}]|undefined/)
        assert(text.includes(LINK), 'each mail leads to the report')
        assert.match(text, /Noorddijk$/)
        for (const line of text.split('\n')) assert(line.length <= 130, line)
      })

  test('tell of what not everybody may know nothing but the number', () => {
    for (const kind of ['reserved-received', 'reserved-changed'] as const)
      for (const locale of LOCALES) {
        const values = exampleIn(locale)
        const { subject, text } = fill(defaultTemplate(kind, locale), values)
        for (const name of ['category', 'place', 'party', 'by', 'sentence'] as const)
          assert(!`${subject}${text}`.includes(values[name]), `${kind} tells the ${name}`)
        assert(subject.includes(values.number))
      }
  })

  test('are chosen by the step and by who may know of the case', () => {
    assert.equal(kindOf('done', false), 'done')
    assert.equal(kindOf('received', true), 'reserved-received')
    assert.equal(kindOf('done', true), 'reserved-changed')
  })
})

describe('a text of a municipality', () => {
  for (const [why, template, fault] of [
    ['an unknown placeholder', { text: `${GOOD.text} {naam}` }, 'text placeholder-unknown naam'],
    ['a placeholder with spaces', { text: `${GOOD.text} { by }` }, 'text placeholder-unknown  by '],
    ['a value of another mail', { text: `${GOOD.text} {day}` }, 'text placeholder-unknown day'],
    ['no link', { text: '{number}' }, 'text placeholder-missing link'],
    ['no number', { text: '{link}' }, 'text placeholder-missing number'],
    ['a link in the subject', { subject: '{link}' }, 'subject placeholder-unknown link'],
    ['a line break in the subject', { subject: 'a\nBcc: x@example.org' }, 'subject not-one-line'],
    ['a carriage return in the subject', { subject: 'a\rb' }, 'subject not-one-line'],
    ['a line separator in the subject', { subject: 'a\u2028b' }, 'subject not-one-line'],
    ['a bell', { text: `${GOOD.text}\u0007` }, 'text not-text'],
    ['no subject', { subject: '  ' }, 'subject empty'],
    ['a long subject', { subject: 'x'.repeat(MOST_SUBJECT + 1) }, 'subject too-long'],
    ['a long text', { text: GOOD.text + 'x'.repeat(MOST_TEXT) }, 'text too-long'],
  ] as const)
    test(`with ${why} is refused for just that`, () => {
      const found = faultsOf('received', { ...GOOD, ...template })
      assert.deepEqual(
        found.map(({ field, fault, name }) => [field, fault, name].filter(Boolean).join(' ')),
        [fault],
      )
    })

  test('is told everything that is wrong with it at once', () => {
    const found = faultsOf('reserved-received', { subject: '{category}\n', text: '{party}' })
    assert.equal(found.length, 5)
  })

  test('may be as long as is said, with every placeholder of its mail', () => {
    for (const kind of TEMPLATE_KINDS) {
      const all = TEMPLATE_RULES[kind].may.map((name) => `{${name}}`).join(' ')
      const template = { subject: 'x'.repeat(MOST_SUBJECT), text: all.padEnd(MOST_TEXT, '.') }
      assert.deepEqual(faultsOf(kind, template), [])
    }
  })
})

test('what is filled in is not looked into again, and never breaks the line of a subject', () => {
  const names = Object.keys(exampleIn('nl'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...names), (evil, name) => {
      const values = { ...exampleIn('nl'), category: `${evil}{${name}}$&\r\nBcc: x`.toWellFormed() }
      const { subject, text } = fill({ subject: '{category}', text: '[{category}]' }, values)
      assert.equal(text, `[${values.category}]`)
      assert.doesNotMatch(subject, /\p{Cc}/u)
      assert(subject.isWellFormed() && subject.length <= 180)
    }),
  )
})

test('below each mail stands how it stops', () => {
  for (const locale of LOCALES) assert(FOOTER[locale](`${LINK}/stop`).includes(`${LINK}/stop`))
})
