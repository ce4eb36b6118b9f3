import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import type { Told } from '../api/client.ts'
import { readMe } from '../api/read-me.ts'
import { told } from '../api/told.ts'
import { Alert } from '../components/alert.tsx'
import { AccountFrame } from '../features/account/account-frame.tsx'
import { deviceIn } from '../features/account/device.ts'
import { momentIn, shortDayIn } from '../moments.ts'
import { formOf } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { me, formToken } = await readMe(visit)
  const { items: sessions } = told(await visit.api.GET('/sessions'))
  const towns = Object.fromEntries(visit.municipalities.map(({ id, name }) => [id, name]))
  const happened = new URL(request.url).searchParams.get('told') ?? ''
  return { me, formToken, sessions, towns, happened }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const form = await formOf(visit, request)
  const session = textIn(form, 'id')
  const { error, response } =
    textIn(form, 'do') === 'end-others'
      ? await visit.api.DELETE('/sessions', { params: { query: { keep: 'this' } } })
      : await visit.api.DELETE('/sessions/{session}', { params: { path: { session } } })
  if (error) return data({ problem: problemOf(error) }, { status: response.status })
  return redirect(`/account?told=${session === '' ? 'others-ended' : 'session-ended'}`, 303)
}

/** Who I am, what I may, and where I have signed in. */
export default function AccountPage() {
  const { account } = useWords()
  const { me, formToken, sessions, towns, happened } = useLoaderData<typeof loader>()
  const acted = useActionData() as { problem?: string } | undefined
  return (
    <AccountFrame title={account.title} told={happened} problem={acted?.problem}>
      <p className="lead">{account.signedInAs(me.name, me.address)}</p>
      <p className="actions">
        <a href="/sign-out">{account.signOut}</a>
      </p>
      {me.lacksSecondFactor && (
        <Alert kind="warning" title={account.lacks}>
          <p>
            <a href="/account/second-factor">{account.lacksGo}</a>
          </p>
        </Alert>
      )}
      <h2>{account.rolesTitle}</h2>
      {me.roles.length === 0 && <p>{account.noRoles}</p>}
      <ul className="rows">
        {me.roles.map((role) => (
          <RoleRow key={role.id} role={role} town={towns[role.municipality] ?? role.municipality} />
        ))}
      </ul>
      {me.allowed.map(({ municipality, actions }) => (
        <p className="actions" key={municipality}>
          {actions.includes('see-needs') && (
            <a href={`/${municipality}/desk`}>{`${account.desk}: ${towns[municipality]}`}</a>
          )}
          {actions.some((one) => ADMINISTRATION.includes(one)) && (
            <a href={`/${municipality}/administration`}>
              {`${account.administration}: ${towns[municipality]}`}
            </a>
          )}
        </p>
      ))}
      <h2>{account.sessions.title}</h2>
      <p>{sessions.length > 1 ? account.sessions.intro : account.sessions.onlyHere}</p>
      <ul className="rows">
        {sessions.map((one) => (
          <SessionRow key={one.id} one={one} formToken={formToken} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/account">
          <input type="hidden" name="formToken" value={formToken} />
          <button type="submit" className="button button--quiet" name="do" value="end-others">
            {account.sessions.endOthers}
          </button>
        </form>
      )}
      <h2>{account.deletion.heading}</h2>
      <p className="actions">
        <a href="/account/deletion">{account.deletion.title}</a>
      </p>
    </AccountFrame>
  )
}

const ADMINISTRATION: readonly string[] = ['see-roles', 'manage-keys', 'see-processing-log']

function RoleRow({ role, town }: { role: Told['HeldRole']; town: string }) {
  const { account } = useWords()
  const { locale } = useSetting()
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
  const rest = [
    role.organisation,
    role.deputyFor && account.deputy,
    role.areas && `${account.areas}: ${role.areas.join(', ')}`,
    role.upToCents && `${account.upTo} ${amount.format(role.upToCents / 100)}`,
    role.until && `${account.until} ${shortDayIn(role.until, locale)}`,
  ].filter(Boolean)
  return (
    <li className="row">
      <p className="row__title">{`${town}: ${account.roles[role.role]}`}</p>
      {rest.length > 0 && <p className="quiet">{rest.join(' · ')}</p>}
    </li>
  )
}

function SessionRow({ one, formToken }: { one: Told['Session']; formToken: string }) {
  const { sessions } = useWords().account
  const { locale } = useSetting()
  const device = deviceIn(one.device) || sessions.unknown
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">
          {device} {one.isThisOne && <span className="quiet">({sessions.thisOne})</span>}
        </p>
        <p className="quiet">
          {`${sessions.begun} ${momentIn(one.begunAt, locale)} · ${sessions.used} ${momentIn(one.lastUsedAt, locale)}`}
        </p>
      </div>
      {!one.isThisOne && (
        <form method="post" action="/account">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="id" value={one.id} />
          <button
            type="submit"
            className="button button--quiet"
            aria-label={sessions.endOf(device)}
          >
            {sessions.end}
          </button>
        </form>
      )}
    </li>
  )
}
