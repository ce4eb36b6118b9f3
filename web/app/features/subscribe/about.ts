import type { Told } from '../../api/client.ts'

/** What somebody wants to be told of, as the address of the page has it. */
export type About =
  | { follows: 'case'; case: string }
  | { follows: 'area'; area: string }
  | { follows: 'place'; place: { lon: number; lat: number } | undefined }

const LONGEST = 80

export function aboutIn(search: URLSearchParams): About {
  const named = (name: string) => search.get(name)?.trim().slice(0, LONGEST) || undefined
  const number = named('case')
  if (number !== undefined) return { follows: 'case', case: number }
  const area = named('area')
  if (area !== undefined) return { follows: 'area', area }
  const [lon, lat] = [Number(named('lon') ?? Number.NaN), Number(named('lat') ?? Number.NaN)]
  const isPlace = Number.isFinite(lon) && Number.isFinite(lat)
  return { follows: 'place', place: isPlace ? { lon, lat } : undefined }
}

/** What of an address says what it is about: the form comes back to the same page. */
export function searchOf(about: About): string {
  const fields: Record<string, string> =
    about.follows === 'case'
      ? { case: about.case }
      : about.follows === 'area'
        ? { area: about.area }
        : about.place
          ? { lon: String(about.place.lon), lat: String(about.place.lat) }
          : {}
  const search = new URLSearchParams(fields).toString()
  return search === '' ? '' : `?${search}`
}

export const RADII_M = [50, 150, 300, 500] as const
export const USUAL_RADIUS_M = 150

type Category = Told['Category']

/** What anybody may follow: nothing that is hidden, and no task that only a party is given. */
export function followable(categories: readonly Category[]): Category[] {
  return categories.filter(({ visibility }) => visibility === 'public')
}

/** What is about lamps: the node above whatever is reported of a lamp post. */
export function lightingIn(categories: readonly Category[]): string | undefined {
  const ofLamps = categories.find(({ assetTypes }) => assetTypes.includes('lamp-post'))
  const above = categories.find(({ id }) => id === ofLamps?.parent)
  return above?.id ?? ofLamps?.id
}
