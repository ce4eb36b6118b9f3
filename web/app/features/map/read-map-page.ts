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

/** What a map and its list show: the newest that are not closed, or those around a place; and what was sought. */
export async function readMapPage(
  api: Api,
  municipality: string,
  { q, at, cursor }: { q: string; at: Place | undefined; cursor: string | undefined },
) {
  const [map, found, where, cases] = await Promise.all([
    api.GET('/map', { params: { query: { municipality } } }),
    q === '' ? undefined : api.GET('/places/search', { params: { query: { municipality, q } } }),
    at && api.GET('/places/whereabouts', { params: { query: { municipality, ...at } } }),
    at ? casesAround(api, municipality, at) : newest(api, municipality, cursor),
  ])
  return {
    map: told(map),
    found: found && told(found).items,
    where: where && told(where).text,
    cases,
  }
}

type Page = { items: Told['Case'][]; next?: string | undefined }

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
  const query = {
    municipality,
    bbox: [lon - aside, lat - up, lon + aside, lat + up].join(','),
    resolution: 12,
    status: ['open' as const, 'done' as const],
  }
  return { items: told(await api.GET('/case-cells', { params: { query } })).cases ?? [] }
}
