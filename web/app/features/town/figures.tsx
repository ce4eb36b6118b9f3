import type { Told } from '../../api/client.ts'
import { numberIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'

const SHOWN = ['handedOver', 'received', 'done', 'confirmed', 'unchallenged', 'contested'] as const

/** What came of the last thirty days, each figure by itself. */
export function Figures({ figures }: { figures: Told['Figures'] }) {
  const { town } = useWords()
  const { locale } = useSetting()
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{town.figures}</h2>
      <p className="quiet">{town.figuresNote}</p>
      <dl className="figures">
        {SHOWN.map((name) => {
          const [label, meaning] = town.figure[name]
          return (
            <div key={name} className={`figure figure--${name}`}>
              <dt>
                {label} <span className="quiet">{meaning}</span>
              </dt>
              <dd>{numberIn(figures[name], locale)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
