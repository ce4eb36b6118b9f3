import type { Told } from '../../api/client.ts'
import { CaseRow } from '../../components/case-row.tsx'
import { Several } from '../../components/several.tsx'
import { shortDayIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import type { Preview } from './preview.ts'

const telOf = (phone: string) => `tel:${phone.replace(/[ -]/g, '')}`

/** Whom to call before anything is typed; nothing on the page is louder. */
export function CallFirst({ callFirst }: { callFirst: NonNullable<Preview['callFirst']> }) {
  const { known } = useWords().report
  const { locale } = useSetting()
  const { phone, why } = callFirst
  return (
    <section className="notice notice--danger" aria-labelledby="call">
      <h2 id="call">{known.callFirst}</h2>
      <p>{why?.[locale] ?? known.callWhy}</p>
      <p className="actions">
        <a className="button button--danger" href={telOf(phone)}>
          {known.callNow(phone)}
        </a>
      </p>
    </section>
  )
}

/** The case that the report would come to, and what to do instead of reporting it once more. */
export function SameCase({
  town,
  same,
  now_ms,
}: {
  town: string
  same: NonNullable<Preview['same']>
  now_ms: number
}) {
  const { known } = useWords().report
  const { case: caseWords, subscribe } = useWords()
  const { offers } = subscribe
  const { locale } = useSetting()
  const { as, case: one } = same
  return (
    <>
      <Several one={one} />
      <section className="notice" aria-labelledby="same">
        <h2 id="same">{known.same[as]}</h2>
        <p>{known.sameText[as]}</p>
        <ul className="rows">
          <CaseRow
            one={one}
            now_ms={now_ms}
            when={`${caseWords.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
          />
        </ul>
        <p className="actions">
          {as === 'joins' && (
            <a className="button" href={`/${town}/melden/ook/${one.number}`}>
              {known.meToo}
            </a>
          )}
          {one.status !== 'closed' && (
            <a
              className="button button--quiet"
              href={`/${town}/volgen?${new URLSearchParams({ case: one.number })}`}
            >
              {offers.caseGo}
            </a>
          )}
        </p>
      </section>
    </>
  )
}

/** Whose it is where the municipality has no say, or why it gives it to nobody. */
export function Owner({ outlook }: { outlook: Told['Outlook'] }) {
  const { known } = useWords().report
  const { locale } = useSetting()
  const { party, askAt, role, because } = outlook
  const title = role ? known[role] : known.ownerOnly(party?.name ?? '')
  return (
    <section className="notice" aria-labelledby="owner">
      <h2 id="owner">{title}</h2>
      <p>{because?.[locale] ?? known.ownerText}</p>
      {askAt && (
        <p className="actions">
          {askAt.website && (
            <a className="button" href={askAt.website} rel="noreferrer">
              {known.website}
            </a>
          )}
          {askAt.phone && (
            <a className="button button--quiet" href={telOf(askAt.phone)}>
              {known.call(askAt.phone)}
            </a>
          )}
          {askAt.email && (
            <a className="button button--quiet" href={`mailto:${askAt.email}`}>
              {known.mail(askAt.email)}
            </a>
          )}
        </p>
      )}
    </section>
  )
}
