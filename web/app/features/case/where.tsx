import type { ReactNode } from 'react'
import type { Told } from '../../api/client.ts'
import { useWords } from '../../setting.ts'

/** Where it is, as far as it may be told. */
export function Where({ one, children }: { one: Told['CaseInFull']; children?: ReactNode }) {
  const { page } = useWords()
  const facts = [
    [page.object, one.asset && (one.asset.publicNumber ?? one.asset.id)],
    [one.asset ? page.street : page.near, one.street],
    [page.neighbourhood, one.neighbourhood],
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
