import { data, type RouterContextProvider, redirect } from 'react-router'
import { readMe } from '../../api/read-me.ts'
import type { ClosedDesk } from '../../components/closed-desk-page.tsx'
import { leadingTo, ownPath } from '../../own-path.ts'
import { ended } from '../../session.ts'
import { readSmallForm } from '../../small-form.ts'
import { type Town, townOf, type Visit, visitContext } from '../../visit.ts'
import { opens, PARTS, type Part, type Seat } from './seat.ts'

/** A visit of the desk: by whoever has signed in, or by nobody. */
export type DeskVisit = { visit: Visit; town: Town; formToken: string | undefined }

export function deskOf(context: Readonly<RouterContextProvider>): DeskVisit {
  const visit = context.get(visitContext)
  return { visit, town: townOf(visit), formToken: visit.session?.formToken }
}

/**
 * Who sits at the desk. Whoever has not signed in is led to where they can, and back; whose roles do not open this
 * part reads so.
 */
export async function enterDesk(context: Readonly<RouterContextProvider>, part?: Part) {
  const { visit, town, formToken } = deskOf(context)
  if (formToken === undefined) throw toSignIn(visit)
  if (!visit.session?.isAccount) return { visit, town, formToken, seat: { isAccount: false } }
  const { me } = await readMe(visit)
  const actions = me.allowed.find(({ municipality }) => municipality === town.id)?.actions ?? []
  const seat: Seat = { isAccount: true, actions }
  const open = LINKED.filter((one) => opens(seat, one))
  if (part === undefined ? open.length > 0 : opens(seat, part))
    return { visit, town, formToken, seat, first: open[0] }
  const closed: ClosedDesk = { closedDesk: open, lacksSecondFactor: me.lacksSecondFactor }
  throw data(closed, { status: 403 })
}

const LINKED = (Object.keys(PARTS) as Part[]).filter((one) => one !== 'reporters')

function toSignIn(visit: Visit): Response {
  return redirect(leadingTo('/sign-in', ownPath(visit.path)), 303)
}

/** A key that was revoked meanwhile is asked for anew. */
export function stillIn({ visit, town }: Pick<DeskVisit, 'visit' | 'town'>, response: Response) {
  if (response.status !== 401) return
  throw visit.session?.isAccount ? toSignIn(visit) : redirect(`/${town.id}/desk/key`, 303)
}

/** What a form typed, by the names of its fields; files are of no use here. */
export type Typed = Readonly<Record<string, string>>

export async function typedIn(request: Request): Promise<Typed> {
  const form = await readSmallForm(request)
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** What can be typed again without harm; the rest of a form is of no use outside it. */
const KEPT = ['remark', 'why', 'reply', 'danger', 'lowering', 'text', 'description']

/** The page of a form whose session ended before it came: what was written is given back to be copied. */
export function deskEnded(visit: Visit, typed: Typed) {
  const form = new FormData()
  for (const name of KEPT) if (typed[name]) form.set(name, typed[name])
  return ended(visit, form)
}

/** Whether a form came from a page that this session was shown. */
export function isOurs(typed: Typed, formToken: string | undefined): boolean {
  const given = typed.formToken ?? ''
  if (formToken === undefined || given.length !== formToken.length) return false
  let differs = 0
  for (let i = 0; i < given.length; i++) differs |= given.charCodeAt(i) ^ formToken.charCodeAt(i)
  return differs === 0
}

/** What the API refused, by the name of the problem. */
export type Refusal = { problem: string; status: number }

export function refusalOf(response: Response, error: unknown): Refusal {
  const type = (error as { type?: string } | undefined)?.type ?? ''
  const problem = type.startsWith('/problems/') ? type.slice('/problems/'.length) : 'fault'
  return { problem, status: response.status }
}
