import { caseInWords, listCases } from '#modules/cases'
import { checkPlace, whereaboutsAt } from '#modules/places'
import {
  type AboutOf,
  aboutInWords,
  type Filter,
  type FilterOf,
  type IsClosed,
} from '#modules/subscriptions'
import type { Pool } from '#platform/database'

import { confidentialOf, type Town, type Towns } from './town.ts'

type Needs = { pool: Pool; towns: Towns }

/** Cases as everybody may see them now; what is not to be found is left out. */
export async function readPublicCases({ pool, towns }: Needs, municipality: string, ids: string[]) {
  if (ids.length === 0) return []
  const confidential = confidentialOf(await towns.get(municipality))
  return pool.read({ tenant: municipality }, (query) =>
    listCases(query, municipality, { isStaff: false, confidential, ids, most: ids.length }),
  )
}

/** Whether it has closed, as the same transaction sees it. */
export const isCaseClosed: IsClosed = async (query, municipality, id) => {
  const [row] = await listCases(query, municipality, { isStaff: true, ids: [id], most: 1 })
  return row?.status === 'closed'
}

/** What filters are about, in words. */
export function createAboutOf(needs: Needs): AboutOf {
  return async (municipality, filters, locale) => {
    const town = await needs.towns.get(municipality)
    const ids = filters.map((one) => one.case).filter((one) => one !== undefined)
    const cases = await readPublicCases(needs, municipality, ids)
    return filters.map((filter) => {
      const row = cases.find(({ id }) => id === filter.case)
      return aboutInWords(
        filter,
        {
          case: row && { number: row.number, category: caseInWords(row, town, locale).category },
          ...namesIn(town, filter, locale),
        },
        locale,
      )
    })
  }
}

function namesIn(town: Town, { areas, categories, place }: Filter, locale: 'nl' | 'en') {
  return {
    area: areas?.[0] === undefined ? undefined : town.areas.area(areas[0])?.name,
    category:
      categories?.[0] === undefined ? undefined : town.categories.get(categories[0])?.name[locale],
    place: place && whereaboutsAt(town, [place.lon, place.lat], locale),
  }
}

/** Some ten metres: what is near does not change by it, and a door is not pointed at. */
const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000

/** Only what everybody may know of can be followed. */
export function createFilterOf({ pool, towns }: Needs): FilterOf {
  return async (municipality, asked) => {
    const town = await towns.get(municipality)
    const { area, category, place } = asked
    if (category !== undefined && town.categories.get(category)?.visibility !== 'public')
      return undefined
    const only = category === undefined ? {} : { categories: [category] }
    if (asked.case !== undefined) return ofCase({ pool, towns }, municipality, asked.case)
    if (place) {
      const { lon, lat, radius: radius_m } = place
      return checkPlace({ lon, lat }, town.surroundings).ok
        ? { place: { lon: rounded(lon), lat: rounded(lat), radius_m }, ...only }
        : undefined
    }
    return area !== undefined && town.areas.area(area) ? { areas: [area], ...only } : undefined
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function ofCase({ pool, towns }: Needs, municipality: string, name: string) {
  const town = await towns.get(municipality)
  const [row] = await pool.read({ tenant: municipality }, (query) =>
    listCases(query, municipality, {
      isStaff: false,
      confidential: confidentialOf(town),
      ...(UUID.test(name) ? { ids: [name] } : { numbers: [name.toUpperCase()] }),
      most: 1,
    }),
  )
  // Of what is of the past nothing is told any more.
  return row && !row.is_history ? { case: row.id } : undefined
}
