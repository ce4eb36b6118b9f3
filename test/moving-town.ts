import { enterCategories } from '#modules/categories'
import { enterBoundary } from '#modules/directory'
import { CATEGORIES, MUNICIPALITIES } from './small-town.ts'
import { NOORDDIJK, type SmallTown, ZUIDDIJK } from './town.ts'

/** Noorddijk ends and Zuiddijk begins at this longitude, in the beginning at 5.04. */
export async function moveBorder(
  { app }: SmallTown,
  lon: number,
  from_ms?: number,
): Promise<boolean> {
  let isMoved = false
  for (const id of [NOORDDIJK, ZUIDDIJK]) {
    const { isChanged } = await app.committer.submit(id, enterBoundary, {
      geometry: landOf(id, lon),
      ...(from_ms === undefined ? {} : { from_ms }),
    })
    isMoved ||= isChanged
  }
  app.towns.touchAll()
  return isMoved
}

export function landOf(id: string, border: number) {
  const town = MUNICIPALITIES.find((one) => one.id === id)
  const [west, east] = town?.id === NOORDDIJK ? [5, border] : [border, 5.08]
  const ring = [
    [west, 52],
    [east, 52],
    [east, 52.02],
    [west, 52.02],
    [west, 52],
  ]
  return { type: 'Polygon' as const, coordinates: [ring] as number[][][] }
}

type Changes = Partial<(typeof CATEGORIES)[number]>

/** Changes a category of the small town, as it was made. */
export async function changeCategory(
  { app }: SmallTown,
  id: string,
  changes: Changes,
  from_ms?: number,
  municipality = NOORDDIJK,
) {
  const category = CATEGORIES.find((one) => one.id === id)
  if (!category) throw new Error(`the small town has no ${id}`)
  const answer = await app.committer.submit(municipality, enterCategories, {
    categories: [{ ...category, ...changes }],
    ...(from_ms === undefined ? {} : { from_ms }),
  })
  app.towns.touch(municipality)
  return answer
}
