import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { leadingTo, ownPath } from '../own-path.ts'
import { useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return { next: ownPath(new URL(request.url).searchParams.get('next')) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { auth, words } = context.get(visitContext)
  const form = await readSmallForm(request)
  const isRecovery = form.has('recoveryCode')
  const code = textIn(form, 'code').replaceAll(/\s/g, '')
  const recoveryCode = textIn(form, 'recoveryCode')
  const { faults } = words.signIn
  if (isRecovery ? recoveryCode === '' : !/^\d{6}$/.test(code))
    return data(
      { faults: isRecovery ? { recoveryCode: faults.recoveryCode } : { code: faults.code } },
      { status: 400 },
    )
  const given = isRecovery ? { recoveryCode } : { code }
  const answer = await auth('POST', '/sign-in/code', given)
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.status })
  return redirect(ownPath(form.get('next')) ?? '/account', 303)
}

/** The second step of whoever has a second factor. */
export default function SignInCodePage() {
  const { signIn } = useWords()
  const words = signIn.code
  const { next } = useLoaderData<typeof loader>()
  const told = (useActionData() ?? {}) as { problem?: string; faults?: Record<string, string> }
  const { problem, faults = {} } = told
  const kept = next !== undefined && <input type="hidden" name="next" value={next} />
  return (
    <div className="narrow">
      <title>{`${words.title} · Lantaarn`}</title>
      <h1>{words.title}</h1>
      {problem && <Notice isWrong title={signIn.problems[problem] ?? signIn.problem} />}
      <p className="lead">{words.intro}</p>
      <form method="post">
        {kept}
        <Field
          name="code"
          label={words.code}
          fault={faults.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
        />
        <button type="submit" className="button">
          {words.submit}
        </button>
      </form>
      <h2>{words.recoveryTitle}</h2>
      <form method="post">
        {kept}
        <Field
          name="recoveryCode"
          label={words.recovery}
          hint={words.recoveryHint}
          fault={faults.recoveryCode}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          required
        />
        <button type="submit" className="button button--quiet">
          {words.recoverySubmit}
        </button>
      </form>
      <p className="actions">
        <a href={leadingTo('/sign-in', next)}>{words.begin}</a>
      </p>
    </div>
  )
}
