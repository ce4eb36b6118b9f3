import type { Api, Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'

const ON_PAGE = 25
const LATELY = 6
/** The API lists by the day of opening: what was closed last is sought among the newest of these. */
const LATELY_AMONG = 100

/** How it stands in one municipality; only its first page tells what was solved lately. */
export async function readTown(api: Api, municipality: string, cursor: string | undefined) {
  const [open, closed, figures] = await Promise.all([
    api.GET('/cases', {
      params: {
        query: {
          municipality,
          status: ['open'],
          limit: ON_PAGE,
          ...(cursor !== undefined && { cursor }),
        },
      },
    }),
    cursor === undefined
      ? api.GET('/cases', {
          params: { query: { municipality, status: ['closed'], limit: LATELY_AMONG } },
        })
      : undefined,
    api.GET('/figures', { params: { query: { municipality } } }),
  ])
  return {
    open: told(open),
    lately: closed && solvedLately(told(closed).items),
    figures: told(figures),
  }
}

function solvedLately(closed: readonly Told['Case'][]): Told['Case'][] {
  return closed
    .filter(({ closedAs }) => closedAs === 'confirmed' || closedAs === 'unchallenged')
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .slice(0, LATELY)
}
