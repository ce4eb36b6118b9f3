import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import type { CaseRead } from './read-case.ts'
import { Photos } from './words-and-photos.tsx'

/** The photos that parties sent, each with the answer that it belongs to. */
export function Evidence({ read }: { read: CaseRead }) {
  const { desk } = useWords()
  const { locale } = useSetting()
  const { evidence = [] } = read.one
  if (evidence.length === 0) return null
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{desk.evidence}</h2>
      {[...new Set(evidence.map(({ answer }) => answer))].map((id) => {
        const answer = read.answers.find((one) => one.id === id)
        return (
          <article key={id} className="report">
            {answer && <h3>{desk.answers[answer.answer] ?? answer.answer}</h3>}
            {answer?.remark && <blockquote>{answer.remark}</blockquote>}
            {answer && (
              <p className="quiet">
                <time dateTime={answer.answeredAt}>{momentIn(answer.answeredAt, locale)}</time>
                {answer.name && ` · ${answer.name}`}
              </p>
            )}
            <Photos photos={evidence.filter((one) => one.answer === id)} />
          </article>
        )
      })}
    </section>
  )
}
