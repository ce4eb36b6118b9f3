import type { ReactNode } from 'react'
import { Faults } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { PageMenu } from '../../components/page-menu.tsx'
import { useSetting, useWords } from '../../setting.ts'
import type { Part } from './entry.ts'

type Head = {
  town: { id: string; name: string }
  parts: readonly Part[]
  told: string
  seesMailTexts: boolean
}

/** Where each part of administration is, of those that whoever looks may see. */
export function useParts({
  town,
  parts,
  seesMailTexts,
}: Head): [href: string, name: string, about: string][] {
  const { administration: words, desk } = useWords()
  const own = parts.map((part): [string, string, string] => [
    `/${town.id}/administration/${part}`,
    words.parts[part],
    words.about[part],
  ])
  return seesMailTexts
    ? [...own, [`/${town.id}/desk/templates`, desk.nav.templates, words.aboutTemplates]]
    : own
}

/** What stands around each page of administration. */
export function AdministrationFrame({
  title,
  head,
  problem,
  faults = {},
  children,
}: {
  title: string
  head: Head
  problem?: string | undefined
  /** What is wrong at which field: it says more than the problem does. */
  faults?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}) {
  const { administration: words, signIn } = useWords()
  const here = useSetting().path.split('?')[0]
  const all = useParts(head)
  const isAtFields = Object.keys(faults).length > 0
  return (
    <>
      <title>{`${title} · Lantaarn`}</title>
      <PageMenu
        label={words.menu}
        links={all.map(([href, name]) => ({
          href,
          name,
          current: href === here ? 'page' : undefined,
        }))}
      />
      <h1>{title}</h1>
      {problem === undefined && Object.hasOwn(words.told, head.told) && (
        <Notice title={words.told[head.told]} />
      )}
      <Faults title={words.wrong} faults={faults} />
      {problem !== undefined && !isAtFields && (
        <Notice
          isWrong
          title={words.problems[problem] ?? signIn.problems[problem] ?? signIn.problem}
        />
      )}
      {children}
    </>
  )
}

/** Where a list goes on. */
export function More({ next }: { next: string | undefined }) {
  const { administration } = useWords()
  if (next === undefined) return null
  return (
    <p className="pager">
      <a rel="next" href={`?${new URLSearchParams({ cursor: next })}`}>
        {administration.next}
      </a>
    </p>
  )
}
