import type { Pool } from '#platform/database'
import { insertRows, type Table } from '#platform/table'
import { type Random, seededRandom } from '../../src/composition/sample-town/random.ts'
import type { Case } from '../../src/modules/cases/case-state.ts'
import { project } from '../../src/modules/cases/projections.ts'
import { CONTRACTORS } from './agreements.ts'
import type { CountryTown } from './country.ts'
import { type RecordedSignal, signalsOf } from './signals.ts'

const DAY_MS = 86_400_000
const YEARS = 10
const PIECE = 2_000

/**
 * So many cases of ten years, straight into the read tables by the writer of rows that a rebuild uses: the cases and
 * their assignments, without events, signals or decisions behind them.
 */
export async function writePastCases(
  pool: Pool,
  town: CountryTown,
  options: { count: number; now_ms: number },
): Promise<void> {
  const { count, now_ms } = options
  const random = seededRandom(count)
  const visibilities = new Map(town.categories.map((one) => [one.id, one.visibility]))
  const from_ms = Math.floor(now_ms / DAY_MS) * DAY_MS - YEARS * 365 * DAY_MS
  let made = 0
  for (const piece of signalsOf(town, {
    count,
    from_ms,
    to_ms: from_ms + YEARS * 365 * DAY_MS,
    piece: PIECE,
  })) {
    const cases = piece.map((signal) => {
      made += 1
      const visibility = visibilities.get(signal.category) ?? 'public'
      return caseOf(signal, { town, number: made, visibility, now_ms, random })
    })
    await write(pool, town.id, cases)
  }
}

async function write(pool: Pool, municipality: string, cases: readonly Case[]): Promise<void> {
  const gathered = new Map<Table<never>, unknown[]>()
  const changed = cases.map((after) => ({ before: undefined, after, events: [] }))
  const into = {
    municipality,
    write(target: unknown, rows: readonly unknown[]) {
      const known = gathered.get(target as Table<never>) ?? []
      gathered.set(target as Table<never>, known)
      known.push(...rows)
    },
  }
  project(into as Parameters<typeof project>[0], changed)
  await pool.write({ tenant: municipality }, (query) =>
    Promise.all([...gathered].map(([target, rows]) => query(insertRows(target, rows as never[])))),
  )
}

type Around = {
  town: CountryTown
  number: number
  visibility: Case['visibility']
  now_ms: number
  random: Random
}

/** In the order of time, as the program's own ids are. */
const idOf = (kind: number, number: number) =>
  `${number.toString(16).padStart(8, '0')}-0000-7000-8000-${kind.toString(16).padStart(12, '0')}`

function caseOf(signal: RecordedSignal, around: Around): Case {
  const { town, number, visibility, now_ms, random } = around
  const { category, areas, asset, priority, at_ms, place } = signal
  const age_days = (now_ms - at_ms) / DAY_MS
  // Half of a month is still open, and one in a thousand is forgotten.
  const isOpen = random.chance(age_days < 30 ? 0.5 : 0.001)
  const done_ms = Math.min(now_ms, at_ms + random.between(0.2, 20) * DAY_MS)
  const isDone = !isOpen && now_ms - done_ms < 7 * DAY_MS
  const isPlaced = visibility !== 'confidential'
  const status = isOpen ? 'open' : isDone ? 'done' : 'closed'
  const year = new Date(at_ms).getUTCFullYear() % 100
  return {
    id: idOf(1, number),
    version: 3,
    number: `${town.id}-${year}-${String(number).padStart(6, '0')}`,
    status,
    ...(status === 'closed' && { closedAs: random.pick(['confirmed', 'unchallenged'] as const) }),
    category,
    visibility,
    priority,
    ...(isPlaced && { place: { lon: place[0], lat: place[1] } }),
    areas: isPlaced ? areas : [],
    ...(isPlaced && asset && { asset }),
    isAssetUncertain: false,
    isHistory: false,
    signals: [idOf(2, number)],
    reachable: [],
    reporters: [],
    photos: [],
    publications: [],
    toRelease: [],
    byHand: [],
    toTell: [],
    takenIn: [],
    movedOut: [],
    dark: [],
    destroyed: [],
    opened_ms: at_ms,
    updated_ms: done_ms,
    reporterBy_ms: at_ms + 14 * DAY_MS,
    desk: isOpen && random.chance(0.05) ? ['no-agreement'] : [],
    excluded: [],
    notOurs: 0,
    contested: 0,
    heard: [],
    raised: [],
    assignments: [
      {
        id: idOf(3, number),
        number: 1,
        status: isOpen ? 'accepted' : 'done',
        category,
        party: random.pick(CONTRACTORS).id,
        agreement: 'verlichting',
        version: 1,
        decisionId: idOf(4, number),
        informed: [],
        waitsFor: [],
        revision: 2,
        answerKeys: [],
        reached: {},
        warned: [],
        broken: [],
        stood: [],
        suspended: [],
        partyBy: [{ milestone: 'done', by_ms: at_ms + 14 * DAY_MS }],
        offered_ms: at_ms,
        delivered_ms: at_ms,
      },
    ],
    ...(!isOpen && { done_ms }),
    ...(status === 'closed' && { closed_ms: done_ms }),
  }
}
