import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Told } from '../../api/client.ts'
import { told } from '../../api/told.ts'
import { Alert } from '../../components/alert.tsx'
import { categoryOf, whereIn } from '../../components/case-row.tsx'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk, stillIn } from '../../features/desk/desk-visit.ts'
import { CaseForm, Of } from '../../features/desk/fields.tsx'
import { type Presence, useLive } from '../../features/desk/live.ts'
import { Marks } from '../../features/desk/marks.tsx'
import { Outcome } from '../../features/desk/outcome.tsx'
import { SETTLED_AT_ONCE } from '../../features/desk/settled-at-once.ts'
import { numberIn, shortDayIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

const ON_PAGE = 25

type Need = Told['DeskNeed']
type Reason = Told['NeedReason']['reason']
type Held = { id: string; party: { name: string }; case: { number: string } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'today')
  const asked = new URL(request.url).searchParams
  const outcome = asked.get('told') ?? undefined
  const municipality = town.id
  const reason = asked.get('reason') ?? undefined
  const cursor = asked.get('cursor') ?? undefined
  const query = {
    municipality,
    limit: ON_PAGE,
    ...(reason && { reason: [reason as Reason] }),
    ...(cursor && { cursor }),
  }
  const [needs, tasks] = await Promise.all([
    visit.api.GET('/desk-needs', { params: { query } }),
    visit.api.GET('/assignments', {
      params: { query: { municipality, status: ['proposed'], limit: 200 } },
    }),
  ])
  stillIn({ visit, town }, needs.response)
  const shown = new Set(needs.data?.items.map((one) => one.case.number))
  const held = (tasks.data?.items ?? []).flatMap(({ id, party, case: { number } }): Held[] =>
    shown.has(number) ? [{ id, party: { name: party.name }, case: { number } }] : [],
  )
  const { now_ms } = visit
  return { formToken, seat, needs: told(needs), held, reason, cursor, outcome, now_ms }
}

/** What needs a person, the most urgent first. */
export default function Today() {
  const read = useLoaderData<typeof loader>()
  return <Waiting {...read} />
}

type Read = Awaited<ReturnType<typeof loader>>

function Waiting({ formToken, seat, needs, held, reason, cursor, outcome, now_ms }: Read) {
  const { desk } = useWords()
  const { locale, town } = useSetting()
  const others = useLive({ formToken, seat })
  const base = `/${town?.id}/desk/today`
  const chip = (label: string, count: number, of?: string) => (
    <li key={label}>
      <a
        href={of ? `${base}?reason=${of}` : base}
        aria-current={of === reason ? 'page' : undefined}
      >
        {label} <span className="count">{numberIn(count, locale)}</span>
      </a>
    </li>
  )
  const next = new URLSearchParams({ ...(reason && { reason }), cursor: needs.next ?? '' })
  return (
    <DeskPage title={desk.nav.today} formToken={formToken} seat={seat}>
      <h1>{desk.nav.today}</h1>
      <Outcome told={outcome} />
      <p className="lead">{desk.urgentFirst}</p>
      <nav aria-label={desk.whatNow}>
        <ul className="chips">
          {chip(desk.all, needs.total)}
          {needs.counts.map((one) => chip(one.title, one.count, one.reason))}
        </ul>
      </nav>
      {needs.stoppedWebhooks > 0 && !reason && (
        <Alert kind="warning" title={desk.stopped(needs.stoppedWebhooks)}>
          <p>
            <a href={`/${town?.id}/administration/webhooks`}>{desk.toStopped}</a>
          </p>
        </Alert>
      )}
      {needs.items.length === 0 && <p>{reason ? desk.nobodyWaits : desk.nothing}</p>}
      <ul className="rows">
        {needs.items.map((need, at) => (
          <NeedRow
            key={need.case.id}
            need={need}
            isAdvised={!needs.items.slice(0, at).some((other) => isOfOneKind(other, need))}
            held={held.filter((one) => one.case.number === need.case.number)}
            there={others.filter((one) => one.case === need.case.number)}
            formToken={formToken}
            now_ms={now_ms}
          />
        ))}
      </ul>
      <p className="pager">
        {cursor && <a href={reason ? `${base}?reason=${reason}` : base}>{desk.first}</a>}
        {needs.next && (
          <a rel="next" href={`${base}?${next}`}>
            {desk.more}
          </a>
        )}
      </p>
    </DeskPage>
  )
}

/** What stands first in a row is most urgent: its advice is told in the first row that needs it, and not in each. */
const isOfOneKind = (one: Need, other: Need) => one.reasons[0]?.reason === other.reasons[0]?.reason

/** What is needed; where a party must be told, which. */
function needOf({ parties }: Need['case'], reason: string, title: string): string {
  const [party, ...others] = parties
  const isOne = reason === 'tell-the-party' && others.length === 0
  return isOne && party !== undefined ? `${title}: ${party.name}.` : `${title}.`
}

type RowProps = {
  need: Need
  isAdvised: boolean
  held: readonly Held[]
  there: readonly Presence[]
  formToken: string
  now_ms: number
}

function NeedRow({ need, isAdvised, held, there, formToken, now_ms }: RowProps) {
  const words = useWords()
  const { locale, town } = useSetting()
  const { case: one, reasons } = need
  const { desk } = words
  const href = `/${town?.id}/desk/cases/${one.number}`
  const where = whereIn(one, words.case)
  const doing = there.some((other) => other.doing === 'editing') ? 'editing' : 'looking'
  return (
    <li className="row need">
      <div>
        <p className="row__title">
          <a href={href}>
            {categoryOf(one, words.case, locale)}
            <Of number={one.number} />
          </a>{' '}
          <Marks one={one} now_ms={now_ms} />
          {there.length > 0 && <span className="there"> {desk.other.inList[doing]}</span>}
        </p>
        {where && <p>{where}</p>}
        <ul className="reasons">
          {reasons.map(({ reason, title, next }, at) => (
            <li key={reason}>
              {at === 0 ? (
                <strong>{needOf(one, reason, title)}</strong>
              ) : (
                needOf(one, reason, title)
              )}{' '}
              {at === 0 && isAdvised && next}
            </li>
          ))}
        </ul>
        <p className="quiet">
          <span className="number">{one.number}</span> · {desk.since}{' '}
          {shortDayIn(one.openedAt, locale)}
          {one.reporterBy && ` · ${desk.expected} ${shortDayIn(one.reporterBy, locale)}`}
        </p>
      </div>
      <div className="acts">
        {held.map(({ id, party }) => (
          <CaseForm key={id} number={one.number} does="release" formToken={formToken} back="today">
            <input type="hidden" name="assignment" value={id} />
            <button type="submit" className="button">
              {desk.release(party.name)}
              <Of number={one.number} />
            </button>
          </CaseForm>
        ))}
        {SETTLED_AT_ONCE.filter((known) => reasons.some(({ reason }) => reason === known)).map(
          (reason) => (
            <CaseForm
              key={reason}
              number={one.number}
              does="settle"
              formToken={formToken}
              back="today"
            >
              <input type="hidden" name="reason" value={reason} />
              <button
                type="submit"
                className={reason === 'danger-unacknowledged' ? 'button' : 'button button--quiet'}
              >
                {desk.settles[reason] ?? desk.settle}
                <Of number={one.number} />
              </button>
            </CaseForm>
          ),
        )}
      </div>
    </li>
  )
}
