import type { Api } from '../../api/client.ts'
import { type Town, townOf, type Visit } from '../../visit.ts'

export type Sample = { municipality: string; category: string; assetType: string }

const AMONG = 200
const MOST_TRIES = 10

/** The sample town, and what breaks in it; elsewhere there is no such page. */
export function sampleOf(visit: Visit): { town: Town; sample: Sample } {
  const town = townOf(visit)
  const { sample } = visit
  if (sample?.municipality !== town.id) throw new Response(null, { status: 404 })
  return { town, sample }
}

type Broken = { number: string } | { problem: 'none' | 'often' | 'trouble' }

/** Reports a lamp of which nothing is open, as anybody may; the limits of reports hold. */
export async function breakLamp(api: Api, sample: Sample): Promise<Broken> {
  const { municipality, category, assetType } = sample
  const found = await api.GET('/assets', {
    params: { query: { municipality, type: assetType, limit: AMONG } },
  })
  if (!found.data) return { problem: found.response.status === 429 ? 'often' : 'trouble' }
  const left = [...found.data.items]
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) {
    const [lamp] = left.splice(Math.floor(Math.random() * left.length), 1)
    if (lamp === undefined) break
    const query = { municipality, asset: lamp.id, status: ['open' as const], limit: 1 }
    const open = await api.GET('/cases', { params: { query } })
    if (open.data?.items.length !== 0) continue
    const told = await api.POST('/signals', {
      params: { query: { municipality } },
      body: { kind: 'fault', category, asset: lamp.id, mayPublish: false },
    })
    if (told.data) return { number: told.data.number }
    return { problem: told.response.status === 429 ? 'often' : 'trouble' }
  }
  return { problem: 'none' }
}
