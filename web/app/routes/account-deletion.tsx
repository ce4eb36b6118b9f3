import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { readMe } from '../api/read-me.ts'
import { Field } from '../components/field.tsx'
import { AccountFrame } from '../features/account/account-frame.tsx'
import { useFieldFaults } from '../features/account/field-faults.ts'
import { formOf } from '../session.ts'
import { useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { me, formToken } = await readMe(context.get(visitContext))
  return { formToken, hasSecondFactor: me.secondFactor, address: me.address }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const form = await formOf(visit, request)
  const password = String(form.get('password') ?? '')
  const code = textIn(form, 'code').replaceAll(' ', '')
  const isCode = /^\d{6}$/.test(code)
  const answer = await visit.auth('POST', '/account/deletion', {
    ...(password !== '' && { password }),
    ...(isCode ? { code } : code !== '' && { recoveryCode: code }),
  })
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.status })
  return redirect('/sign-in?told=deleted', 303)
}

/** Takes the account away, and says before what stays and what goes. */
export default function AccountDeletionPage() {
  const words = useWords().account.deletion
  const { formToken, hasSecondFactor, address } = useLoaderData<typeof loader>()
  const acted = useActionData() as { problem?: string } | undefined
  const faults = useFieldFaults(acted?.problem)
  return (
    <AccountFrame title={words.title} problem={acted?.problem} faults={faults}>
      <p className="lead">{words.intro(address)}</p>
      <ul>
        <li>{words.goes}</li>
        <li>{words.stays}</li>
        <li>{words.noWayBack}</li>
      </ul>
      <form method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <Field
          name="password"
          label={words.password}
          hint={words.passwordHint}
          fault={faults.password}
          type="password"
          autoComplete="current-password"
          maxLength={128}
        />
        {hasSecondFactor && (
          <Field
            name="code"
            label={words.code}
            hint={words.codeHint}
            fault={faults.code}
            autoComplete="one-time-code"
            maxLength={40}
            required
          />
        )}
        <p className="actions">
          <button type="submit" className="button button--danger">
            {words.submit}
          </button>
          <a href="/account">{words.not}</a>
        </p>
      </form>
    </AccountFrame>
  )
}
