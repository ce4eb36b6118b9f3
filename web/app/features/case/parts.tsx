import type { Told } from '../../api/client.ts'
import { isLate } from '../../components/case-row.tsx'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { termIn } from '../../terms.ts'
import { happeningsOf } from './happenings.ts'

type Case = Told['CaseInFull']
export type Decision = Told['RoutingDecision']

/** Where it went and why: one sentence, and the whole answer for who wants it. */
export function WhoAndWhy({ one, decisions }: { one: Case; decisions: readonly Decision[] }) {
  const { page } = useWords()
  const { locale } = useSetting()
  const last = decisions.at(-1)
  return (
    <section aria-labelledby="who">
      <h2 id="who">{page.who}</h2>
      {one.ownerOnly && <p>{page.ownerOnly(one.ownerOnly.name)}</p>}
      <p>{last ? last.inWords[locale].sentence : page.noDecision}</p>
      {last && (
        <details>
          <summary>{page.whole}</summary>
          {decisions.map((decision) => (
            <WholeDecision key={decision.id} decision={decision} hasMore={decisions.length > 1} />
          ))}
        </details>
      )}
    </section>
  )
}

function WholeDecision({ decision, hasMore }: { decision: Decision; hasMore: boolean }) {
  const { page } = useWords()
  const { locale } = useSetting()
  const { sentence, because, notChosen } = decision.inWords[locale]
  const unlisted = decision.notListed.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="decision">
      {hasMore && (
        <p>
          <strong>{sentence}</strong>
        </p>
      )}
      <h3>{page.because}</h3>
      <ul>
        {because.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {notChosen.length > 0 && (
        <>
          <h3>{page.notChosen}</h3>
          <ul>
            {notChosen.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {unlisted > 0 && <p>{page.notListed(unlisted)}</p>}
    </div>
  )
}

/** By when it is expected, whether that is or was kept, and why a date is later than it was. */
export function ByWhen({ one, now_ms }: { one: Case; now_ms: number }) {
  const { page } = useWords()
  const { locale } = useSetting()
  const late = isLate(one, now_ms)
  return (
    <section aria-labelledby="when">
      <h2 id="when">{page.when}</h2>
      {one.reporterBy === undefined ? (
        <p>{page.noTerm}</p>
      ) : (
        <p>
          {page.expectedBy}{' '}
          <strong>
            <time dateTime={one.reporterBy}>{termIn(one.reporterBy, locale, now_ms)}</time>
          </strong>
          . <span className={late ? 'is-late' : undefined}>{saidOf(one, late, page)}</span>
        </p>
      )}
      {one.status === 'open' &&
        one.steps.map(({ number, party, because, suspension }) => (
          <div key={number}>
            {because && <p>{page.becauseOf(because.words[locale])}</p>}
            {suspension && (
              <p>
                {page.isSuspended(party.name, suspension.name[locale])}.{' '}
                {page.suspendedUntil(momentIn(suspension.until, locale))}
              </p>
            )}
          </div>
        ))}
    </section>
  )
}

type PageWords = ReturnType<typeof useWords>['page']

function saidOf(one: Case, late: boolean, page: PageWords): string {
  if (one.status === 'open') return late ? page.isLate : page.onTime
  if (one.doneAt === undefined) return page.endedWithout
  return late ? page.wasLate : page.wasOnTime
}

/** What happened, the first first, and what has not happened yet. */
export function Timeline({ one }: { one: Case }) {
  const words = useWords()
  const { locale } = useSetting()
  const all = happeningsOf(one, { words: words.page, kinds: words.case.kinds, locale })
  return (
    <ol className="timeline">
      {all.map(({ at, text, task, kind }) => (
        <li key={`${at} ${text} ${task}`} className={`timeline__${kind}`}>
          <p>{text}</p>
          {task && <p className="quiet">{words.page.forTask(task)}</p>}
          {at && (
            <p className="quiet">
              <time dateTime={at}>{momentIn(at, locale)}</time>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What the desk released of what people wrote and sent. */
export function Released({ published = [] }: { published: Case['published'] | undefined }) {
  const { page } = useWords()
  if (published.length === 0) return null
  return (
    <section aria-labelledby="reported">
      <h2 id="reported">{page.reported}</h2>
      {published.map(({ signal, text, photos }) => (
        <div key={signal}>
          {text !== undefined && (
            <blockquote>
              <p>{text}</p>
            </blockquote>
          )}
          <ul className="thumbs">
            {photos.map(({ id, href, thumbnail }, place) => (
              <li key={id}>
                <a href={href}>
                  <img src={thumbnail} alt={page.photo(place + 1)} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
