import type { ReactNode } from 'react'
import { Notice } from '../../components/notice.tsx'
import { useSetting, useWords } from '../../setting.ts'

/** What stands around each page of one's own account. */
export function AccountFrame({
  title,
  told = '',
  problem,
  children,
}: {
  title: string
  told?: string | undefined
  problem?: string | undefined
  children: ReactNode
}) {
  const { account, signIn } = useWords()
  const here = useSetting().path.split('?')[0]
  return (
    <div className="narrow">
      <title>{`${title} · Lantaarn`}</title>
      <nav aria-label={account.menu}>
        <ul className="subnav">
          {Object.entries(account.parts).map(([href, name]) => (
            <li key={href}>
              <a href={href} aria-current={href === here ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {problem === undefined && Object.hasOwn(account.told, told) && (
        <Notice>{account.told[told]}</Notice>
      )}
      {problem !== undefined && (
        <Notice isWrong>
          {account.problems[problem] ?? signIn.problems[problem] ?? signIn.problem}
        </Notice>
      )}
      {children}
    </div>
  )
}
