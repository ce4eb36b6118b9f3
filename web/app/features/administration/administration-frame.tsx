import type { ReactNode } from 'react'
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

/** What stands around each page of administration. */
export function AdministrationFrame({
  title,
  head,
  problem,
  children,
}: {
  title: string
  head: Head
  problem?: string | undefined
  children: ReactNode
}) {
  const { administration: words, signIn, desk } = useWords()
  const here = useSetting().path.split('?')[0]
  const all = [
    ...head.parts.map((part) => [`/${head.town.id}/administration/${part}`, words.parts[part]]),
    ...(head.seesMailTexts ? [[`/${head.town.id}/desk/templates`, desk.nav.templates]] : []),
  ] as [href: string, name: string][]
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
        <Notice>{words.told[head.told]}</Notice>
      )}
      {problem !== undefined && (
        <Notice isWrong>
          {words.problems[problem] ?? signIn.problems[problem] ?? signIn.problem}
        </Notice>
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
