import type { Batch } from '#journal'
import { table } from '#platform/table'
import { BOXES, destroyKeys, KEYS } from '#platform/vault'
import { listRosters } from './queries.ts'
import { type DutyRoster, type OpenRoster, openRosterOf } from './roster.ts'
import { reachesOf, type SealedReaches } from './sealing.ts'

type Row = {
  municipality: string
  id: string
  version: number
  entered_at: number
  entered_by: string
  body: OpenRoster
}

export const ROSTERS = table<Row>({
  name: 'duty.rosters',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'text',
    version: 'int4',
    entered_at: 'timestamptz',
    entered_by: 'text',
    body: 'jsonb',
  },
  onConflict: 'replace',
})

export type EnterRoster = {
  roster: DutyRoster
  /** Sealed before the lock was taken. */
  reaches: SealedReaches
  enteredBy: string
  /** The organisations that are a party here. */
  parties: ReadonlySet<string>
}

export type EnterRosterAnswer =
  | { accepted: true; version: number }
  | { accepted: false; reason: 'duty-organisation-unknown'; unknown: readonly string[] }

/** Enters rosters; each is a new version, and how the contacts before were reached is forgotten for ever. */
export async function enterRosters(
  commands: readonly EnterRoster[],
  batch: Batch,
): Promise<readonly EnterRosterAnswer[]> {
  const { municipality, query } = batch
  const versions = new Map(
    (await listRosters(query, municipality)).map(({ body, version }) => [body.id, version]),
  )
  // Two versions of one roster may come in one batch: only the last one's contacts are kept.
  const last = new Map<string, SealedReaches>()
  const answers = commands.map(({ roster, reaches, enteredBy, parties }): EnterRosterAnswer => {
    const unknown = roster.contacts.flatMap(({ organisation }) =>
      organisation === undefined || parties.has(organisation) ? [] : [organisation],
    )
    if (unknown.length > 0) return { accepted: false, reason: 'duty-organisation-unknown', unknown }
    const version = (versions.get(roster.id) ?? 0) + 1
    versions.set(roster.id, version)
    const open = openRosterOf(roster)
    batch.append({
      stream: `duty-roster/${roster.id}`,
      version,
      type: 'DutyRosterEntered',
      typeVersion: 1,
      data: { roster: open, enteredBy, epoch: batch.epoch + 1 },
    })
    last.set(roster.id, reaches)
    batch.write(ROSTERS, [
      {
        municipality,
        id: roster.id,
        version,
        entered_at: batch.now_ms,
        entered_by: enteredBy,
        body: open,
      },
    ])
    batch.raiseEpoch()
    return { accepted: true, version }
  })
  await destroyKeys(query, municipality, [...last.keys()].map(reachesOf))
  for (const { key, box } of last.values()) {
    batch.write(KEYS, [key])
    batch.write(BOXES, [box])
  }
  return answers
}
