import type { Words } from '../../messages/nl.ts'
import { momentIn, shortDayIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { Part } from './acts.tsx'
import type { CaseInFull, CaseRead } from './read-case.ts'

const MOMENTS = [
  'handedOverAt',
  'receivedAt',
  'acceptedAt',
  'startedAt',
  'onSiteAt',
  'madeSafeAt',
  'workingAt',
  'doneAt',
  'endedAt',
] as const

/** Who was asked what, each with its separate facts. */
export function Chain({ one }: { one: CaseInFull }) {
  const { desk } = useWords()
  const { locale } = useSetting()
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{desk.chain.title}</h2>
      {one.steps.length === 0 && <p>{desk.chain.none}</p>}
      <ol className="chain">
        {one.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chain only grows at its end
          <li key={i}>
            <p>
              <strong>{step.party.name}</strong>{' '}
              <span className={`step-standing step-standing--${step.status}`}>
                {desk.chain.steps[step.status]}
              </span>
            </p>
            {step.category.id !== one.category?.id && (
              <p className="quiet">{step.category.name?.[locale] ?? step.category.id}</p>
            )}
            <p className="quiet">
              {MOMENTS.flatMap((moment) => {
                const at = step[moment]
                return at ? [`${desk.chain.moments[moment]} ${momentIn(at, locale)}`] : []
              }).join(' · ')}
              {step.plannedOn && ` · ${desk.chain.plannedOn} ${shortDayIn(step.plannedOn, locale)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Why it went where it went: each decision with its alternatives, and whether the rule says the same again. */
export function Decisions({ decisions, replays }: Pick<CaseRead, 'decisions' | 'replays'>) {
  const { desk } = useWords()
  const { locale } = useSetting()
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="why">
      <h2 id="why">{desk.decisions.title}</h2>
      {decisions.map(({ id, inWords, decidedAt, notListed }) => {
        const { sentence, because, notChosen } = inWords[locale]
        const replay = replays.find((other) => other.decision === id)
        const more = notListed.reduce((sum, { count }) => sum + count, 0)
        return (
          <article key={id} className="decision">
            <p>
              <strong>{sentence}</strong>
            </p>
            <p className="quiet">{momentIn(decidedAt, locale)}</p>
            {because.length > 0 && (
              <Part title={desk.decisions.because}>
                <ul>
                  {because.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </Part>
            )}
            {notChosen.length > 0 && (
              <Part title={desk.decisions.notChosen}>
                <ul>
                  {notChosen.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
                {more > 0 && <p className="quiet">{desk.decisions.more(more)}</p>}
              </Part>
            )}
            {replay && (
              <p className={`replay replay--${replay.is}`}>
                {desk.decisions.replays[replay.is]} {replay.now}
              </p>
            )}
          </article>
        )
      })}
    </section>
  )
}

/** How much of an id tells one from another on a page. */
const END = 4

/** Whoever did it: what they are called is no fact of the case, so the end of their number tells them apart. */
function calledBy(by: string, words: Words['desk']['history']): string {
  const [kind, id = ''] = by.split('/')
  if (kind === 'key') return words.key(id.slice(-END))
  return kind === 'account' ? words.account(id.slice(-END)) : by
}

/** Every fact of the journal, in words. */
export function History({ history }: Pick<CaseRead, 'history'>) {
  const { desk } = useWords()
  const { locale } = useSetting()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{desk.history.title}</h2>
      <ol className="history">
        {history.map(({ version, at, text, by }) => (
          <li key={version}>
            {text}{' '}
            <span className="quiet">
              <time dateTime={at}>{momentIn(at, locale)}</time>
              {by && by !== 'rule' && ` · ${desk.history.by} ${calledBy(by, desk.history)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
