import type { Box, LonLat } from '#kernel/geometry'

/** A square of the web map (EPSG:3857): at zoom `z` the world is 2^z columns from the west and rows from the north. */
export type TileName = { z: number; x: number; y: number }

/** Into how many units the side of a tile is divided. */
export const EXTENT = 4096
/** At which a tile is some ninety metres across: nobody asks for less. */
export const FINEST_ZOOM = 18

/** A place as shares of the world's width from the west and of its height from the north; the poles lie far outside. */
export function onWorld([lon, lat]: LonLat): readonly [u: number, v: number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** What a tile covers, with so many times its own width around it. */
export function boxOfTile({ z, x, y }: TileName, margin = 0): Box {
  const side = 2 ** -z
  const lon = (column: number) => Math.max(-180, Math.min(180, column * side * 360 - 180))
  return [
    lon(x - margin),
    latitudeAt((y + 1 + margin) * side),
    lon(x + 1 + margin),
    latitudeAt((y - margin) * side),
  ]
}

function latitudeAt(v: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * v))) * 180) / Math.PI
}

/** Where places come to lie in the units of a tile. */
export function projectInto({ z, x, y }: TileName): (place: LonLat) => [number, number] {
  const tiles = 2 ** z
  return (place) => {
    const [u, v] = onWorld(place)
    return [Math.round((u * tiles - x) * EXTENT), Math.round((v * tiles - y) * EXTENT)]
  }
}

/** Of tiles side by side exactly one holds a place. */
export function isInTile({ z, x, y }: TileName, place: LonLat): boolean {
  const [u, v] = onWorld(place)
  return Math.floor(u * 2 ** z) === x && Math.floor(v * 2 ** z) === y
}
