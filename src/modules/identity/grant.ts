import { isPartyRole, type Role } from './permissions.ts'

/** One role of one account in one municipality, as it was given. */
export type Grant = {
  id: string
  municipality: string
  account: string
  role: Role
  /** Of a party's role: whose planner or crew it is. */
  organisation?: string
  /** Where the role holds; absent is in the whole municipality. */
  areas?: readonly string[]
  /** Of an approver: up to which amount. */
  upTo_cents?: number
  /** The grant of somebody else that this one stands in for; role, areas and amount are then of that one. */
  deputyFor?: string
  from_ms: number
  /** Not any more at this moment. */
  until_ms?: number
  ended_ms?: number
}

/** A role that is held at a moment. */
export type Held = Pick<
  Grant,
  'id' | 'municipality' | 'role' | 'organisation' | 'areas' | 'upTo_cents' | 'deputyFor'
> & { until_ms?: number }

function isInForce(grant: Grant, now_ms: number): boolean {
  const { from_ms, until_ms = Number.POSITIVE_INFINITY, ended_ms } = grant
  return from_ms <= now_ms && now_ms < until_ms && (ended_ms === undefined || now_ms < ended_ms)
}

/**
 * What an account holds at a moment. A deputy holds the role of whom they stand in for, as long as that one holds it;
 * `grants` has the account's own and those that they stand in for.
 */
export function heldBy(account: string, grants: readonly Grant[], now_ms: number): Held[] {
  const byId = new Map(grants.map((grant) => [`${grant.municipality}/${grant.id}`, grant]))
  return grants.flatMap((grant): Held[] => {
    if (grant.account !== account || !isInForce(grant, now_ms)) return []
    if (grant.deputyFor === undefined) return [toHeld(grant, grant)]
    const replaced = byId.get(`${grant.municipality}/${grant.deputyFor}`)
    if (!replaced || replaced.deputyFor !== undefined || !isInForce(replaced, now_ms)) return []
    return [toHeld(grant, replaced)]
  })
}

function toHeld(grant: Grant, from: Grant): Held {
  const { id, municipality, deputyFor, until_ms } = grant
  const { role, organisation, areas, upTo_cents } = from
  return {
    id,
    municipality,
    role,
    ...(organisation === undefined ? {} : { organisation }),
    ...(areas === undefined ? {} : { areas }),
    ...(upTo_cents === undefined ? {} : { upTo_cents }),
    ...(deputyFor === undefined ? {} : { deputyFor }),
    ...(until_ms === undefined ? {} : { until_ms }),
  }
}

/** What is asked to be given. */
export type NewGrant = Omit<Grant, 'municipality' | 'ended_ms'>

export type GrantRejection =
  | 'role-incomplete'
  | 'role-period-empty'
  | 'role-organisation-unknown'
  | 'role-deputy-impossible'

/** Whether a role can be given, beside those that there are. */
export function decideGrant(
  wanted: NewGrant,
  state: { grants: readonly Grant[]; parties: ReadonlySet<string>; now_ms: number },
): GrantRejection | undefined {
  const { role, organisation, areas, upTo_cents, deputyFor, from_ms, until_ms } = wanted
  if (until_ms !== undefined && until_ms <= Math.max(from_ms, state.now_ms))
    return 'role-period-empty'
  if (deputyFor !== undefined) {
    const replaced = state.grants.find(({ id }) => id === deputyFor)
    const isPossible =
      replaced !== undefined &&
      replaced.deputyFor === undefined &&
      replaced.ended_ms === undefined &&
      replaced.role === role &&
      replaced.account !== wanted.account
    // What a deputy holds is what the other one holds, for some time.
    const hasOwn = [organisation, areas, upTo_cents].some((one) => one !== undefined)
    return isPossible && !hasOwn && until_ms !== undefined ? undefined : 'role-deputy-impossible'
  }
  if (isPartyRole(role) !== (organisation !== undefined)) return 'role-incomplete'
  if ((role === 'approver') !== (upTo_cents !== undefined)) return 'role-incomplete'
  if (role === 'area-manager' && !areas) return 'role-incomplete'
  if (areas && (role === 'administrator' || isPartyRole(role))) return 'role-incomplete'
  if (organisation !== undefined && !state.parties.has(organisation))
    return 'role-organisation-unknown'
  return undefined
}

/** Somebody must stay who can give roles, also when every date in the book has passed. */
export function isLastAdministrator(
  ended: Grant,
  grants: readonly Grant[],
  now_ms: number,
): boolean {
  if (ended.role !== 'administrator' || ended.deputyFor !== undefined) return false
  return !grants.some(
    (other) =>
      other.id !== ended.id &&
      other.role === 'administrator' &&
      other.deputyFor === undefined &&
      other.until_ms === undefined &&
      isInForce(other, now_ms),
  )
}
