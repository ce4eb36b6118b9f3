import { Heading } from '@nl-design-system-candidate/heading-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import type { Told } from '../../api/client.ts'
import { DataList } from '../../components/data-list.tsx'
import { numberIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'

const SHOWN = ['handedOver', 'received', 'done', 'confirmed', 'unchallenged', 'contested'] as const

/** What came of the last thirty days, each figure by itself. */
export function Figures({ figures }: { figures: Told['Figures'] }) {
  const { town } = useWords()
  const { locale } = useSetting()
  return (
    <section aria-labelledby="figures">
      <Heading level={2} id="figures">
        {town.figures}
      </Heading>
      {SHOWN.every((key) => figures[key] === 0) ? (
        <Paragraph>{town.noFigures}</Paragraph>
      ) : (
        <>
          <Paragraph className="quiet">{town.figuresNote}</Paragraph>
          <DataList
            className="figures"
            items={SHOWN.map((key) => {
              const [label, meaning] = town.figure[key]
              return {
                key,
                name: (
                  <>
                    {label} <span className="quiet">{meaning}</span>
                  </>
                ),
                value: numberIn(figures[key], locale),
              }
            })}
          />
        </>
      )}
    </section>
  )
}
