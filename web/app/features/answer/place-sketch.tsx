import type { Told } from '../../api/client.ts'
import { useWords } from '../../setting.ts'

/** How far the sketch reaches from the middle. */
export const SKETCH_RADIUS_M = 90
const METRES_A_DEGREE = 111_320

type Asset = Told['Assets']['items'][number]
type Place = { lon: number; lat: number }
type Point = readonly [x: number, y: number]

/** A sketch of the place from the objects around it: what stands along one street is joined to a line. */
export function PlaceSketch({
  middle,
  assets,
  ownId,
}: {
  middle: Place
  assets: readonly Asset[]
  ownId: string | undefined
}) {
  const { answer: words } = useWords()
  const others = assets.filter(({ id }) => id !== ownId)
  const own = assets.find(({ id }) => id === ownId)
  const size = SKETCH_RADIUS_M
  const [x, y] = pointOf(own?.place ?? middle, middle)
  return (
    <figure className="sketch">
      <svg
        viewBox={`${-size} ${-size * 0.66} ${size * 2} ${size * 1.32}`}
        role="img"
        aria-label={words.sketch(others.length, size)}
      >
        {streetsOf(assets, middle).map((street) => (
          <polyline key={street.join(' ')} className="sketch__street" points={street.join(' ')} />
        ))}
        {others.map((asset) => {
          const [cx, cy] = pointOf(asset.place, middle)
          const { name, radius } = lookOf(asset)
          return <circle key={asset.id} className={`sketch__${name}`} cx={cx} cy={cy} r={radius} />
        })}
        <circle className="sketch__glow" cx={x} cy={y} r="11" />
        <circle className="sketch__own" cx={x} cy={y} r="4.5" />
      </svg>
      <figcaption className="quiet">{words.sketchKey}</figcaption>
    </figure>
  )
}

function lookOf({ type }: Asset): { name: string; radius: number } {
  if (type === 'tree') return { name: 'tree', radius: 3 }
  return { name: 'thing', radius: type === 'lamp-post' ? 2.2 : 1.4 }
}

/** In metres from the middle, the south downwards. */
function pointOf({ lon, lat }: Place, middle: Place): Point {
  const shrink = Math.cos((middle.lat * Math.PI) / 180)
  const east = (lon - middle.lon) * METRES_A_DEGREE * shrink
  const north = (lat - middle.lat) * METRES_A_DEGREE
  return [Math.round(east * 10) / 10, Math.round(-north * 10) / 10]
}

/** The lamp posts of each street in the order of their numbers, which follow the street. */
function streetsOf(assets: readonly Asset[], middle: Place): Point[][] {
  const lamps = assets.filter(({ type, street }) => type === 'lamp-post' && street !== undefined)
  return [...Map.groupBy(lamps, ({ street }) => street).values()].flatMap((along) =>
    unbroken(
      along
        .toSorted((a, b) => ((a.publicNumber ?? a.id) < (b.publicNumber ?? b.id) ? -1 : 1))
        .map(({ place }) => pointOf(place, middle)),
    ),
  )
}

/** Cuts a line where two neighbours lie much further apart than most: there the street does not run. */
function unbroken(points: readonly Point[]): Point[][] {
  const [first, ...rest] = points
  if (!first || rest.length === 0) return []
  const gaps = rest.map((point, i) => distance(point, points[i] ?? first))
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0
  const lines: Point[][] = [[first]]
  rest.forEach((point, i) => {
    if ((gaps[i] ?? 0) > 1.8 * usual) lines.push([point])
    else lines.at(-1)?.push(point)
  })
  return lines.filter(({ length }) => length > 1)
}

const distance = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v)
