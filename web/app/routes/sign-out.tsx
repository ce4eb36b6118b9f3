import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
} from 'react-router'
import { formOf } from '../session.ts'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export function loader({ context }: LoaderFunctionArgs) {
  const { session } = context.get(visitContext)
  return { formToken: session?.isAccount ? session.formToken : undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  // Whoever is out already wants nothing else.
  if (visit.session?.isAccount) {
    await formOf(visit, request)
    await visit.auth('POST', '/sign-out')
  }
  return redirect('/sign-in?told=signed-out', 303)
}

/** Asks first, so that no link and no picture of another page signs anybody out. */
export default function SignOutPage() {
  const { signIn } = useWords()
  const { formToken } = useLoaderData<typeof loader>()
  return (
    <div className="narrow">
      <title>{`${signIn.out.title} · Lantaarn`}</title>
      <h1>{signIn.out.title}</h1>
      {formToken === undefined ? (
        <>
          <p className="lead">{signIn.out.not}</p>
          <p className="actions">
            <a className="button" href="/sign-in">
              {signIn.toSignIn}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{signIn.out.text}</p>
          <form method="post">
            <input type="hidden" name="formToken" value={formToken} />
            <p className="actions">
              <button type="submit" className="button">
                {signIn.out.submit}
              </button>
              <a href="/account">{signIn.out.stay}</a>
            </p>
          </form>
        </>
      )}
    </div>
  )
}
