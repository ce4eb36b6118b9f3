import type pg from 'pg'
import type { App } from '../src/app.ts'
import { type CountryTown, LAMPS, openCountry } from './country/country.ts'
import { importTown, openOwnProgram, serveTown } from './country/own-program.ts'
import type { IndexFigures, IndexTask } from './country-index.ts'
import type { Row } from './row.ts'
import { inOwnProcess } from './task.ts'

const BYTES_AT_MOST = 160
const NEAREST_AT_MOST_MS = 5
const BUILD_AT_MOST_S = 120
/** Of the rate at which the same rows go in bare. */
const SHARE_AT_LEAST = 25
/** Towns of the middle: what most of them are like. */
const IMPORTED = 4
const PIECE = 500

/** The assets of a whole country: brought in through the door, and held in one process to be asked for the nearest. */
export async function benchCountryAssets(): Promise<Row[]> {
  const figures = await inOwnProcess<IndexTask, IndexFigures>('country-index.ts', { lamps: LAMPS })
  const country = figures.isReal ? 'boundaries of Statistics Netherlands' : 'made-up boundaries'
  const assets = figures.assets.toLocaleString('en')
  return [
    ...(await importRows()),
    {
      what: `memory an asset, ${assets} of ${figures.towns} towns in one process`,
      figure: figures.bytes_per_asset,
      unit: 'bytes',
      limit: BYTES_AT_MOST,
      limitIs: 'at most',
      note: `${Math.round(figures.rss_mib)} MiB resident at the end; ${country}`,
    },
    {
      what: 'their indexes made',
      figure: figures.built_s,
      unit: 's',
      limit: BUILD_AT_MOST_S,
      limitIs: 'at most',
      note: `the largest town ${Math.round(figures.worst_ms)} ms; the country itself was made in ${figures.made_s.toFixed(1)} s`,
    },
    {
      what: 'nearest lamp post, p95 over all towns',
      figure: figures.nearest_p95_ms,
      unit: 'ms',
      limit: NEAREST_AT_MOST_MS,
      limitIs: 'at most',
      note: `p99.9 ${figures.nearest_p999_ms.toFixed(3)} ms; found at ${(figures.found * 100).toFixed(0)} % of the points`,
    },
  ]
}

async function importRows(): Promise<Row[]> {
  const country = await openCountry()
  const sorted = country.towns.toSorted((a, b) => a.lamps - b.lamps)
  const middle = Math.floor(sorted.length / 2)
  const towns = sorted.slice(middle, middle + IMPORTED)
  await using program = await openOwnProgram()
  const { app } = program
  let [rows, took_ms, again_ms, bare, bare_ms] = [0, 0, 0, 0, 0]
  for (const town of towns) {
    await serveTown(app, town)
    const bareRun = await writeBare(app, town)
    bare += bareRun.rows
    bare_ms += bareRun.took_ms
    const from_ms = performance.now()
    rows += (await importTown(app, town)).assets
    took_ms += performance.now() - from_ms
    const from_again_ms = performance.now()
    const again = await importTown(app, town)
    if (again.assets > 0) throw new Error('what was unchanged was brought in again')
    again_ms += performance.now() - from_again_ms
  }
  const bareRate = (bare * 1000) / bare_ms
  return [
    {
      what: 'assets imported',
      figure: (rows * 1000) / took_ms,
      unit: 'rows/s',
      limit: (bareRate * SHARE_AT_LEAST) / 100,
      limitIs: 'at least',
      note: `${rows.toLocaleString('en')} of ${towns.length} towns, made and compared too; bare inserts of the same rows ${Math.round(bareRate).toLocaleString('en')}/s; the same import again, nothing new: ${Math.round((rows * 1000) / again_ms).toLocaleString('en')} rows/s`,
    },
  ]
}

/** The same rows in the same pieces, under another municipality, with nothing around them. */
async function writeBare(app: App, town: CountryTown): Promise<{ rows: number; took_ms: number }> {
  const client = (await app.pool.connect()) as pg.PoolClient
  let rows = 0
  const pieces = [...town.assets(PIECE)]
  const from_ms = performance.now()
  try {
    for (const piece of pieces) {
      const tenant = `X${town.id}`
      await client.query('begin')
      await client.query(`select set_config('lantaarn.tenant', $1, true)`, [tenant])
      await client.query(
        `insert into places.assets (municipality, id, since_version, type, public_number, lon, lat, h3, street, owner, manager, parent)
        select $1, a, 1, b, c, d, e, 1, f, g, h, i
        from unnest($2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::text[], $8::text[], $9::text[], $10::text[])
          r(a, b, c, d, e, f, g, h, i)`,
        [
          tenant,
          piece.map(({ id }) => id),
          piece.map(({ type }) => type),
          piece.map(({ publicNumber }) => publicNumber ?? null),
          piece.map(({ place }) => place[0]),
          piece.map(({ place }) => place[1]),
          piece.map(({ street }) => street ?? null),
          piece.map(({ owner }) => owner ?? null),
          piece.map(({ manager }) => manager ?? null),
          piece.map(({ parent }) => parent ?? null),
        ],
      )
      await client.query('commit')
      rows += piece.length
    }
    return { rows, took_ms: performance.now() - from_ms }
  } finally {
    client.release()
  }
}
