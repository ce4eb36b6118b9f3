import type { MapOptions } from './map-options.ts'

export type NearAsset = {
  id: string
  type: string
  publicNumber?: string
  distance?: number
  place: { lon: number; lat: number }
}

const RADIUS_M = 60
const MOST = 8

async function read<Answer>(address: string): Promise<Answer | undefined> {
  const response = await fetch(address, {
    headers: { 'accept-language': document.documentElement.lang },
  }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as Answer) : undefined
}

/** What stands near a place and may be picked, the nearest first; nothing where that cannot be known now. */
export async function readNear(
  { municipality, assetTypes }: MapOptions,
  { lon, lat }: { lon: number; lat: number },
): Promise<NearAsset[]> {
  if (!assetTypes) return []
  const all = await Promise.all(
    assetTypes.map((type) => {
      const query = { municipality, type, lon, lat, radius: RADIUS_M, limit: MOST }
      const search = new URLSearchParams(
        Object.entries(query).map(([name, one]) => [name, `${one}`]),
      )
      return read<{ items: NearAsset[] }>(`/api/v1/assets?${search}`)
    }),
  )
  return all
    .flatMap((answer) => answer?.items ?? [])
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0))
    .slice(0, MOST)
}

type Cells = { cases?: { asset?: { id: string } }[] }

/** Which objects in view have a case that is not closed, where these are few enough to be told. */
export async function readReported(
  { municipality }: MapOptions,
  box: readonly number[],
): Promise<ReadonlySet<string>> {
  const search = new URLSearchParams({ municipality, bbox: box.join(','), resolution: '12' })
  search.append('status', 'open')
  search.append('status', 'done')
  const cells = await read<Cells>(`/api/v1/case-cells?${search}`)
  return new Set(cells?.cases?.flatMap(({ asset }) => (asset ? [asset.id] : [])))
}
