import type { Told } from '../../api/client.ts'
import type { Visit } from '../../visit.ts'

/** What everybody may read around a case: why it went where it went, and where it is in words. */
export async function readAround(visit: Visit, municipality: string, one: Told['CaseInFull']) {
  const query = { municipality }
  const path = { case: one.number }
  const [decisions, areas, asset] = await Promise.all([
    visit.api.GET('/cases/{case}/decisions', { params: { path, query } }),
    one.place &&
      visit.api.GET('/areas', {
        params: { query: { ...query, ...one.place, kind: 'neighbourhood' } },
      }),
    one.asset &&
      visit.api.GET('/assets/{asset}', { params: { path: { asset: one.asset.id }, query } }),
  ])
  return {
    decisions: decisions.data?.items ?? [],
    neighbourhood: areas?.data?.items.map(({ name }) => name).join(', '),
    street: asset?.data?.street,
  }
}

export type Around = Awaited<ReturnType<typeof readAround>>
