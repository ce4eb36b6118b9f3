import type { LonLat } from '#kernel/geometry'
import type { SignalFacts } from '#modules/agreements'
import { type Asset, indexAreas } from '#modules/places'
import { hourOf, WEEKDAY } from '../../src/composition/sample-town/history/history.ts'
import { weightsOn } from '../../src/composition/sample-town/history/seasons.ts'
import { type Random, seededRandom } from '../../src/composition/sample-town/random.ts'
import { type CountryTown, inPieces } from './country.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A storm about four times a year. */
const STORM = 4 / 365
const MOST_LAMPS_KEPT = 400_000

/** A signal as it stood when it was decided on: what the rule looks at, and where it was. */
export type RecordedSignal = SignalFacts & { place: LonLat }

/**
 * So many signals of one town over a period, in the order of their coming in: by season, weekday and hour, with bursts on
 * the days of a storm. The same for the same town, period and number.
 */
export function* signalsOf(
  town: CountryTown,
  options: { count: number; from_ms: number; to_ms: number; piece?: number },
): Generator<RecordedSignal[]> {
  yield* inPieces(oneByOne(town, options), options.piece ?? 1_000)
}

function* oneByOne(
  town: CountryTown,
  { count, from_ms, to_ms }: { count: number; from_ms: number; to_ms: number },
): Generator<RecordedSignal> {
  const random = seededRandom(Number(town.id.slice(2)) * 31 + count)
  const lamps = lampsOf(town)
  const areas = indexAreas(town.areas())
  const categories = new Map(town.categories.map((one) => [one.id, one]))
  const days = daysWithin(from_ms, to_ms, random)
  const whole = days.reduce((sum, { weight }) => sum + weight, 0)
  let [told, passed] = [0, 0]
  for (const { start_ms, weight, weights } of days) {
    passed += weight
    const upTo = Math.round((count * passed) / whole)
    const ofDay = Array.from({ length: upTo - told }, () => {
      const category = random.weighted(weights)
      return { category, at_ms: Math.round(start_ms + hourOf(random, category) * HOUR_MS) }
    }).sort((a, b) => a.at_ms - b.at_ms)
    told = upTo
    for (const { category, at_ms } of ofDay) {
      const { priority = 'normal', assetTypes = [] } = categories.get(category) ?? {}
      const lamp = lamps[Math.floor(lamps.length * random.next() ** 1.3)] as Asset
      const isOfLamp = assetTypes.includes('lamp-post') && random.chance(0.9)
      const { id, type, owner, manager, publicNumber } = lamp
      const place: LonLat = isOfLamp ? lamp.place : near(lamp.place, random)
      yield {
        category,
        areas: areas.at(place),
        ...(isOfLamp && {
          asset: {
            id,
            type,
            ...(publicNumber !== undefined && { publicNumber }),
            ...(owner !== undefined && { owner }),
            ...(manager !== undefined && { manager }),
          },
        }),
        priority,
        clusterLevel: 'single',
        at_ms,
        excluded: [],
        place,
      }
    }
  }
}

function lampsOf(town: CountryTown): Asset[] {
  const lamps: Asset[] = []
  for (const piece of town.assets())
    for (const asset of piece) if (asset.type === 'lamp-post') lamps.push(asset)
  if (lamps.length > MOST_LAMPS_KEPT) throw new Error(`${town.name} has ${lamps.length} lamps`)
  return lamps
}

function daysWithin(from_ms: number, to_ms: number, random: Random) {
  const count = Math.ceil((to_ms - from_ms) / DAY_MS)
  return Array.from({ length: count }, (_, n) => {
    const start_ms = from_ms + n * DAY_MS
    const date = new Date(start_ms)
    const weights = weightsOn(date.getUTCMonth(), random.chance(STORM))
    const sum = Object.values(weights).reduce((all, one) => all + one, 0)
    return { start_ms, weights, weight: sum * (WEEKDAY[date.getUTCDay()] ?? 1) }
  })
}

function near([lon, lat]: LonLat, random: Random): LonLat {
  return [lon + random.between(-2e-4, 2e-4), lat + random.between(-1e-4, 1e-4)]
}
