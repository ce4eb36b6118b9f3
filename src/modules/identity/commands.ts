import type { Batch } from '#journal'
import { toIso } from '#kernel/clock'
import { type ColumnType, table } from '#platform/table'
import {
  decideGrant,
  type Grant,
  type GrantRejection,
  isLastAdministrator,
  type NewGrant,
} from './grant.ts'
import { listGrants, toGrant } from './queries.ts'

type Row = {
  municipality: string
  id: string
  version: number
  account: string
  role: string
  organisation: string | undefined
  areas: readonly string[] | undefined
  up_to_cents: number | undefined
  deputy_for: string | undefined
  from_at: number
  until_at: number | undefined
  granted_at: number
  granted_by: string
  ended_at: number | undefined
}

const COLUMNS: { readonly [Column in keyof Row]: ColumnType } = {
  municipality: 'text',
  id: 'uuid',
  version: 'int4',
  account: 'uuid',
  role: 'text',
  organisation: 'text',
  areas: 'jsonb',
  up_to_cents: 'int8',
  deputy_for: 'uuid',
  from_at: 'timestamptz',
  until_at: 'timestamptz',
  granted_at: 'timestamptz',
  granted_by: 'text',
  ended_at: 'timestamptz',
}

/** The roles of a municipality, as they are kept. */
export const GRANTS = table<Row>({
  name: 'identity.roles',
  key: ['municipality', 'id'],
  columns: COLUMNS,
  onConflict: 'replace',
})

export type GiveRole = { wanted: NewGrant; parties: ReadonlySet<string>; by: string }

/** Gives roles, one event each. `by` is the account or the key that gave it. */
export async function giveRoles(
  commands: readonly GiveRole[],
  batch: Batch,
): Promise<readonly ({ accepted: true; id: string } | GrantRejection)[]> {
  const { municipality, now_ms } = batch
  const rows = await listGrants(batch.query, municipality)
  const grants = rows.map(toGrant)
  return commands.map(({ wanted, parties, by }) => {
    // Given before by a try that was cut off.
    if (grants.some(({ id, account }) => id === wanted.id && account === wanted.account))
      return { accepted: true, id: wanted.id } as const
    const rejection = decideGrant(wanted, { grants, parties, now_ms })
    if (rejection) return rejection
    const grant: Grant = { ...wanted, municipality }
    grants.push(grant)
    const { id, account, role, organisation, areas, upTo_cents, deputyFor } = wanted
    const { from_ms, until_ms } = wanted
    batch.append({
      stream: `role/${id}`,
      version: 1,
      type: 'RoleGranted',
      typeVersion: 1,
      data: {
        grant: id,
        account,
        role,
        ...(organisation === undefined ? {} : { organisation }),
        ...(areas === undefined ? {} : { areas }),
        ...(upTo_cents === undefined ? {} : { upTo_cents }),
        ...(deputyFor === undefined ? {} : { deputyFor }),
        from: toIso(from_ms),
        ...(until_ms === undefined ? {} : { until: toIso(until_ms) }),
        by,
      },
    })
    batch.write(GRANTS, [rowOf(grant, { version: 1, granted_at: now_ms, granted_by: by })])
    return { accepted: true, id } as const
  })
}

export type EndRole = { id: string; by: string }
export type EndRoleAnswer = 'ended' | 'role-not-found' | 'role-of-last-administrator'

/** Ends roles; whoever stood in for them has no role by it any more either. */
export async function endRoles(
  commands: readonly EndRole[],
  batch: Batch,
): Promise<readonly EndRoleAnswer[]> {
  const { municipality, now_ms } = batch
  const rows = await listGrants(batch.query, municipality)
  const grants = rows.map(toGrant)
  return commands.map(({ id, by }): EndRoleAnswer => {
    const at = grants.findIndex((grant) => grant.id === id && grant.ended_ms === undefined)
    const [grant, row] = [grants[at], rows[at]]
    if (!grant || !row) return 'role-not-found'
    if (isLastAdministrator(grant, grants, now_ms)) return 'role-of-last-administrator'
    const ended: Grant = { ...grant, ended_ms: now_ms }
    grants[at] = ended
    batch.append({
      stream: `role/${id}`,
      version: row.version + 1,
      type: 'RoleEnded',
      typeVersion: 1,
      data: { grant: id, account: grant.account, role: grant.role, by },
    })
    const { granted_at, granted_by } = row
    batch.write(GRANTS, [rowOf(ended, { version: row.version + 1, granted_at, granted_by })])
    return 'ended'
  })
}

function rowOf(grant: Grant, own: Pick<Row, 'version' | 'granted_at' | 'granted_by'>): Row {
  const { municipality, id, account, role, organisation, areas, upTo_cents, deputyFor } = grant
  return {
    municipality,
    id,
    account,
    role,
    organisation,
    areas,
    up_to_cents: upTo_cents,
    deputy_for: deputyFor,
    from_at: grant.from_ms,
    until_at: grant.until_ms,
    ended_at: grant.ended_ms,
    ...own,
  }
}
