import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { Field } from '../components/field.tsx'
import { ownAddress } from '../features/follow/own.ts'
import { Wrong } from '../features/follow/own-parts.tsx'
import { useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

const LONGEST = 40

export function loader({ context, request }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  const number = new URL(request.url).searchParams.get('number') ?? ''
  return { town, number: number.slice(0, LONGEST) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const form = await readSmallForm(request)
  const typed = { number: textIn(form, 'number'), code: textIn(form, 'code') }
  const params = { query: { municipality: town.id } }
  const answer = await visit.api.POST('/follows', { params, body: typed })
  if (answer.data) return redirect(ownAddress(town.id, answer.data.token), 303)
  const { status } = answer.response
  return data({ typed, problem: problemOf(answer.error) }, { status: status < 500 ? status : 503 })
}

/** Asks for number and code. */
export default function FollowPage() {
  const words = useWords().followOwn
  const { town, number } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as
    | { typed: { number: string; code: string }; problem: string }
    | undefined
  return (
    <div className="report">
      <title>{`${words.followTitle} · Lantaarn`}</title>
      <h1>{words.followTitle}</h1>
      {refused && <Wrong problem={refused.problem} />}
      <p className="lead">{words.followText}</p>
      <form method="post" className="asked" action={`/${town.id}/follow`}>
        <Field
          name="number"
          label={words.number}
          required
          maxLength={LONGEST}
          autoComplete="off"
          spellCheck={false}
          placeholder={`${town.id}-26-000123`}
          defaultValue={refused?.typed.number ?? number}
        />
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          required
          maxLength={LONGEST}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={refused?.typed.code}
        />
        <p className="actions">
          <button type="submit" className="button">
            {words.show}
          </button>
        </p>
      </form>
      <details className="part">
        <summary>{words.lost}</summary>
        <p>
          {words.lostText} <a href={`/${town.id}`}>{words.lostGo}</a>.
        </p>
      </details>
    </div>
  )
}
