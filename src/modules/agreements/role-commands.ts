import canonicalize from 'canonicalize'
import type { Batch } from '#journal'
import { table } from '#platform/table'
import type { RoleVersion, StatedRole } from './roles.ts'

type RoleRow = {
  municipality: string
  id: string
  version: number
  epoch: number
  entered_at: number
  entered_by: string
  body: StatedRole
}

export const ROLE_VERSIONS = table<RoleRow>({
  name: 'agreements.roles',
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

/** What is the same as its last version changes nothing; any other becomes a new version, known from this moment. */
export function enterRoles(
  roles: readonly StatedRole[],
  enteredBy: string,
  batch: Batch,
  last: Map<string, RoleVersion>,
): { id: string; version: number }[] {
  const { municipality, now_ms } = batch
  const epoch = batch.epoch + 1
  return roles.flatMap((role) => {
    const { id } = role
    const before = last.get(id)
    if (before && canonicalize(before.role) === canonicalize(role)) return []
    const version = (before?.version ?? 0) + 1
    last.set(id, { role, version, entered_ms: now_ms })
    batch.append({
      stream: `stated-role/${id}`,
      version,
      type: 'RoleStated',
      typeVersion: 1,
      data: { role, enteredBy, epoch },
    })
    const row = { id, version, epoch, entered_at: now_ms, entered_by: enteredBy, body: role }
    batch.write(ROLE_VERSIONS, [{ municipality, ...row }])
    return [{ id, version }]
  })
}
