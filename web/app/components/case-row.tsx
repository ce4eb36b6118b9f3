import { Link } from '@nl-design-system-candidate/link-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { StatusBadge } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { Told } from '../api/client.ts'
import type { Locale } from '../messages/languages.ts'
import type { Words } from '../messages/nl.ts'
import { unbroken } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'

export type Case = Told['Case']

/** What a case is about, for people. */
export function categoryOf(one: Case, words: Words['case'], locale: Locale): string {
  const name = one.category?.name?.[locale]
  if (one.kind === 'fault') return name ?? one.category?.id ?? words.kinds.fault
  return [words.kinds[one.kind], name].filter(Boolean).join(': ')
}

/** The line of a case without its category, which stands above it already. */
export function lineOf(one: Case, category: string): string {
  const beginning = `${category}: `
  const rest = one.line.startsWith(beginning) ? one.line.slice(beginning.length) : one.line
  return unbroken(rest.charAt(0).toUpperCase() + rest.slice(1))
}

/** Where it is, as people call it, and what it is about; without the neighbourhood that the list is of. */
export function whereIn(
  { asset, street, neighbourhood }: Case,
  words: Words['case'],
  within?: string,
): string {
  const around = [
    street && (asset ? street : words.near(street)),
    neighbourhood === within ? undefined : neighbourhood,
  ].filter(Boolean)
  const object = asset?.publicNumber && `${words.object} ${asset.publicNumber}`
  return [around.join(', '), object].filter(Boolean).join(' · ')
}

/** Whether it was, or is, later than the reporter was told to expect. */
export function isLate(one: Case, now_ms: number): boolean {
  if (one.reporterBy === undefined) return false
  // What was done and is contested is open again, and was not in time before it is done again.
  const end = one.status === 'open' ? undefined : (one.doneAt ?? one.closedAt)
  return (end === undefined ? now_ms : Date.parse(end)) > Date.parse(one.reporterBy)
}

type Props = {
  one: Case
  now_ms: number
  when: ReactNode
  /** The neighbourhood that the list is of: it stands above it already. */
  within?: string
}

/** One case in a list: what and where, how it stands, and since when. */
export function CaseRow({ one, now_ms, when, within }: Props) {
  const words = useWords().case
  const { locale } = useSetting()
  const category = categoryOf(one, words, locale)
  const where = whereIn(one, words, within)
  return (
    <li className="row">
      <Paragraph className="row__title">
        <Link href={`/${one.municipality}/cases/${one.number}`}>{category}</Link>{' '}
        {one.priority !== 'normal' && (
          <StatusBadge status={one.priority === 'urgent' ? 'warning' : 'danger'}>
            {words[one.priority]}
          </StatusBadge>
        )}{' '}
        {one.status === 'open' && isLate(one, now_ms) && (
          <StatusBadge status="danger">{words.late}</StatusBadge>
        )}
      </Paragraph>
      {where && <Paragraph>{where}</Paragraph>}
      <Paragraph>{lineOf(one, category)}</Paragraph>
      <Paragraph className="quiet">
        <span className="number">{one.number}</span> · {when}
      </Paragraph>
    </li>
  )
}
