import { latLngToCell } from 'h3-js'
import { table } from '#platform/table'
import type { Case } from './case.ts'
import { DARK } from './clusters.ts'
import { MARKED, PROJECTION } from './projected.ts'

/** About 350 m across. */
export const JOIN_RESOLUTION = 9

export function cellText(h3: string): string {
  return BigInt.asIntN(64, BigInt(`0x${h3}`)).toString()
}

type Own = { municipality: string; id: string }

export const CASES = table<Own & ReturnType<typeof caseColumns>>({
  name: 'cases.cases',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    number: 'text',
    version: 'int4',
    status: 'text',
    closed_as: 'text',
    closed_because: 'text',
    kind: 'text',
    forwarded_to: 'text',
    category: 'text',
    visibility: 'text',
    priority: 'text',
    lon: 'float8',
    lat: 'float8',
    cell: 'int8',
    areas: 'jsonb',
    asset_id: 'text',
    is_asset_uncertain: 'bool',
    is_history: 'bool',
    has_threat: 'bool',
    recurrence_of: 'uuid',
    signals: 'int4',
    desk: 'jsonb',
    is_at_desk: 'bool',
    owner_only: 'text',
    question: 'jsonb',
    contested: 'int4',
    duty: 'jsonb',
    opened_at: 'timestamptz',
    updated_at: 'timestamptz',
    reporter_by: 'timestamptz',
    made_safe_at: 'timestamptz',
    done_at: 'timestamptz',
    closed_at: 'timestamptz',
    to_release: 'jsonb',
    to_tell: 'jsonb',
    joined_into: 'uuid',
    needs_person: 'bool',
    segment: 'text',
    cabinet: 'text',
    switching_area: 'text',
    cluster_unit: 'text',
    cluster: 'jsonb',
    is_swallowed: 'bool',
    projection: 'int4',
    projected_version: 'int4',
  },
  onConflict: 'replace',
  replacedBy: MARKED,
})

/** A case as the lists read it. */
export function caseColumns(one: Case) {
  const { place } = one
  return {
    number: one.number,
    version: one.version,
    status: one.status,
    closed_as: one.closedAs,
    closed_because: one.closedBecause,
    kind: one.kind ?? 'fault',
    forwarded_to: one.forwardedTo,
    category: one.category,
    visibility: one.visibility,
    priority: one.priority,
    lon: place?.lon,
    lat: place?.lat,
    cell: place && cellText(latLngToCell(place.lat, place.lon, JOIN_RESOLUTION)),
    areas: one.areas,
    asset_id: one.asset?.id,
    is_asset_uncertain: one.isAssetUncertain,
    is_history: one.isHistory,
    has_threat: one.hasThreat === true,
    recurrence_of: one.recurrenceOf,
    signals: one.signals.length,
    desk: one.desk,
    is_at_desk: one.desk.length > 0,
    owner_only: one.ownerOnly,
    question: one.question,
    contested: one.contested,
    duty: one.duty,
    opened_at: one.opened_ms,
    updated_at: one.updated_ms,
    reporter_by: one.reporterBy_ms,
    made_safe_at: one.madeSafe_ms,
    done_at: one.done_ms,
    closed_at: one.closed_ms,
    to_release: one.toRelease,
    to_tell: one.toTell,
    joined_into: one.joinedInto,
    needs_person: needsPerson(one),
    ...circuitColumns(one),
    projection: PROJECTION,
    projected_version: one.version,
  }
}

/** A case counts toward what its objects hang from while it is open and has its own reports. */
function circuitColumns({ status, joinedInto, dark, cluster, isSwallowed }: Case) {
  const counts = status === 'open' && joinedInto === undefined
  const units = new Map<string, string>()
  if (counts)
    for (const of of DARK.of(dark).circuits)
      for (const { level, unit } of of) units.set(level, unit)
  return {
    segment: units.get('segment'),
    cabinet: units.get('cabinet'),
    switching_area: units.get('switching-area'),
    cluster_unit: cluster?.unit,
    cluster: cluster && {
      level: cluster.level,
      agreement: cluster.agreement,
      version: cluster.version,
      street: cluster.street,
      of: cluster.member?.type,
      from: cluster.from,
      withinMinutes: cluster.withinMinutes,
      // Of all that were ever part of it those that are dark now.
      dark: DARK.of(dark).assets.size,
      members: cluster.members,
      since: cluster.since_ms,
    },
    is_swallowed: isSwallowed === true,
  }
}

function needsPerson({ desk, toRelease, toTell }: Case): boolean {
  return desk.length + toRelease.length + toTell.length > 0
}
