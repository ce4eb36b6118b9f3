import { data, redirect } from 'react-router'
import { leadingTo, ownPath } from './own-path.ts'
import { readSmallForm } from './small-form.ts'
import type { Visit } from './visit.ts'

type Session = NonNullable<Visit['session']>

/** Whoever has signed in with an account; anybody else is led to where they can, and back. */
export function signedIn(visit: Visit): Session {
  if (visit.session?.isAccount) return visit.session
  throw redirect(leadingTo('/sign-in', ownPath(visit.path)), 303)
}

/** What a page says when a form came and nobody is signed in (any more): what was typed is given back. */
export type EndedForm = { ended: true; next?: string; kept: string[] }

/** Never given back on a page. */
const SECRET = /password|code|token|key/i

/**
 * The form of whoever has signed in. Where the session ended meanwhile, or the form is not of this session, it throws
 * a page that says what to do and keeps what was typed, save for secrets.
 */
export async function formOf(visit: Visit, request: Request): Promise<FormData> {
  const form = await readSmallForm(request)
  const { session } = visit
  if (session !== undefined && isSame(String(form.get('formToken') ?? ''), session.formToken))
    return form
  throw ended(visit, form)
}

/** The page of a form that came too late. */
export function ended({ path }: Visit, form: FormData): ReturnType<typeof data<EndedForm>> {
  const kept = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !SECRET.test(name) && isTyped(name)
      ? [value]
      : [],
  )
  const next = ownPath(path)
  return data({ ended: true, ...(next !== undefined && { next }), kept }, { status: 401 })
}

/** What people choose or type, and not what a form carries along. */
const isTyped = (name: string) => !/^(do|id|account|role|formToken)$/.test(name)

function isSame(given: string, expected: string): boolean {
  if (given.length !== expected.length) return false
  let difference = 0
  for (let i = 0; i < given.length; i++) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i)
  return difference === 0
}
