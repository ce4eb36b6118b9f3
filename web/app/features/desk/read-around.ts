import type { Api, Told } from '../../api/client.ts'

/** Within sight of whoever stands there. */
const NEAR_M = 150
const MOST_AROUND = 5
const METRES_A_DEGREE = 111_320

/** Some of what is open around a place, of whatever kind; none where that cannot be told now. */
export async function readAround(
  api: Api,
  municipality: string,
  { lon, lat }: { lon: number; lat: number },
): Promise<readonly Told['Case'][]> {
  const high = NEAR_M / METRES_A_DEGREE
  const wide = high / Math.cos((lat * Math.PI) / 180)
  const bbox = [lon - wide, lat - high, lon + wide, lat + high].join(',')
  const read = await api.GET('/case-cells', {
    params: { query: { municipality, bbox, resolution: 12, status: ['open'] } },
  })
  return (read.data?.cases ?? []).slice(0, MOST_AROUND)
}
