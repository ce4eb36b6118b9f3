import type { ReactNode } from 'react'
import { Faults } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { PageMenu } from '../../components/page-menu.tsx'
import { useSetting, useWords } from '../../setting.ts'

/** What stands around each page of one's own account. */
export function AccountFrame({
  title,
  told = '',
  problem,
  faults = {},
  children,
}: {
  title: string
  told?: string | undefined
  problem?: string | undefined
  /** What is wrong at which field: it says more than the problem does. */
  faults?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}) {
  const { account, signIn } = useWords()
  const isAtFields = Object.keys(faults).length > 0
  const here = useSetting().path.split('?')[0]
  return (
    <div className="narrow">
      <title>{`${title} · Lantaarn`}</title>
      <PageMenu
        label={account.menu}
        links={Object.entries(account.parts).map(([href, name]) => ({
          href,
          name,
          current: href === here ? 'page' : undefined,
        }))}
      />
      <h1>{title}</h1>
      {problem === undefined && Object.hasOwn(account.told, told) && (
        <Notice title={account.told[told]} />
      )}
      <Faults faults={faults} />
      {problem !== undefined && !isAtFields && (
        <Notice
          isWrong
          title={account.problems[problem] ?? signIn.problems[problem] ?? signIn.problem}
        />
      )}
      {children}
    </div>
  )
}
