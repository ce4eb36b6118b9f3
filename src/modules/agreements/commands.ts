import canonicalize from 'canonicalize'
import type { Batch } from '#journal'
import { table } from '#platform/table'
import type { Agreement, AgreementVersion } from './agreement.ts'
import { digestEnd_ms } from './digest-moments.ts'
import { setDigestTimer } from './digest-timers.ts'
import { setEndTimer } from './end-timers.ts'
import { endOfAgreement } from './ending.ts'
import { listAgreementVersions, listRoleVersions } from './queries.ts'
import { enterRoles } from './role-commands.ts'
import type { RoleVersion, StatedRole } from './roles.ts'

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

type Entered = { id: string; version: number }

export type EnterAgreementsAnswer =
  | { accepted: true; entered: Entered[]; roles: Entered[]; unchanged: number }
  | { accepted: false; reason: 'agreement-names-unknown'; unknown: readonly UnknownName[] }

export type EnterAgreements = {
  agreements: readonly Agreement[]
  /** What nobody is given on purpose. */
  roles?: readonly StatedRole[]
  enteredBy: string
  known: Known
}

/** The names in an agreement that nothing answers to. */
export function unknownNames(agreement: Agreement, known: Known): UnknownName[] {
  const { scope } = agreement
  const lists: NameList[] = [
    ['party', [agreement.party], known.parties],
    ['informed', agreement.informed, known.parties],
    ['scope.categories', scope.categories, known.categories],
    ['scope.areas', scope.areas, known.areas],
    ['scope.assets', scope.assets, known.assets],
    ['scope.managers', scope.managers, known.organisations],
    ['duty', agreement.duty === undefined ? [] : [agreement.duty], known.dutyRosters],
  ]
  return unknownIn(agreement.id, lists)
}

/** `agreement` is here the id of the stated role. */
export function unknownInRole({ id, categories, areas }: StatedRole, known: Known): UnknownName[] {
  return unknownIn(id, [
    ['categories', categories, known.categories],
    ['areas', areas, known.areas],
  ])
}

type NameList = [path: string, names: readonly string[], set: { has(name: string): boolean }]

function unknownIn(agreement: string, lists: readonly NameList[]): UnknownName[] {
  return lists.flatMap(([path, names, set]) =>
    names.filter((name) => !set.has(name)).map((name) => ({ agreement, path, name })),
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
  const versions = await listAgreementVersions(batch.query, batch.municipality)
  const register = new Map(Map.groupBy(versions, ({ agreement }) => agreement.id))
  const hasRoles = commands.some(({ roles = [] }) => roles.length > 0)
  const stated = hasRoles ? await listRoleVersions(batch.query, batch.municipality) : []
  const lastRoles = new Map(stated.map((one) => [one.role.id, one]))
  const answers = commands.map((command) => enter(command, batch, register, lastRoles))
  const changed = answers.flatMap((one) => (one.accepted ? one.entered : []))
  for (const id of new Set(changed.map((one) => one.id))) {
    const known = register.get(id) ?? []
    setEndTimer(batch, id, endOfAgreement(known, batch.now_ms).due_ms)
    setDigestTimer(batch, id, digestEnd_ms(known, batch.now_ms))
  }
  return answers
}

function enter(
  { agreements, roles = [], enteredBy, known: names }: EnterAgreements,
  batch: Batch,
  register: Map<string, readonly AgreementVersion[]>,
  lastRoles: Map<string, RoleVersion>,
): EnterAgreementsAnswer {
  const unknown = [
    ...agreements.flatMap((agreement) => unknownNames(agreement, names)),
    ...roles.flatMap((role) => unknownInRole(role, names)),
  ]
  if (unknown.length > 0) return { accepted: false, reason: 'agreement-names-unknown', unknown }
  const entered: { id: string; version: number }[] = []
  for (const agreement of agreements) {
    const known = register.get(agreement.id) ?? []
    const before = known.at(-1)
    if (before && canonicalize(before.agreement) === canonicalize(agreement)) continue
    const version = (before?.version ?? 0) + 1
    register.set(agreement.id, [...known, { agreement, version, entered_ms: batch.now_ms }])
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
  const enteredRoles = enterRoles(roles, enteredBy, batch, lastRoles)
  const changed = entered.length + enteredRoles.length
  if (changed > 0) batch.raiseEpoch()
  const unchanged = agreements.length + roles.length - changed
  return { accepted: true, entered, roles: enteredRoles, unchanged }
}
