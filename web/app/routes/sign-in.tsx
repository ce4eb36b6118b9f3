import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Elsewhere } from '../components/elsewhere.tsx'
import { Faults, Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { Notice } from '../components/notice.tsx'
import { leadingTo, ownPath } from '../own-path.ts'
import { useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

/** Where nobody said where they were going. */
const HOME = '/account'

type Providers = { items: { id: string; name: string }[] }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { auth } = context.get(visitContext)
  const { searchParams } = new URL(request.url)
  const providers = await auth<Providers>('GET', '/oidc')
  return {
    next: ownPath(searchParams.get('next')),
    told: searchParams.get('told') ?? '',
    problem: searchParams.get('problem') ?? '',
    providers: providers.ok ? providers.body.items : [],
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { auth, words } = context.get(visitContext)
  const form = await readSmallForm(request)
  const next = ownPath(form.get('next'))
  const provider = textIn(form, 'provider')
  if (provider !== '') {
    const path = `/oidc/${encodeURIComponent(provider)}` as const
    const left = await auth<{ url: string }>('POST', path, { to: next ?? HOME })
    return left.ok ? { elsewhere: left.body.url } : again(left)
  }
  const address = textIn(form, 'address')
  // A password may begin or end with a blank.
  const password = String(form.get('password') ?? '')
  const faults = {
    ...(address === '' && { address: words.signIn.faults.address }),
    ...(password === '' && { password: words.signIn.faults.password }),
  }
  if (Object.keys(faults).length > 0) return data({ address, faults }, { status: 400 })
  const answer = await auth<{ next: string }>('POST', '/sign-in/password', { address, password })
  if (!answer.ok) return again(answer, address)
  const isHalf = answer.body.next === 'second-factor'
  return redirect(isHalf ? leadingTo('/sign-in/code', next) : (next ?? HOME), 303)
}

const again = ({ status, problem }: { status: number; problem: string }, address = '') =>
  data({ problem, address }, { status })

type Told = {
  elsewhere?: string
  problem?: string
  address?: string
  faults?: Record<string, string>
}

/** Where whoever works for a municipality or a party comes in. */
export default function SignInPage() {
  const { signIn } = useWords()
  const { next, told, providers, ...loaded } = useLoaderData<typeof loader>()
  const { elsewhere, address, faults = {}, ...acted } = (useActionData() ?? {}) as Told
  if (elsewhere !== undefined) return <Elsewhere url={elsewhere} />
  const desk = /^\/gm\d{4}\/desk(?=[/?]|$)/i.exec(next ?? '')?.[0]
  const problem = acted.problem ?? loaded.problem
  return (
    <div className="narrow">
      <title>{`${signIn.title} · Lantaarn`}</title>
      <h1>{signIn.title}</h1>
      {problem === '' && Object.hasOwn(signIn.told, told) && <Notice title={signIn.told[told]} />}
      {problem !== '' && (
        <Notice isWrong title={signIn.problems[problem] ?? signIn.problem}>
          {problem === 'sign-in-refused' && (
            <p>
              {signIn.refused.again} <a href="/forgotten-password">{signIn.refused.anew}</a>.
            </p>
          )}
        </Notice>
      )}
      <Faults faults={faults} />
      <p className="lead">{signIn.intro}</p>
      <form method="post" action={leadingTo('/sign-in', next)}>
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <Field
          name="address"
          label={signIn.address}
          fault={faults.address}
          type="email"
          autoComplete="username"
          maxLength={254}
          defaultValue={address}
          required
        />
        <Field
          name="password"
          label={signIn.password}
          fault={faults.password}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
        <button type="submit" className="button">
          {signIn.submit}
        </button>
      </form>
      <p className="actions">
        <a href="/forgotten-password">{signIn.forgotten}</a>
        {desk !== undefined && <a href={`${desk}/key`}>{signIn.withKey}</a>}
      </p>
      <Island name="sign-in-passkey">
        <sign-in-passkey data-next={next ?? HOME} data-failed={signIn.passkeyFailed}>
          <p className="divider">{signIn.divider}</p>
          <button type="button" className="button button--quiet" hidden>
            {signIn.passkey}
          </button>
          <p role="status" />
        </sign-in-passkey>
      </Island>
      {providers.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{signIn.or}</h2>
          {providers.map(({ id, name }) => (
            <form key={id} method="post" action={leadingTo('/sign-in', next)}>
              {next !== undefined && <input type="hidden" name="next" value={next} />}
              <button type="submit" className="button button--quiet" name="provider" value={id}>
                {name}
              </button>
            </form>
          ))}
        </section>
      )}
    </div>
  )
}
