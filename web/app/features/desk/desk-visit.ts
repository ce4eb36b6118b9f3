import type { RouterContextProvider } from 'react-router'
import { type Town, townOf, type Visit, visitContext } from '../../visit.ts'

/** A visit of the desk: who is signed in, or nobody, who is asked for the key first. */
export type DeskVisit = { visit: Visit; town: Town; formToken: string | undefined }

export function deskOf(context: Readonly<RouterContextProvider>): DeskVisit {
  const visit = context.get(visitContext)
  return { visit, town: townOf(visit), formToken: visit.session?.formToken }
}

/** What a form typed, by the names of its fields; files are of no use here. */
export type Typed = Readonly<Record<string, string>>

export async function typedIn(request: Request): Promise<Typed> {
  const form = await request.formData()
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Whether a form came from a page that this session was shown. */
export function isOurs(typed: Typed, formToken: string | undefined): boolean {
  const given = typed.csrf ?? ''
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
