import type { ReactNode } from 'react'
import { Alert } from '../../components/alert.tsx'
import { DataList } from '../../components/data-list.tsx'
import { pointText } from '../../components/point-text.ts'
import { dayIn, momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { termIn } from '../../terms.ts'
import { PlaceSketch } from './place-sketch.tsx'
import type { readAnswerPage, Task } from './read-answer.ts'

type Near = Extract<Awaited<ReturnType<typeof readAnswerPage>>, { state: 'open' }>['near']

export const isUnsafe = ({ case: { priority, isMadeSafe } }: Task): boolean =>
  priority === 'danger' && !isMadeSafe

/** Where and by when, and what was written, as a crew needs it. */
export function TaskFacts({
  task,
  at,
  now_ms,
}: {
  task: Task
  /** The address of the page itself. */
  at: string
  now_ms: number
}) {
  const { answer: words } = useWords()
  const { locale } = useSetting()
  const { case: ofCase, because, suspension } = task
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <Facts task={task} now_ms={now_ms} />
      {ofCase.isAssetUncertain && <p>{words.uncertain}</p>}
      {(task.waitsFor ?? []).length > 0 && <p>{words.waits}</p>}
      {because && <p>{words.because(because.words[locale])}</p>}
      {suspension && (
        <p>{words.suspended(suspension.name[locale], momentIn(suspension.until, locale))}</p>
      )}
      {isWaitingForReply(task) && <p>{words.asked}</p>}
      <Shared task={task} at={at} />
    </section>
  )
}

/** Why this party has it, and a sketch of the place: what an answer can be given without. */
export function TaskAround({ task: { case: ofCase, why }, near }: { task: Task; near: Near }) {
  const { answer: words } = useWords()
  const { locale } = useSetting()
  return (
    <div className="answer-around">
      {why && (
        <>
          <h2>{words.why}</h2>
          <p>{why[locale]}</p>
        </>
      )}
      {ofCase.place && <PlaceSketch middle={ofCase.place} assets={near} ownId={ofCase.asset?.id} />}
    </div>
  )
}

const isWaitingForReply = ({ question }: Task): boolean =>
  question !== undefined && question.repliedAt === undefined && question.lapsedAt === undefined

/** That it is dangerous, and what can wait until it is safe. */
export function Danger() {
  const { answer: words } = useWords()
  return (
    <Alert kind="error" title={words.isDangerous}>
      <p>{words.isDangerousText}</p>
    </Alert>
  )
}

function Facts({ task, now_ms }: { task: Task; now_ms: number }) {
  const all = useWords()
  const { answer: words } = all
  const { locale } = useSetting()
  const { terms, plannedOn } = task
  const { street, neighbourhood, asset, place, priority, isMadeSafe, signals } = task.case
  const address = [street, neighbourhood].filter((one) => one !== undefined).join(', ')
  const isPressing = priority === 'urgent' || (priority === 'danger' && !isMadeSafe)
  const open = terms
    .filter(({ milestone }) => milestone === 'done' || !isMadeSafe)
    .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by))
  const rows: [key: string, name: string, value: ReactNode][] = [
    [
      'urgency',
      words.urgency,
      isPressing && <span className={`mark mark--${priority}`}>{all.case[priority]}</span>,
    ],
    ['where', words.where, address],
    ['object', words.object, asset && (asset.publicNumber ?? asset.id)],
    ['point', words.coordinates, place && <Point place={place} />],
    ...open.map(({ milestone, by, isExpectation }): [string, string, ReactNode] => [
      milestone,
      words.by[milestone] ?? milestone,
      <>
        <strong>
          <time dateTime={by}>{termIn(by, locale, now_ms)}</time>
        </strong>
        {isExpectation && <span className="quiet"> ({words.expectation})</span>}
      </>,
    ]),
    ['by', words.by.done ?? '', open.length === 0 && words.noTerm],
    ['planned', words.planned, plannedOn && dayIn(plannedOn, locale)],
    ['reports', words.reports, signals > 1 && String(signals)],
  ]
  const items = rows.flatMap(([key, name, value]) => (value ? [{ key, name, value }] : []))
  return <DataList items={items} />
}

function Point({ place }: { place: { lat: number; lon: number } }) {
  const { answer: words } = useWords()
  const point = pointText(place)
  return (
    <>
      {point}{' '}
      <a className="tall" href={`geo:${point.replace(' ', '')}`}>
        {words.openMap}
      </a>
    </>
  )
}

/** What people wrote and sent: there only where the agreement names the ground. */
function Shared({ task: { shared }, at }: { task: Task; at: string }) {
  const { answer: words } = useWords()
  if (!shared) return null
  const { descriptions, photos, reply, ground } = shared
  if (descriptions.length === 0 && photos.length === 0 && reply === undefined) return null
  return (
    <>
      {descriptions.length > 0 && <h3>{words.shared}</h3>}
      {descriptions.map(({ text, signal }) => (
        <blockquote key={signal}>
          <p>{text}</p>
        </blockquote>
      ))}
      {photos.length > 0 && (
        <>
          <h3>{words.sharedPhotos}</h3>
          <ul className="thumbs">
            {photos.map(({ id }, i) => (
              <li key={id}>
                <a href={`${at}/photos/${id}`}>
                  <img
                    src={`${at}/photos/${id}?size=thumb`}
                    alt={words.photo(i + 1)}
                    loading="lazy"
                  />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {reply !== undefined && (
        <>
          <h3>{words.reply}</h3>
          <blockquote>
            <p>{reply}</p>
          </blockquote>
        </>
      )}
      <p className="quiet">{words.sharedOn(ground)}</p>
    </>
  )
}
