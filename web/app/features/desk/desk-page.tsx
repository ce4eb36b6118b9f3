import type { ReactNode } from 'react'
import { PageMenu } from '../../components/page-menu.tsx'
import { useSetting, useWords } from '../../setting.ts'
import { Outcome } from './outcome.tsx'
import { opens, type Seat, SeatProvider } from './seat.ts'

const LINKS = ['today', 'intake', 'list', 'moderation', 'duty', 'wrongful', 'templates'] as const
const BELOW: Record<(typeof LINKS)[number], string> = {
  today: 'today',
  intake: 'intake',
  list: 'cases',
  moderation: 'moderation',
  duty: 'duty',
  wrongful: 'wrongful',
  templates: 'templates',
}

type Props = {
  title: string
  formToken: string
  seat: Seat
  children: ReactNode
}

/** What stands around each page of the desk: where to go. */
export function DeskPage({ title, formToken, seat, children }: Props) {
  const { desk } = useWords()
  const { town, path } = useSetting()
  const here = path.split('?')[0] ?? ''
  const links = LINKS.filter((one) => opens(seat, one === 'list' ? 'cases' : one))
  return (
    <div className="desk">
      <title>{`${title} · ${desk.title(town?.name ?? '')}`}</title>
      <PageMenu
        label={desk.menu}
        links={links.map((one) => {
          const href = `/${town?.id}/desk/${BELOW[one]}`
          return { href, name: desk.nav[one], current: currentOf(here, href) }
        })}
      >
        <form method="post" action={seat.isAccount ? '/sign-out' : `/${town?.id}/desk/sign-out`}>
          <input type="hidden" name="formToken" value={formToken} />
          <button type="submit" className="link-button">
            {desk.signOut}
          </button>
        </form>
      </PageMenu>
      <SeatProvider value={seat}>{children}</SeatProvider>
    </div>
  )
}

/** The page itself, or one below it. */
function currentOf(here: string, href: string): 'page' | 'true' | undefined {
  if (here === href) return 'page'
  return here.startsWith(`${href}/`) ? 'true' : undefined
}

/** Asks for the key of the desk. */
export function SignIn({
  told,
  problem,
}: {
  told: string | undefined
  problem: string | undefined
}) {
  const { desk } = useWords()
  const { town } = useSetting()
  return (
    <>
      <title>{desk.signInTitle(town?.name ?? '')}</title>
      <h1>{desk.signInTitle(town?.name ?? '')}</h1>
      <Outcome told={told} problem={problem} />
      <p className="lead">{desk.signInText}</p>
      <form className="panel panel--narrow" method="post" action={`/${town?.id}/desk/sign-in`}>
        <label htmlFor="key">{desk.key}</label>
        <p className="quiet" id="key-hint">
          {desk.keyHint}
        </p>
        <input
          id="key"
          name="key"
          type="password"
          required
          autoComplete="current-password"
          spellCheck={false}
          maxLength={200}
          aria-describedby="key-hint"
        />
        <button type="submit" className="button">
          {desk.signIn}
        </button>
      </form>
    </>
  )
}
