import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { CaseRow } from '../components/case-row.tsx'
import { readCategories } from '../features/report/categories.ts'
import { addressOf, draftIn } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { CallFirst, Owner, SameCase } from '../features/report/known-parts.tsx'
import {
  afterKnown,
  isChoiceOpen,
  isWorthTelling,
  readPreview,
} from '../features/report/preview.ts'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { numberIn, shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const draft = draftIn(new URL(request.url).searchParams)
  const categories = await readCategories(visit.api, town.id)
  const category = categories.find(({ id }) => id === draft.category)
  if (!category) throw redirect(addressOf(town.id, '', draft))
  const read = await readPreview(visit.api, town.id, draft)
  if ('fault' in read) {
    const back = addressOf(town.id, '/waar', draft)
    throw redirect(`${back}&fault=${encodeURIComponent(read.fault)}`)
  }
  const { preview } = read
  if (!isWorthTelling(preview, draft)) throw redirect(afterKnown(town.id, draft, category))
  const { now_ms } = visit
  return {
    town,
    draft,
    category,
    preview,
    now_ms,
    next: afterKnown(town.id, { ...draft, seen: true }, category),
  }
}

/** What is known already, so that nobody reports for nothing: which object, who has it, whom to call or to ask. */
export default function ReportKnown() {
  const { report: words, case: caseWords } = useWords()
  const { known } = words
  const { locale } = useSetting()
  const { town, draft, category, preview, now_ms, next } = useLoaderData<typeof loader>()
  const { same, near, outlook, callFirst, choices } = preview
  const asks = isChoiceOpen(preview, draft)
  const isElsewhere = outlook?.outcome === 'owner-only' || outlook?.role !== undefined
  const goesOn = same
    ? same.as === 'joins'
      ? known.other
      : known.again
    : isElsewhere
      ? known.anyway
      : callFirst
        ? known.called
        : words.next
  // One thing is the next to do: to call, to join what is known, to ask whose it is; else to go on.
  const isLoudest = !same && !isElsewhere
  const isLoud = isLoudest && !callFirst
  const isOnlyDanger = callFirst && isLoudest && !preview.isAssetUncertain && near.length === 0
  return (
    <div className="report">
      <StepHead
        title={asks ? known.choose : isOnlyDanger ? known.dangerTitle : known.title}
        step={2}
        of={ALL_STEPS}
        back={addressOf(town.id, '/waar', draft)}
      />
      <p className="lead">{category.name[locale]}</p>
      {callFirst && <CallFirst callFirst={callFirst} />}
      {preview.isAssetUncertain && <p className="notice">{known.unsure}</p>}
      {asks ? (
        <form method="get" action={`/${town.id}/melden/bekend`} className="asked">
          <HiddenFields draft={draft} without={['asset']} />
          <fieldset className="radios">
            <legend className="unseen">{known.choose}</legend>
            {choices.map(({ id, publicNumber, street, distance, reported }, place) => (
              <label className="radio" key={id}>
                <input type="radio" name="asset" value={id} required defaultChecked={place === 0} />
                <span>
                  <strong>{publicNumber ?? known.nameless}</strong>
                  {street && ` · ${street}`}{' '}
                  <span className="quiet">
                    {known.away(numberIn(Math.round(distance), locale))}
                  </span>{' '}
                  {reported && <span className="mark mark--urgent">{known.reported}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <p className="actions">
            <button type="submit" className="button">
              {words.next}
            </button>
            <a className="button button--quiet" href={next}>
              {known.none}
            </a>
          </p>
        </form>
      ) : (
        <>
          {same && <SameCase town={town.id} same={same} now_ms={now_ms} />}
          {!same && outlook && isElsewhere && <Owner outlook={outlook} />}
          {near.length > 0 && (
            <section aria-labelledby="near">
              <h2 id="near">{known.near}</h2>
              <ul className="rows">
                {near.map((one) => (
                  <CaseRow
                    key={one.id}
                    one={one}
                    now_ms={now_ms}
                    when={`${caseWords.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
                  />
                ))}
              </ul>
            </section>
          )}
          <p className="actions">
            <a className={isLoud ? 'button' : 'button button--quiet'} href={next}>
              {goesOn}
            </a>
          </p>
        </>
      )}
    </div>
  )
}
