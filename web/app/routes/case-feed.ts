import type { LoaderFunctionArgs } from 'react-router'
import { told } from '../api/told.ts'
import { atomAnswer, escaped } from '../atom.ts'
import { categoryOf, lineOf } from '../components/case-row.tsx'
import { happeningsOf } from '../features/case/happenings.ts'
import { townOf, visitContext } from '../visit.ts'

/** What happened to one case as an Atom feed (RFC 4287), the newest first. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { words, locale, origin } = visit
  const path = { case: params.number ?? '' }
  const query = { municipality: town.id }
  const one = told(await visit.api.GET('/cases/{case}', { params: { path, query } }))
  const page = escaped(`${origin}/${town.id}/cases/${one.number}`)
  const category = categoryOf(one, words.case, locale)
  const happened = happeningsOf(one, { words: words.page, kinds: words.case.kinds, locale })
  const entries = happened.flatMap(({ at, text }, place) =>
    at === undefined
      ? []
      : [
          `<entry><id>${page}#${place + 1}</id><title>${escaped(text)}</title><updated>${at}</updated>
<link href="${page}"/><content type="text">${escaped(text)}</content></entry>
`,
        ],
  )
  return atomAnswer(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${page}</id>
<title>${escaped(`${category} · ${one.number}`)}</title>
<subtitle>${escaped(lineOf(one, category))}</subtitle>
<author><name>${escaped(town.name)}</name></author>
<updated>${one.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
${entries.toReversed().join('')}</feed>
`)
}
