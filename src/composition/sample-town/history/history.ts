import type { LonLat } from '#kernel/geometry'
import type { Category, Priority } from '#modules/categories'
import type { Asset } from '#modules/places'
import type { Random } from '../random.ts'
import { reportText } from './report-text.ts'
import { SEASONS, weightsOn } from './seasons.ts'

const OUTCOMES = ['confirmed', 'unchallenged', 'contested', 'not-ours', 'open'] as const
export type PastOutcome = (typeof OUTCOMES)[number]

/**
 * A report of before the town began with Lantaarn. An open one has no `doneAfter_h`, nor has one
 * that was not theirs.
 */
export type PastReport = {
  received_ms: number
  category: string
  place: LonLat
  assetId?: string
  text: string
  outcome: PastOutcome
  partyAnswerAfter_h?: number
  doneAfter_h?: number
}

export type HistoryOptions = {
  reports: number
  now_ms: number
  assets: readonly Asset[]
  categories: readonly Category[]
  random: Random
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Fourteen months. */
const DAYS = 426
const STORMS = 4
/** On Sundays and Saturdays people report less. */
export const WEEKDAY = [0.55, 1.1, 1.1, 1.05, 1.05, 1, 0.65]
/** Within so many days of now some are not done yet. */
const YOUNG_DAYS = 21

type Day = { start_ms: number; weights: Record<string, number> }

/** What residents reported in the fourteen months before now, in the order of its coming in. */
export function makeHistory(options: HistoryOptions): PastReport[] {
  const { random, assets, categories, now_ms, reports } = options
  const days = daysUpTo(now_ms, random)
  const perDay = Object.fromEntries(days.map(({ weights }, at) => [at, sumOf(weights)]))
  const byId = new Map(categories.map((category) => [category.id, category]))
  const byType = Map.groupBy(assets, ({ type }) => type)
  const moments: { received_ms: number; category: Category }[] = []
  while (moments.length < reports) {
    const day = days[Number(random.weighted(perDay))] as Day
    const category = byId.get(random.weighted(day.weights))
    if (!category) throw new Error('a season without its category')
    const received_ms = Math.round(day.start_ms + hourOf(random, category.id) * HOUR_MS)
    if (received_ms < now_ms) moments.push({ received_ms, category })
  }
  moments.sort((a, b) => a.received_ms - b.received_ms)

  let before = ''
  return moments.map(({ received_ms, category }): PastReport => {
    const where = placeOf(random, category, byType)
    let text = reportText(random, category.id, where.street)
    while (text === before) text = reportText(random, category.id, where.street)
    before = text
    const { place, assetId } = where
    return {
      received_ms,
      category: category.id,
      place,
      ...(assetId !== undefined && { assetId }),
      text,
      ...endOf(random, category.priority, (now_ms - received_ms) / HOUR_MS),
    }
  })
}

function daysUpTo(now_ms: number, random: Random): Day[] {
  const today_ms = Math.floor(now_ms / DAY_MS) * DAY_MS
  const storms = new Set<number>()
  while (storms.size < STORMS) storms.add(random.index(DAYS))
  return Array.from({ length: DAYS }, (_, at) => {
    const start_ms = today_ms - (DAYS - 1 - at) * DAY_MS
    const date = new Date(start_ms)
    const weekday = WEEKDAY[date.getUTCDay()] as number
    const weights = weightsOn(date.getUTCMonth(), storms.has(at))
    for (const category of Object.keys(weights))
      weights[category] = (weights[category] ?? 0) * weekday
    return { start_ms, weights }
  })
}

function sumOf(weights: Record<string, number>): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0)
}

/** Of the day in UTC: what is seen in the dark is reported in the evening or the early morning. */
export function hourOf(random: Random, category: string): number {
  if (SEASONS[category]?.isAtNight)
    return random.chance(0.75) ? random.between(16, 22.5) : random.between(4.5, 8)
  // Two draws: most around noon, few at breakfast and late at night.
  return 6.5 + (random.next() + random.next()) * 7.5
}

function placeOf(random: Random, category: Category, byType: ReadonlyMap<string, Asset[]>) {
  const [type] = category.assetTypes
  const own = (type === undefined ? undefined : byType.get(type)) ?? []
  if (own.length > 0) {
    const asset = own[skewed(random, own.length)] as Asset
    const street = asset.street ?? 'Markerweg'
    // Some point at the map without choosing the asset.
    if (random.chance(0.2)) return { place: near(random, asset.place, 8), street }
    return { place: asset.place, street, assetId: asset.id }
  }
  const lamp = random.pick(byType.get('lamp-post') ?? [])
  return { place: near(random, lamp.place, 12), street: lamp.street ?? 'Markt' }
}

/**
 * Some assets break again and again: the first in a shuffled row come up more often than the last.
 */
function skewed(random: Random, count: number): number {
  const rank = Math.floor(count * random.next() ** 1.6)
  // Steps of a prime far from any row's length spread the bad ones over the town.
  return (rank * 7919) % count
}

function near(random: Random, [lon, lat]: LonLat, most_m: number): LonLat {
  const metre = 1 / 111_195
  const off = () => random.between(-most_m, most_m) * metre
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  return [round(lon + off() * 1.64), round(lat + off())]
}

/**
 * Hours until the party answered, and until the work was done: between least and most, mostly near
 * the least.
 */
const PACE: Record<
  Priority,
  { answer: readonly [number, number]; done: readonly [number, number] }
> = {
  danger: { answer: [0.1, 1], done: [0.7, 10] },
  urgent: { answer: [0.3, 8], done: [4, 90] },
  normal: { answer: [1, 60], done: [18, 460] },
}

function endOf(random: Random, priority: Priority, age_h: number) {
  const lately = ([least, most]: readonly [number, number]) => {
    return Math.round(10 * (least + (most - least) * random.next() ** 2.2)) / 10
  }
  const answer_h = lately(PACE[priority].answer)
  const done_h = answer_h + lately(PACE[priority].done)
  const outcome: PastOutcome = random.weighted({
    confirmed: 47,
    unchallenged: 37,
    contested: 8,
    'not-ours': 6,
    open: age_h < YOUNG_DAYS * 24 ? 12 : 0.6,
  })
  if (answer_h > age_h) return { outcome: 'open' as const }
  if (outcome === 'open' || (outcome !== 'not-ours' && done_h > age_h))
    return { outcome: 'open' as const, partyAnswerAfter_h: answer_h }
  if (outcome === 'not-ours') return { outcome, partyAnswerAfter_h: answer_h }
  return { outcome, partyAnswerAfter_h: answer_h, doneAfter_h: Math.round(done_h * 10) / 10 }
}
