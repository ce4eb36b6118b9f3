import type { Words } from '../../messages/nl.ts'
import type { Typed } from './role-fields.tsx'

const PARTY_ROLES = ['planner', 'crew']

/** What is wrong at the fields of a role that was sent; nothing where something else is wrong, or nothing. */
export function faultsOfRole(
  { problem, typed = {} }: { problem?: string; typed?: Typed },
  words: Words['administration'],
  roles: Words['account']['roles'],
): Readonly<Record<string, string>> {
  if (problem === 'role-incomplete') return incomplete(typed, words, roles)
  const { upTo = '' } = typed
  const isNoAmount = upTo !== '' && !Number.isFinite(Number(upTo))
  return problem === 'input-invalid' && isNoAmount ? { upTo: words.roleFaults.amount } : {}
}

/**
 * At which field of a role something lacks, once the API said that this is so: it says so of the role as a whole. What
 * a role does not take is not sent.
 */
function incomplete(
  typed: Typed,
  { roleFaults: words, problems }: Words['administration'],
  roles: Words['account']['roles'],
): Readonly<Record<string, string>> {
  const { role = '', organisation = '', areas = '', upTo = '' } = typed
  const called = roles[role as keyof typeof roles] ?? role
  const isOfParty = PARTY_ROLES.includes(role)
  const hasAreas = areas.replaceAll(',', '').trim() !== ''
  const isApprover = role === 'approver'
  const faults = {
    ...(isOfParty && organisation === '' && { organisation: words.needsParty(called) }),
    ...(role === 'area-manager' && !hasAreas && { areas: words.needsAreas(called) }),
    ...(isApprover && upTo.trim() === '' && { upTo: words.needsAmount(called) }),
  }
  return Object.keys(faults).length > 0 ? faults : { role: problems['role-incomplete'] ?? '' }
}
