import canonicalize from 'canonicalize'
import type { Batch } from '#journal'
import { table } from '#platform/table'
import type { Agreement, AgreementVersion } from './agreement.ts'
import { listAgreementVersions } from './queries.ts'

type VersionRow = {
  municipality: string
  id: string
  version: number
  epoch: number
  entered_at: number
  entered_by: string
  body: Agreement
}

export const AGREEMENT_VERSIONS = table<VersionRow>({
  name: 'agreements.versions',
  key: ['municipality', 'id', 'version'],
  columns: {
    municipality: 'text',
    id: 'text',
    version: 'int4',
    epoch: 'int8',
    entered_at: 'timestamptz',
    entered_by: 'text',
    body: 'jsonb',
  },
  onConflict: 'fail',
})

/** What an agreement may speak of: all must be known before it can decide anything. */
export type Known = {
  categories: ReadonlySet<string>
  areas: ReadonlySet<string>
  assets: { has(id: string): boolean }
  parties: ReadonlySet<string>
  organisations: ReadonlySet<string>
  dutyRosters: ReadonlySet<string>
}

export type UnknownName = { agreement: string; path: string; name: string }

export type EnterAgreementsAnswer =
  | { accepted: true; entered: { id: string; version: number }[]; unchanged: number }
  | { accepted: false; reason: 'agreement-names-unknown'; unknown: readonly UnknownName[] }

export type EnterAgreements = {
  agreements: readonly Agreement[]
  enteredBy: string
  known: Known
}

/** The names in an agreement that nothing answers to. */
export function unknownNames(agreement: Agreement, known: Known): UnknownName[] {
  const { scope } = agreement
  const lists: [path: string, names: readonly string[], set: { has(name: string): boolean }][] = [
    ['party', [agreement.party], known.parties],
    ['informed', agreement.informed, known.parties],
    ['scope.categories', scope.categories, known.categories],
    ['scope.areas', scope.areas, known.areas],
    ['scope.assets', scope.assets, known.assets],
    ['scope.managers', scope.managers, known.organisations],
    ['duty', agreement.duty === undefined ? [] : [agreement.duty], known.dutyRosters],
  ]
  return lists.flatMap(([path, names, set]) =>
    names.filter((name) => !set.has(name)).map((name) => ({ agreement: agreement.id, path, name })),
  )
}

/**
 * Enters agreements: all of a command or none. One that is the same as its last version changes nothing;
 * any other becomes a new version, which counts from this moment for what was received since.
 */
export async function enterAgreements(
  commands: readonly EnterAgreements[],
  batch: Batch,
): Promise<readonly EnterAgreementsAnswer[]> {
  const last = new Map<string, AgreementVersion>()
  for (const version of await listAgreementVersions(batch.query, batch.municipality))
    last.set(version.agreement.id, version)
  return commands.map((command) => enter(command, batch, last))
}

function enter(
  { agreements, enteredBy, known }: EnterAgreements,
  batch: Batch,
  last: Map<string, AgreementVersion>,
): EnterAgreementsAnswer {
  const unknown = agreements.flatMap((agreement) => unknownNames(agreement, known))
  if (unknown.length > 0) return { accepted: false, reason: 'agreement-names-unknown', unknown }
  const entered: { id: string; version: number }[] = []
  for (const agreement of agreements) {
    const before = last.get(agreement.id)
    if (before && canonicalize(before.agreement) === canonicalize(agreement)) continue
    const version = (before?.version ?? 0) + 1
    last.set(agreement.id, { agreement, version, entered_ms: batch.now_ms })
    entered.push({ id: agreement.id, version })
    batch.append({
      stream: `agreement/${agreement.id}`,
      version,
      type: 'AgreementEntered',
      typeVersion: 1,
      data: { agreement, enteredBy, epoch: batch.epoch + 1 },
    })
    batch.write(AGREEMENT_VERSIONS, [
      {
        municipality: batch.municipality,
        id: agreement.id,
        version,
        epoch: batch.epoch + 1,
        entered_at: batch.now_ms,
        entered_by: enteredBy,
        body: agreement,
      },
    ])
  }
  if (entered.length > 0) batch.raiseEpoch()
  return { accepted: true, entered, unchanged: agreements.length - entered.length }
}
