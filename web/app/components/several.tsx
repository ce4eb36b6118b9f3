import type { Told } from '../api/client.ts'
import { momentIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import type { Case } from './case-row.tsx'

type Related = Told['RelatedCase']

/** What whoever stands there sees at once: that it is one larger problem, since when, and by when it is over. */
export function Several({
  one,
  related = [],
}: {
  one: Pick<Case, 'cluster' | 'reporterBy' | 'status'>
  related?: readonly Related[] | undefined
}) {
  const { several } = useWords().page
  const { locale } = useSetting()
  const { cluster, reporterBy, status } = one
  if (!cluster || status === 'closed') return null
  const { objects, type, street, since } = cluster
  const isLamps = type === 'lamp-post'
  return (
    <section className="notice" aria-labelledby="several">
      <h2 id="several">{isLamps ? several.lamps(objects, street) : several.others(objects)}</h2>
      <p>
        {several.since(momentIn(since, locale))}{' '}
        {reporterBy && several.expected(momentIn(reporterBy, locale))}
      </p>
      {isLamps && <p>{several.covers}</p>}
      {related.map(({ number, municipality: { id, name } }) => (
        <p key={number}>
          {several.also(name)} <a href={`/${id}/cases/${number}`}>{number}</a>
        </p>
      ))}
    </section>
  )
}
