import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { Elsewhere } from '../components/elsewhere.tsx'
import { Faults, Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { Notice } from '../components/notice.tsx'
import { shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { type Visit, visitContext } from '../visit.ts'

const LEAST = 12
type Providers = { items: { id: string; name: string }[] }

/** The link speaks for whoever opens it, also where somebody has signed in. */
const byLink = (token: string | undefined) => ({
  headers: { authorization: `Bearer ${token ?? ''}` },
})

async function read(visit: Visit, token: string | undefined) {
  const { data: invitation, response } = await visit.api.GET('/invitation', byLink(token))
  if (invitation === undefined && response.status >= 500) throw new Response(null, { status: 503 })
  return invitation
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { token } = params
  const invitation = await read(visit, token)
  if (invitation === undefined)
    return data({ invitation, token, town: '', providers: [] }, { status: 404 })
  const providers = await visit.auth<Providers>('GET', '/oidc')
  const { municipality } = invitation
  const town = visit.municipalities.find(({ id }) => id === municipality)?.name ?? municipality
  return { invitation, token, town, providers: providers.ok ? providers.body.items : [] }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { token } = params
  const form = await readSmallForm(request)
  const name = textIn(form, 'name')
  const provider = textIn(form, 'provider')
  const password = String(form.get('password') ?? '')
  const { faults: words } = visit.words.signIn
  const faults = {
    ...(name === '' && { name: words.name }),
    ...(provider === '' && password.length < LEAST && { password: words.newPassword }),
  }
  if (Object.keys(faults).length > 0) return data({ name, faults }, { status: 400 })
  if (provider !== '') {
    const path = `/oidc/${encodeURIComponent(provider)}` as const
    const leaving = { to: '/account', invitation: token, name }
    const left = await visit.auth<{ url: string }>('POST', path, leaving)
    if (left.ok) return { elsewhere: left.body.url }
    return data({ name, problem: left.problem }, { status: left.status })
  }
  const made = await visit.api.POST('/accounts', { body: { name, password }, ...byLink(token) })
  if (made.data)
    return redirect(`/sign-in?told=${made.data.isNew ? 'account-made' : 'role-given'}`, 303)
  return data({ name, problem: problemOf(made.error) }, { status: made.response.status })
}

type Acted = {
  problem?: string
  name?: string
  faults?: Record<string, string>
  elsewhere?: string
}

/** Where whoever was invited makes an account, or gets the new role on the one that they have. */
export default function InvitationPage() {
  const { signIn, account } = useWords()
  const words = signIn.invitation
  const { locale } = useSetting()
  const { invitation, token, town, providers } = useLoaderData<typeof loader>()
  const { problem, name, faults = {}, elsewhere } = (useActionData() ?? {}) as Acted
  if (elsewhere !== undefined) return <Elsewhere url={elsewhere} />
  if (!invitation || problem === 'invitation-over') return <Over />
  const title = words.title(town)
  return (
    <div className="narrow">
      <title>{`${title} · Lantaarn`}</title>
      <h1>{title}</h1>
      {problem && <Notice isWrong title={signIn.problems[problem] ?? signIn.problem} />}
      <Faults faults={faults} />
      <p className="lead">{words.intro(account.roles[invitation.role], invitation.address)}</p>
      <p>{words.until(shortDayIn(invitation.expiresAt, locale))}</p>
      <p>{words.known}</p>
      <form method="post">
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          fault={faults.name}
          autoComplete="name"
          maxLength={120}
          defaultValue={name}
        />
        <Field
          name="password"
          label={words.password}
          hint={words.passwordHint}
          fault={faults.password}
          type="password"
          autoComplete="new-password"
          maxLength={128}
        />
        <button type="submit" className="button">
          {words.submit}
        </button>
        {providers.map((one) => (
          <button
            key={one.id}
            type="submit"
            className="button button--quiet"
            name="provider"
            value={one.id}
          >
            {one.name}
          </button>
        ))}
      </form>
      <Island name="make-passkey">
        <make-passkey
          data-token={token}
          data-next="/account"
          data-known="/sign-in?told=role-given"
          data-unfinished="/account/passkeys?failed"
          data-failed={signIn.problem}
        >
          <div hidden className="panel">
            <p className="quiet">{words.passkeyHint}</p>
            <button type="button" className="button button--quiet">
              {words.passkey}
            </button>
          </div>
          <p role="status" />
        </make-passkey>
      </Island>
    </div>
  )
}

function Over() {
  const { signIn, errors } = useWords()
  const words = signIn.invitation
  return (
    <div className="narrow">
      <title>{`${words.over} · Lantaarn`}</title>
      <h1>{words.over}</h1>
      <p className="lead">{words.overText}</p>
      <h2>{errors.next}</h2>
      <ul>
        {words.overSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="actions">
        <a className="button" href="/sign-in">
          {signIn.toSignIn}
        </a>
      </p>
    </div>
  )
}
