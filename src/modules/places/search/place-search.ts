import MiniSearch from 'minisearch'
import type { LonLat } from '#kernel/geometry'
import type { AreaIndex } from '../area-index.ts'
import type { AssetIndex } from '../asset-index.ts'
import { AREA_KINDS, type AreaKind, type Asset } from '../place.ts'
import { middleOfArea } from '../place-tiles.ts'
import { fold } from './fold.ts'
import { orderNumbers } from './number-order.ts'
import { findStreets } from './street-places.ts'

export type FoundPlace =
  | { kind: 'asset'; asset: Asset; place: LonLat }
  | { kind: 'street'; name: string; within: string | undefined; place: LonLat }
  | { kind: 'area'; id: string; areaKind: AreaKind; name: string; place: LonLat }

export type PlaceSearch = { find(text: string, most: number): FoundPlace[] }

type Entry = Exclude<FoundPlace, { kind: 'asset' }>
type Indexed = { id: number; name: string; within: string }

/** What a search by name finds; the others are the ground itself, which streets name already. */
const NAMED: readonly AreaKind[] = AREA_KINDS.filter((kind) => kind !== 'road' && kind !== 'parcel')
/** Of numbers that only begin as what was typed: the names must not drown in them. */
const MOST_BY_PREFIX = 5
/** Short words are other words with one letter changed. */
const LEAST_FUZZY = 4
const FUZZY_SHARE = 0.2
const PIECE = 2_000

/** Streets, areas and the numbers on objects of one municipality, found as people type them. */
export async function openPlaceSearch(
  areas: AreaIndex,
  assets: AssetIndex,
  pause: () => Promise<void>,
): Promise<PlaceSearch> {
  const numbers = await orderNumbers(assets, pause)
  const entries = [...(await streetEntries(areas, assets, pause)), ...areaEntries(areas)]
  const names = new MiniSearch<Indexed>({
    fields: ['name', 'within'],
    processTerm: (term) => fold(term) || null,
    tokenize: (text) => fold(text).split(' '),
  })
  await names.addAllAsync(
    entries.map((entry, id) => ({
      id,
      name: entry.name,
      within: (entry.kind === 'street' && entry.within) || '',
    })),
    { chunkSize: PIECE },
  )
  return {
    find(text, most) {
      const exact = byNumber(assets, text)
      const begun = numbersIn(text)
        .flatMap((number) => numbers.rowsFrom(number, MOST_BY_PREFIX + exact.length))
        .map((row) => assets.at(row))
        .filter(({ id }) => !exact.some((one) => one.id === id))
      const found = [...exact, ...begun.slice(0, MOST_BY_PREFIX)].map(
        (asset): FoundPlace => ({ kind: 'asset', asset, place: asset.place }),
      )
      return [...found.slice(0, most), ...byName(names, entries, text)].slice(0, most)
    },
  }
}

async function streetEntries(areas: AreaIndex, assets: AssetIndex, pause: () => Promise<void>) {
  const streets = await findStreets(areas, assets, pause)
  return streets.map(
    ({ name, neighbourhood, place }): Entry => ({
      kind: 'street',
      name,
      within: neighbourhood,
      place,
    }),
  )
}

function areaEntries(areas: AreaIndex): Entry[] {
  return [...areas.sizes_m2.keys()].flatMap((id): Entry[] => {
    const area = areas.area(id)
    if (!area || !NAMED.includes(area.kind)) return []
    return [{ kind: 'area', id, areaKind: area.kind, name: area.name, place: middleOfArea(area) }]
  })
}

/** The whole of it, as numbers with blanks in them are written, or one of its words. */
function byNumber(assets: AssetIndex, text: string): readonly Asset[] {
  for (const number of numbersIn(text)) {
    const found = assets.allByPublicNumber(number)
    if (found.length > 0) return found
  }
  return []
}

/** What may be the number on an object: ‘lantaarnpaal 4711’ is one, ‘Dorpsstraat’ is none. */
function numbersIn(text: string): string[] {
  const words = text.trim().split(/\s+/)
  const isNumber = (word: string) => /\p{N}/u.test(word)
  const whole = words.length > 1 && words.length <= 3 && isNumber(text) ? [words.join('')] : []
  return [...whole, ...words.filter(isNumber)]
}

function byName(names: MiniSearch<Indexed>, entries: readonly Entry[], text: string): FoundPlace[] {
  // The number of a house is not in the name of its street.
  const words = fold(text)
    .split(' ')
    .filter((word, at) => word !== '' && (at === 0 || !/^\p{N}/u.test(word)))
  if (words.length === 0) return []
  const query = words.join(' ')
  const options = {
    prefix: true,
    fuzzy: (term: string) => (term.length >= LEAST_FUZZY ? FUZZY_SHARE : false),
    boost: { name: 3 },
    weights: { fuzzy: 0.3, prefix: 0.6 },
  }
  const strict = names.search(query, { ...options, combineWith: 'AND' })
  const found = strict.length > 0 ? strict : names.search(query, options)
  return found.flatMap(({ id }) => entries[id as number] ?? [])
}
