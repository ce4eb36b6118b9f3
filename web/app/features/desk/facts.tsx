import type { ReactNode } from 'react'
import { categoryOf } from '../../components/case-row.tsx'
import { pointText } from '../../components/point-text.ts'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { type CaseRead, numberIn } from './read-case.ts'

/** From how many it is one problem, and which agreement says so. */
function ruleOf(
  { rule }: NonNullable<CaseRead['one']['cluster']>,
  words: ReturnType<typeof useWords>['desk']['facts'],
): string {
  const { id, version } = rule.agreement
  return words.rule(rule.from, words.minutes(rule.withinMinutes), `${id} (${version})`)
}

function swallowedIn(
  all: NonNullable<CaseRead['one']['swallowed']>,
  linkTo: (href: string) => ReactNode,
) {
  return (
    <ul>
      {all.map(({ href }) => (
        <li key={href}>{linkTo(href)}</li>
      ))}
    </ul>
  )
}

/** What another municipality shows to everybody: its desk is not ours. */
function relatedIn(all: NonNullable<CaseRead['one']['relatedCases']>) {
  return (
    <ul>
      {all.map(({ number, municipality: { id, name } }) => (
        <li key={number}>
          {name}: <a href={`/${id}/cases/${number}`}>{number}</a>
        </li>
      ))}
    </ul>
  )
}

/** What is known of a case, in a table to look things up in. */
export function Facts({ read: { one, areas } }: { read: CaseRead }) {
  const words = useWords()
  const { locale, town } = useSetting()
  const { facts } = words.desk
  const linkTo = (href: string) => {
    const number = numberIn(href)
    return <a href={`/${town?.id}/desk/cases/${number}`}>{number}</a>
  }
  const rows = [
    [facts.category, categoryOf(one, words.case, locale)],
    [facts.reported, momentIn(one.openedAt, locale)],
    [facts.expected, one.reporterBy && momentIn(one.reporterBy, locale)],
    [facts.signals, String(one.signals)],
    [facts.object, one.asset && (one.asset.publicNumber ?? one.asset.id)],
    [one.asset ? words.page.street : words.page.near, one.street],
    [facts.place, one.place && pointText(one.place)],
    [facts.areas, areas.join(', ')],
    [facts.recurrence, one.recurrenceOf && linkTo(one.recurrenceOf)],
    [facts.joinedInto, one.joinedInto && linkTo(one.joinedInto)],
    [facts.several, one.cluster && `${one.cluster.objects}: ${ruleOf(one.cluster, facts)}`],
    [facts.related, one.relatedCases?.length && relatedIn(one.relatedCases)],
    [facts.swallowed, one.swallowed?.length && swallowedIn(one.swallowed, linkTo)],
  ] as const
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{facts.title}</h2>
      <dl className="facts">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {one.isAssetUncertain && <p>{facts.uncertain}</p>}
      {one.visibility === 'public' && (
        <p>
          <a href={`/${town?.id}/cases/${one.number}`}>{facts.publicPage}</a>
        </p>
      )}
    </section>
  )
}
