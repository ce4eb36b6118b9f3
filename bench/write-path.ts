import pg from 'pg'
import type { BareTask, SampleReport } from './bare-writer.ts'
import type { Loop, Pace } from './closed-loop.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { ClientTask } from './open311-client.ts'
import { MUNICIPALITY, makeReports } from './reports.ts'
import { median, type Row } from './row.ts'
import { inOwnProcess } from './task.ts'

const PACE: Pace = { connections: 32, warm_ms: 1_500, run_ms: 4_000 }
const ROUNDS = 3
/** Until the program's code has been compiled to its fastest form. */
const FIRST_MS = 4_000
/** Three times the lamps of the town of a trial, so that there are enough different things to report. */
const SCALE = 3
const SLOW_DISK_MS = 2
const SHARE_AT_LEAST = 50

/**
 * Reports committed a second through the real door, beside a bare transaction of the rows that such a report
 * writes, by turns: what else the machine does meets both alike.
 */
export async function benchWritePath(): Promise<Row[]> {
  const rows: Row[] = []
  for (const delay_ms of [0, SLOW_DISK_MS]) {
    await using cluster = await openCluster()
    await using program = await cluster.start({ ROLES: 'serve', SAMPLE_SCALE: String(SCALE) })
    const url = `${program.url}/open311/v2/${MUNICIPALITY}/requests.json`
    let bodies = makeReports({ scale: SCALE, isOneParty: false })
    const report = async (pace: Pace) => {
      const task: ClientTask = { kind: 'closed', url, bodies, ...pace }
      const result = await inOwnProcess<ClientTask, Loop>('open311-client.ts', task)
      bodies = bodies.slice(result.done + pace.connections)
      return result
    }
    await report({ ...PACE, warm_ms: 0, run_ms: FIRST_MS })
    const samples = await readSamples(cluster)
    await cluster.setCommitDelay(delay_ms)
    const commit_ms = await cluster.timeCommit()
    if (commit_ms < delay_ms) throw new Error(`a commit took ${commit_ms} ms in spite of the delay`)
    const ours: Loop[] = []
    const bare: Loop[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const task: BareTask = { ...PACE, appUrl: cluster.appUrl, samples }
      bare.push(await inOwnProcess<BareTask, Loop>('bare-writer.ts', task))
      ours.push(await report(PACE))
    }
    const disk = delay_ms === 0 ? '' : `, ${delay_ms} ms a flush`
    rows.push(...figures(ours, bare, `${disk} (a commit alone takes ${commit_ms.toFixed(1)} ms)`))
  }
  return rows
}

function figures(ours: readonly Loop[], bare: readonly Loop[], where: string): Row[] {
  const of = (loops: readonly Loop[], what: 'perSecond' | 'p99_ms') =>
    median(loops.map((loop) => loop[what]))
  const shares = ours.map((one, i) => (100 * one.perSecond) / (bare[i]?.perSecond ?? 0))
  const rate = of(bare, 'perSecond')
  return [
    {
      what: `Open311 reports committed, 32 connections${where}`,
      figure: of(ours, 'perSecond'),
      unit: '/s',
      limit: (rate * SHARE_AT_LEAST) / 100,
      limitIs: 'at least',
      note: `${Math.round(median(shares))} % of ${Math.round(rate)}/s bare transactions of the same rows (rounds: ${shares.map(Math.round).join(', ')})`,
    },
    {
      what: `their p99${where}`,
      figure: of(ours, 'p99_ms'),
      unit: 'ms',
      limit: 250,
      limitIs: 'at most',
      note: `p50 ${median(ours.map((one) => one.p50_ms)).toFixed(1)} ms; bare p99 ${of(bare, 'p99_ms').toFixed(1)} ms`,
    },
  ]
}

/** By case, signal or person: how the rows of one report are found. */
const WRITTEN = {
  'journal.events': `stream = 'case/' || $1 and $2 <> ''`,
  'cases.signals': `case_id = $1::uuid and $2 <> ''`,
  'cases.cases': `id = $1::uuid and $2 <> ''`,
  'cases.decisions': `case_id = $1::uuid and $2 <> ''`,
  'cases.assignments': `case_id = $1::uuid and $2 <> ''`,
  'platform.outbox': `body -> 'case' ->> 'id' = $1 and $2 <> ''`,
  'vault.boxes': `$1 <> '' and id in ('signal/' || $2, 'contact/' || $2)`,
  'vault_keys.keys': `$1 <> '' and id in (select 'signal/' || $2 union all select person from cases.signals where id = $2::uuid)`,
}

/** What two reports wrote that opened a case and were sent to a party: one with an e-mail address, one without. */
async function readSamples({ superuserUrl }: Cluster): Promise<SampleReport[]> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const samples: SampleReport[] = []
    for (const person of ['is not null', 'is null']) {
      const { rows } = await client.query<Record<string, string>>(`
        select c.id as case, s.id as signal, c.number, s.source_id, s.person, a.id as assignment,
          a.decision_id as decision
        from cases.cases c
        join cases.signals s on s.municipality = c.municipality and s.case_id = c.id
        join cases.assignments a on a.municipality = c.municipality and a.case_id = c.id
        where c.municipality = '${MUNICIPALITY}' and not c.is_history and c.signals = 1
          and a.offered_at is not null and s.person ${person}
        order by c.opened_at desc
        limit 1`)
      const [found] = rows
      if (!found) throw new Error('no report opened a case')
      samples.push(await readSample(client, found))
    }
    return samples
  } finally {
    await client.end()
  }
}

async function readSample(
  client: pg.Client,
  { case: caseId = '', signal = '', ...others }: Record<string, string>,
): Promise<SampleReport> {
  const rows: SampleReport['rows'][number][] = []
  const messages: string[] = []
  for (const [table, condition] of Object.entries(WRITTEN)) {
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum`,
      [table],
    )
    const names = columns.map(({ name }) => name)
    const { rows: found } = await client.query<Record<string, string | null>>(
      `select ${names.map((name) => `${name}::text`).join(', ')} from ${table}
      where ${condition} order by 1, 2`,
      [caseId, signal],
    )
    if (found.length === 0) throw new Error(`the report left nothing in ${table}`)
    for (const row of found) {
      rows.push({ table, columns: names, values: names.map((name) => row[name] ?? null) })
      if (table === 'platform.outbox') messages.push(row.id ?? '')
    }
  }
  const unique = [caseId, signal, ...messages, ...Object.values(others)].filter(Boolean)
  return { rows, unique, municipality: MUNICIPALITY }
}
