import { setImmediate } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { AssetIndex } from '../asset-index.ts'
import { assetInWords } from '../asset-words.ts'
import { AREA_KINDS } from '../place.ts'
import { fold } from '../search/fold.ts'
import { type FoundPlace, openPlaceSearch, type PlaceSearch } from '../search/place-search.ts'
import type { PlacesOf } from './places-of.ts'

/** An address as a register outside knows it. */
export type FoundAddress = { label: string; lon: number; lat: number }
/** Asks that register; empty where none is set, and while it does not answer. */
export type FindAddresses = (
  municipality: string,
  text: string,
  most: number,
) => Promise<readonly FoundAddress[]>

const MOST = 10

const PlaceView = z
  .object({
    kind: z.enum(['asset', 'street', 'area', 'address']),
    label: z.string().openapi({ description: 'As people read it.' }),
    place: z.object({ lon: z.number(), lat: z.number() }),
    id: z.string().optional().openapi({ description: 'Of an object or an area.' }),
    type: z.string().optional().openapi({ description: 'Of an object.' }),
    areaKind: z.enum(AREA_KINDS).optional(),
    within: z.string().optional().openapi({ description: 'The neighbourhood of a street.' }),
  })
  .openapi('FoundPlace')

const Query = z.strictObject({
  q: z.string().min(1).max(100).openapi({
    description: 'A street, an area or the number on an object, as people type it.',
    example: 'dorpstraat',
  }),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
})

// A search goes with the objects and areas that it was made of: both change at once.
const searches = new WeakMap<AssetIndex, Promise<PlaceSearch>>()

async function searchOf(placesOf: PlacesOf, municipality: string): Promise<PlaceSearch> {
  const { areas, assets } = await placesOf(municipality)
  let search = searches.get(assets)
  if (!search) {
    search = openPlaceSearch(areas, assets, () => setImmediate())
    searches.set(assets, search)
  }
  return search
}

export const searchPlaces = ({
  placesOf,
  findAddresses,
}: {
  placesOf: PlacesOf
  findAddresses: FindAddresses
}) =>
  townOperation({
    method: 'get',
    path: '/places/search',
    operationId: 'searchPlaces',
    tag: 'Places',
    summary: 'Places by their name or number',
    description:
      'Objects by the number on them first, then streets and areas, also where a letter is wrong. Where the installation has a register of addresses, addresses too.',
    parameters: { query: Query },
    success: { 200: 'The best first; empty where nothing is like it.' },
    answer: z.object({ items: z.array(PlaceView) }),
    problems: {},
    async handle({ caller: { municipality }, query: { q, limit }, locale }) {
      const search = await searchOf(placesOf, municipality)
      const [own, addresses] = await Promise.all([
        search.find(q, limit),
        fold(q).length > 2 ? findAddresses(municipality, q, limit) : [],
      ])
      const items = [...own.map((one) => viewOf(one, locale)), ...addresses.map(addressView)]
      return { body: { items: items.slice(0, limit) } }
    },
  })

function addressView({ label, lon, lat }: FoundAddress): z.infer<typeof PlaceView> {
  return { kind: 'address', label, place: { lon, lat } }
}

function viewOf(found: FoundPlace, locale: 'nl' | 'en'): z.infer<typeof PlaceView> {
  const [lon, lat] = found.place
  const place = { lon, lat }
  switch (found.kind) {
    case 'asset': {
      const { id, type, street } = found.asset
      const name = assetInWords(found.asset, locale)
      return { kind: 'asset', label: street ? `${name}, ${street}` : name, place, id, type }
    }
    case 'street': {
      const { name, within } = found
      const label = within === undefined ? name : `${name}, ${within}`
      return { kind: 'street', label, place, ...(within === undefined ? {} : { within }) }
    }
    case 'area':
      return { kind: 'area', label: found.name, place, id: found.id, areaKind: found.areaKind }
  }
}
