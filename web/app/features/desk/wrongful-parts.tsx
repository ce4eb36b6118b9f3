import { StatusBadge } from '@utrecht/component-library-react'
import { eurosIn, momentIn, shortDayIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import {
  sumsOf,
  type WrongfulInFull,
  type WrongfulReport,
  type WrongfulSum,
} from './read-wrongful.ts'
import { Photos } from './words-and-photos.tsx'

const LOOKS = { undecided: 'warning', owed: 'neutral', 'not-owed': 'safe' } as const

export function WrongfulState({ one }: { one: Pick<WrongfulReport, 'state' | 'owes'> }) {
  const { wrongful } = useWords()
  return <StatusBadge status={LOOKS[one.owes]}>{wrongful.states[one.state]}</StatusBadge>
}

/** What each party bills, and how far that is settled. */
export function WrongfulSums({ sums }: { sums: readonly WrongfulSum[] }) {
  const { wrongful } = useWords()
  const { locale } = useSetting()
  if (sums.length === 0) return null
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{wrongful.sums}</h2>
      <ul className="sums">
        {sumsOf(sums).map(({ id, name, cells }) => (
          <li key={id} className="panel">
            <h3>{name}</h3>
            <dl className="facts">
              {cells.map(({ owes, reports, cents }) => (
                <div key={owes}>
                  <dt>{wrongful[owes]}</dt>
                  <dd>
                    {reports === 0
                      ? '–'
                      : `${eurosIn(cents, locale)} · ${wrongful.reports(reports)}`}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One in the list: it leads to its own page. */
export function WrongfulRow({ one }: { one: WrongfulReport }) {
  const { locale, town } = useSetting()
  const name = one.category.name?.[locale] ?? one.category.id
  return (
    <li className="row">
      <p className="row__title">
        <a href={`/${town?.id}/desk/wrongful/${one.id}`}>
          {name}
          <span className="unseen"> ({one.case.number})</span>
        </a>{' '}
        <WrongfulState one={one} />
      </p>
      <p>
        {eurosIn(one.cents, locale)} · {one.party.name} · {one.reasonInWords[locale]}
      </p>
      <p className="quiet">{one.because[locale]}</p>
      <p className="quiet">
        <span className="number">{one.case.number}</span> · {shortDayIn(one.knownAt, locale)}
      </p>
    </li>
  )
}

/** What is agreed and known of it. */
export function WrongfulFacts({ one }: { one: WrongfulInFull }) {
  const { wrongful } = useWords()
  const { locale, town } = useSetting()
  const { agreement } = one
  const inCase = `/${town?.id}/desk/cases/${one.case.number}`
  const vat = one.vat === undefined ? '' : ` (${wrongful.vat[one.vat]})`
  const rows = [
    [wrongful.amount, `${eurosIn(one.cents, locale)}${vat}`],
    [wrongful.party, one.party.name],
    [
      wrongful.agreement,
      `${agreement.title ?? agreement.id}, ${wrongful.version(agreement.version)}`,
    ],
    [
      wrongful.case,
      <a key="case" href={inCase}>
        {one.case.number}
      </a>,
    ],
    [wrongful.what, one.category.name?.[locale] ?? one.category.id],
    [wrongful.reason, one.reasonInWords[locale]],
    [wrongful.known, momentIn(one.knownAt, locale)],
    [wrongful.disputeBy, wrongful.until(shortDayIn(one.disputeBy, locale))],
  ] as const
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{wrongful.facts}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 id="why">{wrongful.why}</h2>
      {one.why && <p>{one.why[locale]}</p>}
      <p>
        <a href={`${inCase}#why`}>{wrongful.toDecision}</a>
      </p>
    </section>
  )
}

type Told = {
  key: string
  at: string
  what: string
  by: string
  more?: string | undefined
  remark?: string | undefined
  photos?: readonly { id: string }[] | undefined
}

/** The whole story, in the order in which it happened. */
export function WrongfulStory({ one }: { one: WrongfulInFull }) {
  const { wrongful } = useWords()
  const { locale, town } = useSetting()
  const all: Told[] = [
    {
      key: 'answer',
      at: one.knownAt,
      what: wrongful.refused[one.answer],
      by: one.party.name,
      more: one.reasonInWords[locale],
      remark: one.remark,
      photos: one.photos,
    },
    ...(one.contrary
      ? [
          {
            key: 'contrary',
            at: one.contrary.at,
            what: wrongful.contrary[one.contrary.kind],
            by: '',
          },
        ]
      : []),
    ...one.steps.map((step) => ({
      key: step.id,
      at: step.at,
      what: wrongful.steps[step.step],
      by: step.by === one.party.id ? one.party.name : (step.name ?? town?.name ?? ''),
      more: step.as
        ? wrongful.decisions[step.as]
        : step.reason && wrongful.disputeReasons[step.reason],
      remark: step.remark,
      photos: step.photos,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <section aria-labelledby="story">
      <h2 id="story">{wrongful.story}</h2>
      <ol className="chain">
        {all.map(({ key, at, what, by, more, remark, photos = [] }) => (
          <li key={key}>
            <p>
              <strong>{what}</strong>
              {more && `: ${more}`}
            </p>
            {remark && <blockquote>{remark}</blockquote>}
            <Photos photos={photos} />
            <p className="quiet">
              <time dateTime={at}>{momentIn(at, locale)}</time>
              {by && ` · ${by}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
