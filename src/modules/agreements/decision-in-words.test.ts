import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { BASES } from './agreement.ts'
import { compileAgreements } from './compile-agreements.ts'
import { explainDecision, type Names } from './decision-in-words.ts'
import { DECISION_WORDS } from './decision-words.ts'
import { exampleFacts, exampleTown } from './example-agreements.ts'
import { route } from './routing.ts'
import { type Chosen, REFUSALS, type RoutingDecision, SPECIFICITY } from './routing-decision.ts'

const NAMES: Record<string, string> = {
  lichtwerk: 'Lichtwerk BV',
  province: 'Provincie Gelderland',
  corporation: 'Woonstede',
  maintenance: 'Onderhoud openbare verlichting 2026',
  provincial: 'Provinciale wegen',
  'lamp-out': 'Lamp is uit',
  'lamp-1': 'lantaarnpaal 4711',
  harbour: 'Havenbuurt',
  town: 'Ede',
}
const name = (id: string) => NAMES[id] ?? id
const names: Names = {
  organisation: name,
  agreement: name,
  category: name,
  area: name,
  asset: name,
}

const CHOSEN: Chosen = { agreement: 'maintenance', version: 3, party: 'lichtwerk' }

function decisionOf(own: Partial<RoutingDecision>): RoutingDecision {
  return {
    engine: 1,
    epoch: 1,
    decided_ms: 0,
    facts: exampleFacts(),
    outcome: { kind: 'party', ...CHOSEN, mode: 'automatic', basis: 'contract', informed: [] },
    alternatives: [],
    notListed: {},
    ...own,
  }
}

test('a decision of the rule, told in Dutch', () => {
  const town = exampleTown([
    { id: 'maintenance', version: 3, party: 'lichtwerk', scope: { areas: ['harbour'] } },
    { id: 'whole-town', party: 'lichtwerk' },
    { id: 'provincial', party: 'province', scope: { managers: ['province'] } },
    { id: 'trial', party: 'lichtwerk', mode: 'shadow', scope: { categories: ['lamp-out'] } },
  ])
  const asset = { id: 'lamp-1', type: 'lamp-post', owner: 'Gemeente Ede' }
  const facts = exampleFacts({ asset, areas: ['harbour', 'town'] })
  const decision = route(compileAgreements(town), facts, 1)
  assert.deepEqual(explainDecision(decision, names, 'nl'), {
    sentence:
      'Deze melding gaat naar Lichtwerk BV, volgens de afspraak ‘Onderhoud openbare verlichting 2026’ (versie 3).',
    because: [
      'De melding gaat over: Lamp is uit.',
      'Het gaat om lantaarnpaal 4711. De beheerder daarvan is Gemeente Ede.',
      'De plek ligt in Havenbuurt en Ede.',
      'Lichtwerk BV doet dit werk volgens een contract.',
      'Deze afspraak geldt voor het kleinste gebied rond deze plek.',
      'De afspraak ‘trial’ (versie 1) is nog een proef. Volgens die afspraak ging de melding naar Lichtwerk BV.',
    ],
    notChosen: [
      'Niet volgens de afspraak ‘whole-town’ (versie 1): die afspraak past ook, maar een andere past beter.',
      'Niet naar Provincie Gelderland volgens de afspraak ‘Provinciale wegen’ (versie 1): die afspraak geldt voor een andere beheerder.',
    ],
  })
})

test('where it goes, in each case', () => {
  const sentence = (outcome: RoutingDecision['outcome'], locale: 'nl' | 'en') =>
    explainDecision(decisionOf({ outcome }), names, locale).sentence
  const party = { kind: 'party', ...CHOSEN, basis: 'contract', informed: [] } as const
  const owner = { ...CHOSEN, kind: 'owner-only', party: 'corporation' } as const
  assert.match(sentence({ ...party, mode: 'confirm' }, 'nl'), /meldpunt moet dit eerst goedkeuren/)
  assert.match(sentence({ ...party, mode: 'paused' }, 'en'), /paused\. Nothing is sent now\.$/)
  assert.match(sentence(owner, 'nl'), /^Hier gaat Woonstede over.*Vraag het aan Woonstede\.$/)
  assert.match(sentence({ kind: 'desk', reason: 'no-agreement' }, 'en'), /desk.*No agreement fits/)
  assert.match(sentence({ kind: 'desk', reason: 'unknown-category' }, 'nl'), /onderwerp/)
})

test('a conflict names the others', () => {
  const conflict = [
    { agreement: 'a', version: 1, party: 'province' },
    { agreement: 'b', version: 2, party: 'lichtwerk' },
  ]
  const { because } = explainDecision(decisionOf({ conflict }), names, 'en')
  assert.equal(
    because.at(-1),
    'This fits just as well: ‘a’ (version 1) with Provincie Gelderland and ‘b’ (version 2) with Lichtwerk BV. The newest agreement was chosen.',
  )
})

test('the rest is counted in words', () => {
  const notListed = { 'other-area': 1, 'ranked-lower': 12 }
  const { notChosen } = explainDecision(decisionOf({ notListed }), names, 'nl')
  assert.deepEqual(notChosen, [
    'Ook niet: 1 afspraak voor een ander gebied.',
    'Ook niet: 12 afspraken met een lagere plaats in de volgorde.',
  ])
})

test('an unknown category is not called by a name it does not have', () => {
  const outcome = { kind: 'desk', reason: 'unknown-category' } as const
  const { because } = explainDecision(decisionOf({ outcome }), names, 'en')
  assert.deepEqual(because, ['The place lies in Ede, zone-north and Havenbuurt.'])
})

describe('in both languages', () => {
  for (const locale of ['nl', 'en'] as const) {
    test(`${locale}: every reason, step and basis has its own words, in short sentences`, () => {
      const decisions = [
        ...REFUSALS.map((reason) =>
          decisionOf({ alternatives: [{ ...CHOSEN, reason }], notListed: { [reason]: 2 } }),
        ),
        ...[...SPECIFICITY, 'only-candidate' as const].map((decidedBy) =>
          decisionOf({ decidedBy }),
        ),
        ...BASES.map((basis) =>
          decisionOf({
            outcome: { kind: 'party', ...CHOSEN, mode: 'confirm', basis, informed: [] },
          }),
        ),
      ]
      for (const decision of decisions) {
        const told = explainDecision(decision, names, locale)
        const texts = [told.sentence, ...told.because, ...told.notChosen]
        for (const sentence of texts.flatMap((text) => text.split(/(?<=\.) /))) {
          assert.match(sentence, /^[‘A-Z].*\.$/)
          assert.doesNotMatch(sentence, /undefined|\[object/)
          assert.ok(sentence.split(' ').length <= 20, sentence)
        }
      }
    })

    test(`${locale}: no two reasons or steps read the same`, () => {
      const { refusal, restWhich, step } = DECISION_WORDS[locale]
      for (const table of [refusal, restWhich, step]) {
        const texts = Object.values(table)
        assert.equal(new Set(texts).size, texts.length)
      }
    })
  }
})
