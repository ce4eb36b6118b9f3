import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Agreement } from './agreement.ts'
import { differencesOf } from './differences.ts'
import { differencesInWords } from './differences-in-words.ts'
import { EXAMPLE_TERMS, exampleAgreement } from './example-agreements.ts'

const names = {
  organisation: (id: string) => `Organisatie ${id}`,
  category: (id: string) => `‘${id}’`,
  area: (id: string) => `gebied ${id}`,
}
const { agreement: BEFORE } = exampleAgreement({ id: 'light', scope: { areas: ['north'] } })
const within = (amount: number) => ({ amount, unit: 'working-days' as const })

test('what changed is told in words, with names, old and new', () => {
  const after: Agreement = {
    ...BEFORE,
    party: 'grid',
    mode: 'shadow',
    validity: { from: '2027-01-01', to: '2030-01-01' },
    scope: { ...BEFORE.scope, areas: ['south'], categories: ['lighting', 'waste'] },
    terms: {
      ...EXAMPLE_TERMS,
      reporter: within(12),
      party: {
        ...EXAMPLE_TERMS.party,
        milestones: [
          { name: 'done', within: within(5), priorities: [], findings: [] },
          {
            name: 'made-safe',
            within: { amount: 1, unit: 'hours' },
            priorities: ['danger'],
            findings: [],
          },
        ],
      },
    },
    duty: 'nights',
  }
  assert.deepEqual(differencesInWords(differencesOf(BEFORE, after), names, 'nl'), [
    'Partij: van Organisatie party-of-light naar Organisatie grid.',
    'Stand: van automatisch naar schaduw.',
    'Geldt vanaf: van 2026-01-01 naar 2027-01-01.',
    'Geldt tot: van niets naar 2030-01-01.',
    'Categorieën: erbij komt ‘waste’.',
    'Gebieden: erbij komt gebied south.',
    'Gebieden: vervalt gebied north.',
    'Verwachting voor de melder: van 10 werkdagen naar 12 werkdagen.',
    'Klaar: van 10 werkdagen naar 5 werkdagen.',
    'Veiliggesteld (gevaar): van niets naar 1 uur.',
    'Ook veranderd: duty.',
  ])
  const [first, second] = differencesInWords(differencesOf(BEFORE, after), names, 'en')
  assert.equal(first, 'Party: from Organisatie party-of-light to Organisatie grid.')
  assert.equal(second, 'Mode: from automatic to shadow.')
})

test('from how many several are one problem is told by its level', () => {
  const rule = { level: 'segment' as const, withinMinutes: 60, settleMinutes: 120 }
  const before: Agreement = { ...BEFORE, clusters: [{ ...rule, from: 3 }] }
  const after: Agreement = {
    ...BEFORE,
    clusters: [
      { ...rule, from: 5, rowGap_m: 60 },
      { ...rule, level: 'cabinet', from: 10, withinMinutes: 30 },
    ],
  }
  assert.deepEqual(differencesInWords(differencesOf(before, after), names, 'nl'), [
    'Een rij: van vanaf 3 binnen 1 uur; 2 uur na afloop weer apart naar vanaf 5 binnen 1 uur, in een straat met hooguit 60 meter ertussen; 2 uur na afloop weer apart.',
    'Een kast: van niets naar vanaf 10 binnen 30 minuten; 2 uur na afloop weer apart.',
  ])
})

test('a new agreement, and one that is gone, are told as that', () => {
  assert.deepEqual(differencesInWords(differencesOf(undefined, BEFORE), names, 'en'), [
    'This agreement is new.',
  ])
  assert.deepEqual(differencesOf(BEFORE, undefined), [{ kind: 'ended' }])
  assert.deepEqual(differencesOf(undefined, undefined), [])
})

/** One change of each field that an agreement has. */
const CHANGES: Record<keyof Omit<Agreement, 'id'>, Partial<Agreement>> = {
  title: { title: 'another' },
  basis: { basis: 'works' },
  mode: { mode: 'off' },
  party: { party: 'another' },
  informed: { informed: ['grid'] },
  validity: { validity: { from: '2025-01-01' } },
  scope: { scope: { ...BEFORE.scope, hours: { days: ['mon'], from: '08:00', to: '09:00' } } },
  rank: { rank: 3 },
  terms: {
    terms: { ...BEFORE.terms, openingHours: { days: ['mon'], from: '08:00', to: '09:00' } },
  },
  reach: { reach: { ...BEFORE.reach, shareDescriptionOn: 'public task' } },
  askAt: { askAt: { phone: '14 0228' } },
  duty: { duty: 'nights' },
  notOursLimit: { notOursLimit: 9 },
  verification: { verification: { ...BEFORE.verification, recurrenceDays: 3 } },
  warrantyDays: { warrantyDays: 5 },
  price: { price: { wrongfulReport: 1 } },
  onEnd: { onEnd: 'hand-over' },
  clusters: {
    clusters: [{ level: 'segment', from: 3, withinMinutes: 60, settleMinutes: 120 }],
  },
  role: { role: 'does' },
}

test('of a wrongful report the price, the VAT, what counts and the days are told apart', () => {
  const before: Agreement = { ...BEFORE, price: { wrongfulReport: 12_500 } }
  const after: Agreement = {
    ...BEFORE,
    price: { wrongfulReport: 9_000, vat: 'excluded', findings: ['lamp'], disputeWithinDays: 30 },
  }
  assert.deepEqual(differencesInWords(differencesOf(before, after), names, 'nl'), [
    'Prijs van een onterechte melding in eurocent: van 12500 naar 9000.',
    'Btw op een onterechte melding: van niets naar komt erbij.',
    'Oorzaken die ook een onterechte melding zijn: van niets naar lamp.',
    'Dagen om een onterechte melding te betwisten: van niets naar 30.',
  ])
})

test('no change of any field goes untold, and what is the same is not told', () => {
  assert.deepEqual(
    Object.keys(CHANGES).sort(),
    Object.keys(Agreement.shape)
      .filter((n) => n !== 'id')
      .sort(),
  )
  fc.assert(
    fc.property(fc.subarray(Object.values(CHANGES)), (changes) => {
      const after: Agreement = Object.assign({}, BEFORE, ...changes)
      const told = differencesOf(BEFORE, after)
      assert.equal(told.length, changes.length, JSON.stringify(told))
      assert.equal(differencesInWords(told, names, 'nl').length, told.length)
      assert.deepEqual(differencesOf(after, structuredClone(after)), [])
    }),
    { numRuns: 100 },
  )
})
