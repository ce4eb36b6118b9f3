import { type ActionFunctionArgs, data, useActionData } from 'react-router'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

export async function action({ context, request }: ActionFunctionArgs) {
  const { auth, words } = context.get(visitContext)
  const address = textIn(await readSmallForm(request), 'address')
  if (address === '') return data({ fault: words.signIn.faults.address }, { status: 400 })
  const answer = await auth('POST', '/forgotten-password', { address })
  if (answer.ok) return { isSent: true }
  return data({ problem: answer.problem, address }, { status: answer.status })
}

type Acted = { isSent?: boolean; problem?: string; fault?: string; address?: string }

/** Asks for the link to a new password; what it answers is the same whoever has an account. */
export default function ForgottenPasswordPage() {
  const { signIn } = useWords()
  const words = signIn.forgottenPassword
  const { isSent, problem, fault, address } = (useActionData() ?? {}) as Acted
  const title = isSent ? words.sent : words.title
  return (
    <div className="narrow">
      <title>{`${title} · Lantaarn`}</title>
      <h1>{title}</h1>
      {!isSent && problem && <Notice isWrong title={signIn.problems[problem] ?? signIn.problem} />}
      {isSent ? (
        <>
          <p className="lead">{words.sentText}</p>
          <p>{words.sentNot}</p>
        </>
      ) : (
        <>
          <p className="lead">{words.intro}</p>
          <form method="post">
            <Field
              name="address"
              label={signIn.address}
              fault={fault}
              type="email"
              autoComplete="username"
              maxLength={254}
              defaultValue={address}
              required
            />
            <button type="submit" className="button">
              {words.submit}
            </button>
          </form>
        </>
      )}
      <p className="actions">
        <a href="/sign-in">{signIn.toSignIn}</a>
      </p>
    </div>
  )
}
