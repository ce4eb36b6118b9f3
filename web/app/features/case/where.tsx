import type { ReactNode } from 'react'
import type { Told } from '../../api/client.ts'
import { useWords } from '../../setting.ts'
import type { Around } from './read-around.ts'

/** Where it is, as far as it may be told. */
export function Where({
  one,
  around,
  children,
}: {
  one: Told['CaseInFull']
  around: Around
  children?: ReactNode
}) {
  const { page } = useWords()
  const facts = [
    [page.object, one.asset && (one.asset.publicNumber ?? one.asset.id)],
    [page.street, around.street],
    [page.neighbourhood, around.neighbourhood],
  ].filter(([, value]) => value)
  return (
    <section aria-labelledby="where">
      <h2 id="where">{page.where}</h2>
      {!one.place && (
        <p>{one.visibility === 'status-only' ? page.whereHidden : page.whereUnknown}</p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {one.isAssetUncertain && <p>{page.uncertain}</p>}
      {children}
    </section>
  )
}
