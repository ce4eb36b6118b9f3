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
import { told } from '../api/told.ts'
import { AdministrationFrame, More } from '../features/administration/administration-frame.tsx'
import { beginOf } from '../features/administration/days.ts'
import { enter } from '../features/administration/entry.ts'
import { DeputyForm, GiveForm, personIn } from '../features/administration/people-forms.tsx'
import { faultsOfRole } from '../features/administration/role-faults.ts'
import type { Typed } from '../features/administration/role-fields.tsx'
import { roleIn, typedIn } from '../features/administration/role-in-form.ts'
import { shortDayIn } from '../moments.ts'
import { formOf } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, formToken, may, cursor, query } = await enter(visit, 'people')
  const own = { params: { query: { ...query, limit: 200, ...(cursor && { cursor }) } } }
  const roles = told(await visit.api.GET('/roles', own))
  const { items } = told(await visit.api.GET('/parties', { params: { query } }))
  const parties = items.map(({ id, name }) => ({ id, name }))
  return { head, formToken, roles, parties, now_ms: visit.now_ms, mayGrant: may('grant-roles') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const form = await formOf(visit, request)
  const query = { municipality }
  const here = `/${municipality}/administration/people`
  const again = (error: unknown, status: number) =>
    data({ problem: problemOf(error), typed: typedIn(form) }, { status })
  if (textIn(form, 'do') === 'end') {
    const path = { role: textIn(form, 'id') }
    const ended = await visit.api.DELETE('/roles/{role}', { params: { path, query } })
    if (ended.error) return again(ended.error, ended.response.status)
    return redirect(`${here}?told=ended`, 303)
  }
  const from = beginOf(textIn(form, 'from'))
  // A deputy is of a role that there is: its id and its name come together.
  const [deputyFor, role] = textIn(form, 'standFor').split(' ')
  const body = {
    ...roleIn(form),
    account: textIn(form, 'account'),
    ...(from !== undefined && { from }),
    ...(deputyFor && role && { deputyFor, role: role as Told['NewRole']['role'] }),
  }
  const given = await visit.api.POST('/roles', { body, params: { query } })
  if (given.error) return again(given.error, given.response.status)
  return redirect(`${here}?told=given`, 303)
}

/** Who has which role here, and giving and ending them. */
export default function PeoplePage() {
  const { administration: words, account } = useWords()
  const { people } = words
  const { head, formToken, roles, parties, now_ms, mayGrant } = useLoaderData<typeof loader>()
  const acted = (useActionData() ?? {}) as { problem?: string; typed?: Typed }
  const { problem, typed = {} } = acted
  const inForce = roles.items.filter(
    ({ endedAt, until }) => !endedAt && (until === undefined || Date.parse(until) > now_ms),
  )
  const persons = new Map(roles.items.map((one) => [one.account, personIn(one)]))
  const faults = faultsOfRole(acted, words, account.roles)
  const common = { formToken, typed, faults, persons: [...persons] }
  return (
    <AdministrationFrame title={people.title} head={head} problem={problem} faults={faults}>
      <ul className="rows">
        {[...roles.items]
          .sort(
            (one, other) =>
              Number(inForce.includes(other)) - Number(inForce.includes(one)) ||
              one.name.localeCompare(other.name),
          )
          .map((role) => (
            <RoleRow
              key={role.id}
              role={role}
              formToken={mayGrant && inForce.includes(role) ? formToken : undefined}
            />
          ))}
      </ul>
      <More next={roles.next} />
      {mayGrant && <GiveForm {...common} parties={parties} />}
      {mayGrant && <DeputyForm {...common} roles={inForce.filter(({ deputyFor }) => !deputyFor)} />}
    </AdministrationFrame>
  )
}

function RoleRow({ role, formToken }: { role: Told['Role']; formToken: string | undefined }) {
  const { administration: words, account } = useWords()
  const { locale } = useSetting()
  const { people } = words
  const name = role.name || people.nameless
  const called = account.roles[role.role]
  const [given, from] = [role.grantedAt, role.from].map((at) => shortDayIn(at, locale))
  const rest = [
    role.email,
    role.deputyFor && people.deputy,
    role.organisation,
    role.areas?.join(', '),
    role.upToCents && `€ ${role.upToCents / 100}`,
    `${people.wasGiven} ${given}`,
    from !== given && `${words.from.toLowerCase()} ${from}`,
    role.until &&
      `${words.until.toLowerCase()} ${shortDayIn(new Date(Date.parse(role.until) - 1).toISOString(), locale)}`,
    role.endedAt && `${people.hasEnded} ${shortDayIn(role.endedAt, locale)}`,
  ].filter(Boolean)
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">{`${name}: ${called}`}</p>
        <p className="quiet">{rest.join(' · ')}</p>
      </div>
      {formToken && (
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="id" value={role.id} />
          <button
            type="submit"
            className="button button--quiet button--ending"
            name="do"
            value="end"
            aria-label={people.endOf(called, name)}
          >
            {people.end}
          </button>
        </form>
      )}
    </li>
  )
}
