import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Field } from '../components/field.tsx'
import { AccountFrame } from '../features/account/account-frame.tsx'
import { useFieldFaults } from '../features/account/field-faults.ts'
import { formOf, signedIn } from '../session.ts'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

const LEAST = 12

export function loader({ context }: LoaderFunctionArgs) {
  return { formToken: signedIn(context.get(visitContext)).formToken }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const form = await formOf(visit, request)
  const password = String(form.get('password') ?? '')
  const newPassword = String(form.get('newPassword') ?? '')
  const { faults: words } = visit.words.signIn
  const faults = {
    ...(password === '' && { password: words.password }),
    ...(newPassword.length < LEAST && { newPassword: words.newPassword }),
  }
  if (Object.keys(faults).length > 0) return data({ faults }, { status: 400 })
  const answer = await visit.auth('POST', '/password', { password, newPassword })
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.status })
  return redirect('/account?told=password-changed', 303)
}

export default function AccountPasswordPage() {
  const words = useWords().account.password
  const { formToken } = useLoaderData<typeof loader>()
  const acted = (useActionData() ?? {}) as { problem?: string; faults?: Record<string, string> }
  const { problem } = acted
  const refused = useFieldFaults(problem)
  const faults = acted.faults ?? refused
  return (
    <AccountFrame title={words.title} problem={problem} faults={faults}>
      <p className="lead">{words.intro}</p>
      <form method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <Field
          name="password"
          label={words.current}
          fault={faults.password}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
        <Field
          name="newPassword"
          label={words.chosen}
          hint={words.hint}
          fault={faults.newPassword}
          type="password"
          autoComplete="new-password"
          minLength={LEAST}
          maxLength={128}
          required
        />
        <button type="submit" className="button">
          {words.submit}
        </button>
      </form>
      <p className="actions">
        {words.none} <a href="/forgotten-password">{words.byMail}</a>
      </p>
    </AccountFrame>
  )
}
