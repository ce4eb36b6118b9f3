import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { AccountFrame } from '../features/account/account-frame.tsx'
import { shortDayIn } from '../moments.ts'
import { formOf, signedIn } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

type Passkeys = { items: { id: string; name: string; createdAt?: string }[] }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { formToken } = signedIn(visit)
  const answer = await visit.auth<Passkeys>('GET', '/passkeys')
  if (!answer.ok) throw new Response(null, { status: 503 })
  const { searchParams } = new URL(request.url)
  const problem = searchParams.has('failed') ? 'passkey-refused' : undefined
  return { formToken, passkeys: answer.body.items, told: searchParams.get('told') ?? '', problem }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const form = await formOf(visit, request)
  const id = textIn(form, 'id')
  if (!/^[0-9a-f-]{36}$/.test(id)) return data({ problem: 'passkey-refused' }, { status: 400 })
  const answer = await visit.auth('DELETE', `/passkeys/${id}`)
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.status })
  return redirect('/account/passkeys?told=passkey-removed', 303)
}

export default function PasskeysPage() {
  const { account } = useWords()
  const words = account.passkeys
  const { locale } = useSetting()
  const { formToken, passkeys, told, ...loaded } = useLoaderData<typeof loader>()
  const acted = useActionData() as { problem?: string } | undefined
  return (
    <AccountFrame title={words.title} told={told} problem={acted?.problem ?? loaded.problem}>
      <p className="lead">{words.intro}</p>
      {passkeys.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="row row__head">
            <div>
              <p className="row__title">{name || words.nameless}</p>
              {createdAt && (
                <p className="quiet">{`${words.made} ${shortDayIn(createdAt, locale)}`}</p>
              )}
            </div>
            <form method="post" action="/account/passkeys">
              <input type="hidden" name="formToken" value={formToken} />
              <input type="hidden" name="id" value={id} />
              <button
                type="submit"
                className="button button--quiet"
                aria-label={words.removeOf(name || words.nameless)}
              >
                {words.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <Island name="make-passkey">
        <make-passkey data-next="/account/passkeys?told=passkey-made" data-failed={words.failed}>
          <div hidden className="panel">
            <Field name="name" label={words.name} hint={words.nameHint} maxLength={60} />
            <button type="button" className="button">
              {words.add}
            </button>
          </div>
          <p role="status" />
        </make-passkey>
      </Island>
    </AccountFrame>
  )
}
