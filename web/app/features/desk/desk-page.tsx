import type { ReactNode } from 'react'
import { useSetting, useWords } from '../../setting.ts'
import type { Typed } from './desk-visit.ts'

const LINKS = ['today', 'intake', 'list', 'moderation', 'duty', 'templates'] as const
const BELOW: Record<(typeof LINKS)[number], string> = {
  today: 'today',
  intake: 'intake',
  list: 'cases',
  moderation: 'moderation',
  duty: 'duty',
  templates: 'templates',
}

type Props = {
  title: string
  formToken: string
  told?: string | undefined
  problem?: string | undefined
  children: ReactNode
}

/** What stands around each page of the desk: where to go, and what came of what was just done. */
export function DeskPage({ title, formToken, told, problem, children }: Props) {
  const { desk } = useWords()
  const { town, path } = useSetting()
  const here = path.split('?')[0]
  return (
    <div className="desk">
      <title>{`${title} · ${desk.title(town?.name ?? '')}`}</title>
      <div className="desk__bar">
        <nav aria-label={desk.menu}>
          <ul className="desk__links">
            {LINKS.map((one) => {
              const href = `/${town?.id}/desk/${BELOW[one]}`
              return (
                <li key={one}>
                  <a href={href} aria-current={here === href ? 'page' : undefined}>
                    {desk.nav[one]}
                  </a>
                </li>
              )
            })}
          </ul>
        </nav>
        <form method="post" action={`/${town?.id}/desk/sign-out`}>
          <input type="hidden" name="csrf" value={formToken} />
          <button type="submit" className="link-button">
            {desk.signOut}
          </button>
        </form>
      </div>
      <Notice told={told} problem={problem} />
      {children}
    </div>
  )
}

function Notice({ told, problem }: Pick<Props, 'told' | 'problem'>) {
  const { desk } = useWords()
  if (problem !== undefined)
    return (
      <div role="alert" className="notice notice--wrong">
        <strong>{desk.wrong}.</strong> {desk.problems[problem] ?? desk.otherProblem}
      </div>
    )
  const text = told === undefined ? undefined : desk.told[told]
  if (text === undefined) return null
  return (
    <div role="status" className="notice">
      {text}
    </div>
  )
}

/** What can be typed again without harm; the rest of a form is of no use outside it. */
const KEPT = ['remark', 'why', 'reply', 'danger', 'lowering', 'text', 'description']

type SignInProps = { told?: string | undefined; problem?: string | undefined; typed?: Typed }

/** Asks for the key of the desk. What a session that ended had typed is given back to be copied. */
export function SignIn({ told, problem, typed = {} }: SignInProps) {
  const { desk } = useWords()
  const { town } = useSetting()
  return (
    <>
      <title>{desk.signInTitle(town?.name ?? '')}</title>
      <Notice told={told} problem={problem} />
      <h1>{desk.signInTitle(town?.name ?? '')}</h1>
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
      {KEPT.map((name) => typed[name] && <blockquote key={name}>{typed[name]}</blockquote>)}
    </>
  )
}
