import { type Case, categoryOf, lineOf, whereIn } from '../../components/case-row.tsx'
import { shortDayIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { Marks } from './marks.tsx'

/** A case in a list of the desk: it leads to the desk's own page of it. */
export function DeskCaseRow({ one, now_ms }: { one: Case; now_ms: number }) {
  const words = useWords()
  const { locale, town } = useSetting()
  const where = whereIn(one, words.case)
  return (
    <li className="row">
      <p className="row__title">
        <a href={`/${town?.id}/desk/cases/${one.number}`}>
          {categoryOf(one, words.case, locale)}
          <span className="unseen"> ({one.number})</span>
        </a>{' '}
        <Marks one={one} now_ms={now_ms} />
      </p>
      {where && <p>{where}</p>}
      <p>{lineOf(one, categoryOf(one, words.case, locale))}</p>
      <p className="quiet">
        <span className="number">{one.number}</span> · {words.desk.facts.status[one.status]} ·{' '}
        {words.desk.since} {shortDayIn(one.openedAt, locale)}
      </p>
    </li>
  )
}
