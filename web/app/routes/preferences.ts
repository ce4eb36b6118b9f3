import { type ActionFunctionArgs, redirect } from 'react-router'
import { ownPath } from '../own-path.ts'
import { cookiesOfPreferences, preferencesIn } from '../preferences.ts'
import { readSmallForm } from '../small-form.ts'
import { visitContext } from '../visit.ts'

/** Keeps how somebody wants to read, and leads back to where they were; a form, so that it needs no script. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { origin } = context.get(visitContext)
  const form = await readSmallForm(request)
  const to = URL.parse(String(form.get('to') ?? ''), origin)
  // Only to a page of ours; and a language in the address would win over the one that was just chosen.
  const back = to?.origin === origin ? to : new URL('/', origin)
  back.searchParams.delete('lang')
  const headers = new Headers()
  for (const cookie of cookiesOfPreferences(preferencesIn(form), origin))
    headers.append('set-cookie', cookie)
  // A path may begin with two slashes, once its dots are gone: as an address that is another host.
  return redirect(ownPath(`${back.pathname}${back.search}`) ?? '/', { status: 303, headers })
}

export function loader() {
  return redirect('/')
}
