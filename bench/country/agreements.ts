import type { Organisation } from '#modules/directory'
import {
  type AgreementDraft,
  contractTerms,
  expectedTerms,
  hours,
  workingDays,
} from '../../src/composition/sample-town/agreements/frame.ts'
import type { Random } from '../../src/composition/sample-town/random.ts'
import type { Seat } from './boundaries.ts'
import { gridOperatorOf, holderOf, waterBoardOf } from './streets.ts'

/** What is in force now, or what is considered instead of it. */
export type Side = 'in-force' | 'draft'

export const GRID_OPERATORS: readonly Organisation[] = ['noordernet', 'middennet', 'zuidernet'].map(
  (id) => ({ id, name: `Netbeheer ${id}`, kind: 'grid-operator' }),
)

/** Each works in some twenty to sixty municipalities. */
export const CONTRACTORS: readonly Organisation[] = Array.from({ length: 24 }, (_, n) => ({
  id: `aannemer-${String(n + 1).padStart(2, '0')}`,
  name: `Aannemer ${n + 1}`,
  kind: 'contractor',
}))

const CLUSTERS = ['segment', 'cabinet', 'switching-area'] as const
const OTHERS = ['wegen', 'groen', 'water-en-riool', 'afval', 'straatmeubilair', 'overlast']

/** Whom a town has agreed what with; the terms, and from which level the grid operator gets it, differ by town. */
export function draftsOf(seat: Seat, side: Side, random: Random): AgreementDraft[] {
  const own = holderOf(seat.id)
  const isDraft = side === 'draft'
  const [light, next, grounds] = [random, random, random].map((one) => one.pick(CONTRACTORS).id)
  const usual = random.pick([5, 8, 10, 15])
  const levels = CLUSTERS.slice(random.index(2))
  const holdOff_s = random.pick([0, 120, 600])
  const frame = { mode: 'automatic', validity: { from: '2015-01-01' } } as const
  const contract = (
    id: string,
    party: string | undefined,
    scope: AgreementDraft['scope'],
    days: number,
  ) => ({
    ...frame,
    id,
    title: id,
    basis: 'contract' as const,
    party: party ?? own,
    scope,
    terms: contractTerms(hours(2), workingDays(2), workingDays(days)),
  })
  const lamps = { categories: ['straatverlichting'], managers: [own] }
  return [
    contract(
      'verlichting',
      isDraft ? next : light,
      lamps,
      isDraft ? Math.max(3, usual - 3) : usual,
    ),
    // The draft gives two districts to somebody nearer by.
    ...(isDraft
      ? [contract('verlichting-wijk', light, { ...lamps, areas: ['wijk-001', 'wijk-002'] }, 3)]
      : []),
    ...OTHERS.map((category, n) =>
      contract(category, n % 2 === 0 ? grounds : own, { categories: [category] }, usual + n),
    ),
    ...[seat.province, waterBoardOf(seat.province)].map((holder) => ({
      ...frame,
      id: `beheer-${holder}`,
      title: `Beheer door ${holder}`,
      basis: 'statutory-manager' as const,
      party: holder,
      scope: { categories: ['straatverlichting', 'wegen', 'groen'], managers: [holder] },
      terms: expectedTerms(workingDays(10)),
    })),
    {
      ...frame,
      id: 'netbeheer',
      title: 'Uitval van een rij lampen of een kast',
      basis: 'grid-operator' as const,
      party: gridOperatorOf(seat.province),
      scope: { categories: ['straatverlichting'], clusterLevels: [...levels] },
      terms: expectedTerms(workingDays(isDraft ? 1 : 2)),
      reach: { holdOff_s: isDraft ? 0 : holdOff_s },
    },
  ]
}
