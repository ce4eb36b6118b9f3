import type { Api, Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'

const ON_PAGE = 25
/** Around a place: some streets. */
const AROUND_DEGREES = 0.004

export type Place = { lon: number; lat: number }

/** The place in an address, where it is one. */
export function placeIn(search: URLSearchParams): Place | undefined {
  const [lon, lat] = ['lon', 'lat'].map((name) => {
    const text = search.get(name)
    return text ? Number(text) : Number.NaN
  }) as [number, number]
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 85
  return isPlace ? { lon, lat } : undefined
}

/** West, south, east, north. */
export type View = [number, number, number, number]

/** Wider than any municipality. */
const MOST_DEGREES = 5

/** What of the world somebody looked at, where an address says so: the list gives what lies in it. */
export function viewIn(search: URLSearchParams): View | undefined {
  const sides = (search.get('view') ?? '').split(',')
  const view = sides.map((side) => (side.trim() === '' ? Number.NaN : Number(side))) as View
  const [west, south, east, north] = view
  const isBox = sides.length === 4 && west < east && south < north
  const isOnEarth = west >= -180 && east <= 180 && south >= -85 && north <= 85
  const isSmall = east - west <= MOST_DEGREES && north - south <= MOST_DEGREES
  return isBox && isOnEarth && isSmall ? view : undefined
}

/** What a map and its list show: the newest that are not closed, those around a place, or those in view; and what was sought. */
export async function readMapPage(api: Api, municipality: string, { q, at, view, cursor }: Asked) {
  const [map, found, where, cases] = await Promise.all([
    api.GET('/map', { params: { query: { municipality } } }),
    q === '' ? undefined : api.GET('/places/search', { params: { query: { municipality, q } } }),
    at && api.GET('/places/whereabouts', { params: { query: { municipality, ...at } } }),
    at
      ? casesAround(api, municipality, at)
      : view
        ? casesIn(api, municipality, view)
        : newest(api, municipality, cursor),
  ])
  return {
    map: told(map),
    found: found && told(found).items,
    where: where && told(where).text,
    cases,
  }
}

type Asked = {
  q: string
  at: Place | undefined
  view: View | undefined
  cursor: string | undefined
}

/** `total` where it is known; more than there are items where they are too many to be told. */
type Page = { items: Told['Case'][]; next?: string | undefined; total?: number }

async function newest(api: Api, municipality: string, cursor: string | undefined): Promise<Page> {
  const query = {
    municipality,
    status: ['open' as const, 'done' as const],
    limit: ON_PAGE,
    ...(cursor !== undefined && { cursor }),
  }
  return told(await api.GET('/cases', { params: { query } }))
}

async function casesAround(api: Api, municipality: string, { lon, lat }: Place): Promise<Page> {
  const [aside, up] = [AROUND_DEGREES, AROUND_DEGREES / 2]
  const { items } = await casesIn(api, municipality, [lon - aside, lat - up, lon + aside, lat + up])
  return { items }
}

async function casesIn(api: Api, municipality: string, view: View): Promise<Page> {
  const query = {
    municipality,
    bbox: view.join(','),
    resolution: 12,
    status: ['open' as const, 'done' as const],
  }
  const { cases, total } = told(await api.GET('/case-cells', { params: { query } }))
  return { items: cases ?? [], total }
}
