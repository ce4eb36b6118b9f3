import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Faults, Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { useWords } from '../setting.ts'
import { readSmallForm } from '../small-form.ts'
import { visitContext } from '../visit.ts'

const LEAST = 12

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { auth } = context.get(visitContext)
  const answer = await auth('GET', `/new-password/${encodeURIComponent(params.token ?? '')}`)
  return data({ isOpen: answer.ok }, { status: answer.ok ? 200 : 404 })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { auth, words } = context.get(visitContext)
  const form = await readSmallForm(request)
  const password = String(form.get('password') ?? '')
  const faults = {
    ...(password.length < LEAST && { password: words.signIn.faults.newPassword }),
    ...(form.get('repeated') !== password && { repeated: words.signIn.faults.repeated }),
  }
  if (Object.keys(faults).length > 0) return data({ faults }, { status: 400 })
  const answer = await auth('POST', '/new-password', { token: params.token, password })
  if (answer.ok) return redirect('/sign-in?told=password-set', 303)
  return data({ problem: answer.problem }, { status: answer.status })
}

/** Where the link of the mail leads: a look changes nothing, for scanners of mail open links, too. */
export default function NewPasswordPage() {
  const { signIn } = useWords()
  const words = signIn.forgottenPassword
  const { isOpen } = useLoaderData<typeof loader>()
  const acted = (useActionData() ?? {}) as { problem?: string; faults?: Record<string, string> }
  const { problem, faults = {} } = acted
  const title = isOpen ? words.choose : words.over
  return (
    <div className="narrow">
      <title>{`${title} · Lantaarn`}</title>
      <h1>{title}</h1>
      {isOpen && problem && <Notice isWrong title={signIn.problems[problem] ?? signIn.problem} />}
      {isOpen && <Faults faults={faults} />}
      <p className="lead">{isOpen ? words.chooseText : words.overText}</p>
      {isOpen ? (
        <form method="post">
          <Field
            name="password"
            label={words.password}
            hint={signIn.invitation.passwordHint}
            fault={faults.password}
            type="password"
            autoComplete="new-password"
            maxLength={128}
            required
          />
          <Field
            name="repeated"
            label={words.repeated}
            fault={faults.repeated}
            type="password"
            autoComplete="new-password"
            maxLength={128}
            required
          />
          <button type="submit" className="button">
            {words.save}
          </button>
        </form>
      ) : (
        <p className="actions">
          <a className="button" href="/forgotten-password">
            {words.anew}
          </a>
        </p>
      )}
    </div>
  )
}
