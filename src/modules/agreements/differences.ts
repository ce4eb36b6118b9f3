import canonicalize from 'canonicalize'
import type { Agreement } from './agreement.ts'
import { type ClusterTerms, GATHERING_LEVELS, type GatheringLevel } from './cluster-terms.ts'

type Scope = Agreement['scope']
type ListName = {
  [Name in keyof Scope]-?: NonNullable<Scope[Name]> extends readonly string[] ? Name : never
}[keyof Scope]
type Milestone = Agreement['terms']['party']['milestones'][number]

/** One thing that is different between two versions; a part is absent on the side that does not have it. */
export type AgreementDifference =
  | { kind: 'entered' | 'ended' }
  | { kind: 'value'; field: ValueField; before?: string | undefined; after?: string | undefined }
  | { kind: 'list'; field: ListField; added: readonly string[]; removed: readonly string[] }
  | {
      kind: 'milestone'
      milestone: Milestone['name']
      priorities: readonly string[]
      /** What it is only for, where it is not for all that can be found. */
      findings: readonly Milestone['findings'][number][]
      before?: Milestone['within']
      after?: Milestone['within']
    }
  | { kind: 'reporter-term'; before: Milestone['within']; after: Milestone['within'] }
  | { kind: 'cluster'; level: GatheringLevel; before?: ClusterTerms; after?: ClusterTerms }
  /** Something else of the agreement, by the name of its field. */
  | { kind: 'other'; field: string }

/** Fields of one value, in the order in which they are told. */
export const VALUE_FIELDS = [
  'party',
  'title',
  'basis',
  'role',
  'mode',
  'from',
  'to',
  'rank',
  'starts-at',
  'channel',
  'hold-off',
  'not-ours-limit',
  'warranty-days',
  'on-end',
  'wrongful-report',
  'wrongful-vat',
  'wrongful-findings',
  'dispute-within',
] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

const LIST_FIELDS = [
  'categories',
  'areas',
  'assetTypes',
  'assets',
  'managers',
  'clusterLevels',
  'priorities',
] as const satisfies ListName[]
export type ListField = (typeof LIST_FIELDS)[number] | 'informed'

const VALUES: Record<ValueField, (agreement: Agreement) => string | number | undefined> = {
  party: ({ party }) => party,
  title: ({ title }) => title,
  basis: ({ basis }) => basis,
  role: ({ role }) => role,
  mode: ({ mode }) => mode,
  from: ({ validity }) => validity.from,
  to: ({ validity }) => validity.to,
  rank: ({ rank }) => rank,
  'starts-at': ({ terms }) => terms.party.startsAt,
  channel: ({ reach }) => reach.channel,
  'hold-off': ({ reach }) => reach.holdOff_s,
  'not-ours-limit': ({ notOursLimit }) => notOursLimit,
  'warranty-days': ({ warrantyDays }) => warrantyDays,
  'on-end': ({ onEnd }) => onEnd,
  'wrongful-report': ({ price }) => price?.wrongfulReport,
  'wrongful-vat': ({ price }) => price?.vat,
  'wrongful-findings': ({ price }) => price?.findings?.join(', '),
  'dispute-within': ({ price }) => price?.disputeWithinDays,
}

/** What VALUES, the lists and the terms say already; of anything else it is told that it changed. */
function remainderOf(agreement: Agreement): Record<string, unknown> {
  const { scope, terms, reach, verification, duty } = agreement
  const { reporter: _, party: __, ...otherTerms } = terms
  const { channel: ___, holdOff_s: ____, ...otherReach } = reach
  const known = new Set(Object.keys(KNOWN_FIELDS))
  const rest = Object.entries(agreement).filter(([name]) => !known.has(name))
  return {
    ...Object.fromEntries(rest),
    hours: scope.hours,
    terms: otherTerms,
    reach: otherReach,
    verification,
    duty,
  }
}

const KNOWN_FIELDS = {
  id: 1,
  title: 1,
  basis: 1,
  role: 1,
  mode: 1,
  party: 1,
  informed: 1,
  validity: 1,
  scope: 1,
  rank: 1,
  terms: 1,
  reach: 1,
  duty: 1,
  notOursLimit: 1,
  verification: 1,
  warrantyDays: 1,
  price: 1,
  onEnd: 1,
  clusters: 1,
}

/** All that is different between two versions of one agreement; nothing is left out, and what is the same is not told. */
export function differencesOf(
  before: Agreement | undefined,
  after: Agreement | undefined,
): AgreementDifference[] {
  if (!before || !after) return before === after ? [] : [{ kind: before ? 'ended' : 'entered' }]
  const lists = [
    ...LIST_FIELDS.map((field) => listed(field, before.scope[field], after.scope[field])),
    listed('informed', before.informed, after.informed),
  ]
  const [was, is] = [remainderOf(before), remainderOf(after)]
  const others = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return [
    ...VALUE_FIELDS.flatMap((field): AgreementDifference[] => {
      const [one, other] = [VALUES[field](before), VALUES[field](after)]
      if (one === other) return []
      return [{ kind: 'value', field, before: textOf(one), after: textOf(other) }]
    }),
    ...lists.filter(({ added, removed }) => added.length + removed.length > 0),
    ...(isSame(before.terms.reporter, after.terms.reporter)
      ? []
      : [
          {
            kind: 'reporter-term' as const,
            before: before.terms.reporter,
            after: after.terms.reporter,
          },
        ]),
    ...milestones(before.terms.party.milestones, after.terms.party.milestones),
    ...clusters(before, after),
    ...others
      .filter((field) => !isSame(was[field], is[field]))
      .map((field) => ({ kind: 'other' as const, field })),
  ]
}

function listed(field: ListField, before: readonly string[], after: readonly string[]) {
  return {
    kind: 'list' as const,
    field,
    added: after.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
  }
}

function clusters(before: Agreement, after: Agreement): AgreementDifference[] {
  return GATHERING_LEVELS.flatMap((level) => {
    const [was, is] = [before, after].map((one) => one.clusters?.find((of) => of.level === level))
    if (isSame(was, is)) return []
    return [
      { kind: 'cluster' as const, level, ...(was && { before: was }), ...(is && { after: is }) },
    ]
  })
}

/** Of one name, priorities and findings, in their turn: a milestone has no name of its own beside these. */
function milestones(
  before: readonly Milestone[],
  after: readonly Milestone[],
): AgreementDifference[] {
  const keyOf = ({ name, priorities, findings }: Milestone) =>
    JSON.stringify([name, priorities.toSorted(), findings.toSorted()])
  const [was, is] = [before, after].map((some) => Map.groupBy(some, keyOf))
  const keys = [...new Set([...before, ...after].map(keyOf))]
  return keys.flatMap((key) => {
    const [ones, others] = [was?.get(key) ?? [], is?.get(key) ?? []]
    return Array.from({ length: Math.max(ones.length, others.length) }, (_, at) => {
      const [one, other] = [ones[at], others[at]]
      const { name, priorities, findings } = (one ?? other) as Milestone
      if (isSame(one?.within, other?.within)) return []
      return {
        kind: 'milestone' as const,
        milestone: name,
        priorities,
        findings,
        ...(one && { before: one.within }),
        ...(other && { after: other.within }),
      }
    }).flat()
  })
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}`
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other)
}
