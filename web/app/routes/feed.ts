import type { LoaderFunctionArgs } from 'react-router'
import type { Told } from '../api/client.ts'
import { told } from '../api/told.ts'
import { atomAnswer, escaped } from '../atom.ts'
import { townOf, visitContext } from '../visit.ts'

const MOST = 50
const LONGEST = 80

/** The newest cases of a municipality, of one of its areas or of a category, as an Atom feed (RFC 4287). */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const area = search.get('area')?.slice(0, LONGEST)
  const categories = search.getAll('category').slice(0, MOST)
  const query = { municipality: town.id }
  const [ofArea, cases] = await Promise.all([
    area === undefined
      ? undefined
      : visit.api.GET('/areas/{area}/figures', { params: { path: { area }, query } }),
    visit.api.GET('/cases', {
      params: {
        query: {
          ...query,
          limit: MOST,
          ...(area !== undefined && { area }),
          ...(categories.length > 0 && { category: categories }),
        },
      },
    }),
  ])
  const name = ofArea ? told(ofArea).area.name : town.name
  const text = atom(told(cases).items, {
    title: visit.words.area.feedTitle(name),
    author: town.name,
    locale: visit.locale,
    self: `${visit.origin}${visit.path}`,
    pageOf: (one) => `${visit.origin}/${town.id}/cases/${one.number}`,
    now_ms: visit.now_ms,
  })
  return atomAnswer(text)
}

type Feed = {
  title: string
  author: string
  locale: string
  self: string
  pageOf: (one: Told['Case']) => string
  now_ms: number
}

function atom(cases: readonly Told['Case'][], feed: Feed): string {
  const { title, author, locale, self, pageOf, now_ms } = feed
  const updated = cases
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1)
  const entries = cases.map((one) => {
    const page = escaped(pageOf(one))
    return `<entry><id>${page}</id><title>${escaped(one.line)}</title><updated>${one.updatedAt}</updated>
<published>${one.openedAt}</published><link rel="alternate" type="text/html" href="${page}"/></entry>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${escaped(self)}</id>
<title>${escaped(title)}</title>
<author><name>${escaped(author)}</name></author>
<updated>${updated ?? new Date(now_ms).toISOString()}</updated>
<link rel="self" href="${escaped(self)}"/>
${entries.join('')}</feed>
`
}
