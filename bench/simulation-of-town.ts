import { changeDrafts, type SimulationFigures } from '#modules/agreements'
import { compileTown, versionsOf } from '../src/composition/compile-town.ts'
import { knownNames } from '../src/composition/known-names.ts'
import { simulateDraft, withDraft } from '../src/composition/simulate.ts'
import { type CountryTown, openCountry } from './country/country.ts'
import { agreeTown, importTown, openOwnProgram, serveTown } from './country/own-program.ts'
import { writePastDecisions } from './country/past-decisions.ts'
import type { Row } from './row.ts'
import { watchTurns } from './watch-turns.ts'

const CASES = 1_000_000
const LAMPS_OF_TOWN = 40_000
const DAYS = 3_650
const LASTS_AT_MOST_S = 20
const BLOCKS_AT_MOST_MS = 50

/**
 * A million recorded decisions of one municipality against the draft that it considers, as the program does it when it
 * is asked: read as the role that serves, decided twice, compared and counted.
 */
export async function benchSimulationOfTown(count = CASES): Promise<Row[]> {
  const country = await openCountry()
  const far = (one: CountryTown) => Math.abs(one.lamps - LAMPS_OF_TOWN)
  const town = country.towns.reduce((best, one) => (far(one) < far(best) ? one : best))
  await using program = await openOwnProgram()
  const { app } = program
  await serveTown(app, town)
  await importTown(app, town)
  await agreeTown(app, town)
  const now_ms = Date.now()
  const served = await app.towns.get(town.id)
  const compiled = compileTown(served, versionsOf(served))
  const made = { compiled, count, days: DAYS, now_ms }
  const period = await writePastDecisions(app.pool, town, made)
  const draft = { id: 'draft', title: 'draft', agreements: town.agreements('draft'), ends: [] }
  const order = { type: 'EnterDraft', draft, by: 'bench', known: knownNames(served) } as const
  const entered = await app.committer.submit(town.id, changeDrafts, order)
  if (!entered.accepted) throw new Error(`the draft was refused: ${entered.reason}`)
  const asked = await withDraft(app.pool, served, 'draft', now_ms)
  if (typeof asked === 'string') throw new Error(asked)
  await program.settle()
  const turnsOf = watchTurns()
  const [from_ms, cpu] = [performance.now(), process.cpuUsage()]
  let result: SimulationFigures | undefined
  for await (const step of simulateDraft(app.pool, served, asked, period, now_ms))
    if ('result' in step) result = step.result
  const spent_ms = performance.now() - from_ms
  const { user, system } = process.cpuUsage(cpu)
  const { p999_ms, worst_ms, worked_ms } = turnsOf()
  if (result?.cases !== count) throw new Error(`${result?.cases} of ${count} cases were counted`)
  const share = Math.round((100 * result.different) / count)
  return [
    {
      what: 'a million cases against a draft, read from the database',
      figure: (spent_ms / 1000) * (CASES / count),
      unit: 's',
      limit: LASTS_AT_MOST_S,
      limitIs: 'at most',
      note: `${DAYS / 365} years of ${town.name}; ${share} % differ; the program itself worked ${((user + system) / 1e6).toFixed(1)} s of it`,
    },
    {
      what: 'how long it works on end before others have their turn',
      figure: worked_ms,
      unit: 'ms',
      limit: BLOCKS_AT_MOST_MS,
      limitIs: 'at most',
      note: `by the clock, with all else that the machine does: p99.9 ${Math.round(p999_ms)} ms, once ${Math.round(worst_ms)} ms`,
    },
  ]
}

if (import.meta.main) console.table(await benchSimulationOfTown(Number(process.argv[2]) || CASES))
