import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { PRIORITIES, type Priority } from '#modules/categories'
import { type Agreement, type Duration, type Hours, WEEKDAYS } from './agreement.ts'
import { CAUSES, type Cause } from './causes.ts'
import { computeTerms } from './terms.ts'

const VECTORS = new URL('../../../test/vectors/terms.txt', import.meta.url)

type Milestones = Agreement['terms']['party']['milestones']

/** `10 working-days; danger+cable: 8 hours` */
function milestonesIn(durations: string): Milestones {
  return durations.split('; ').map((one) => {
    const [named, within] = one.includes(': ') ? one.split(': ') : ['', one]
    const names = named?.split('+') ?? []
    const [amount, unit] = within?.split(' ') ?? []
    return {
      name: 'done',
      within: { amount: Number(amount), unit: unit as Duration['unit'] },
      priorities: PRIORITIES.filter((priority) => names.includes(priority)),
      findings: CAUSES.filter((cause) => names.includes(cause)),
    }
  })
}

/** `mon-sat 07:00-19:00` */
function hoursIn(text: string): Hours | undefined {
  if (text === 'office') return undefined
  const [named = '', window = ''] = text.split(' ')
  const [first, last = first] = named.split('-')
  const at = (day: string | undefined) => (WEEKDAYS as readonly (string | undefined)[]).indexOf(day)
  const [from = '', to = ''] = window.split('-')
  return { days: WEEKDAYS.slice(at(first), at(last) + 1), from, to }
}

describe('dates that were counted by hand', () => {
  const lines = readFileSync(VECTORS, 'utf8').split('\n')
  const cases = lines.filter((line) => line !== '' && !line.startsWith('#'))

  test('there are more than 200 of them', () => assert.ok(cases.length >= 200))

  for (const line of cases) {
    const [start = '', priority, finding, durations = '', open = '', expected = '', how] =
      line.split(' | ')
    test(`${durations} from ${start}, ${priority}, ${finding}, ${open}: ${expected}`, () => {
      const openingHours = hoursIn(open)
      const { partyBy } = computeTerms({
        terms: {
          reporter: { amount: 1, unit: 'hours' },
          party: { startsAt: 'receipt', milestones: milestonesIn(durations) },
          suspensions: [],
          ...(openingHours && { openingHours }),
        },
        priority: priority as Priority,
        ...(finding === '-' ? {} : { finding: finding as Cause }),
        received_ms: Date.parse(start),
      })
      const by_ms = partyBy[0]?.by_ms ?? Number.NaN
      assert.equal(new Date(by_ms).toISOString(), new Date(expected).toISOString(), how)
    })
  }
})
