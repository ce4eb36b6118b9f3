import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { told } from '../api/told.ts'
import { Field } from '../components/field.tsx'
import { AdministrationFrame, More } from '../features/administration/administration-frame.tsx'
import { enter } from '../features/administration/entry.ts'
import { faultsOfRole } from '../features/administration/role-faults.ts'
import { RoleFields, type Typed } from '../features/administration/role-fields.tsx'
import { roleIn, typedIn } from '../features/administration/role-in-form.ts'
import { shortDayIn } from '../moments.ts'
import { formOf } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, formToken, cursor, query } = await enter(visit, 'invitations')
  const own = { params: { query: { ...query, ...(cursor && { cursor }) } } }
  const invitations = told(await visit.api.GET('/invitations', own))
  const { items } = told(await visit.api.GET('/parties', { params: { query } }))
  return { head, formToken, invitations, parties: items.map(({ id, name }) => ({ id, name })) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const form = await formOf(visit, request)
  const query = { municipality }
  const here = `/${municipality}/administration/invitations`
  const isWithdrawal = textIn(form, 'do') === 'withdraw'
  const path = { invitation: textIn(form, 'id') }
  const body = { ...roleIn(form), address: textIn(form, 'address') }
  const { error, response } = isWithdrawal
    ? await visit.api.DELETE('/invitations/{invitation}', { params: { path, query } })
    : await visit.api.POST('/invitations', { body, params: { query } })
  if (!error) return redirect(`${here}?told=${isWithdrawal ? 'withdrawn' : 'invited'}`, 303)
  return data({ problem: problemOf(error), typed: typedIn(form) }, { status: response.status })
}

/** Who was invited and has not come, and inviting others. */
export default function InvitationsPage() {
  const { administration: words, account } = useWords()
  const { invitations: own } = words
  const { locale } = useSetting()
  const { head, formToken, invitations, parties } = useLoaderData<typeof loader>()
  const acted = (useActionData() ?? {}) as { problem?: string; typed?: Typed }
  const { problem, typed = {} } = acted
  const ofRole = faultsOfRole(acted, words, account.roles)
  const isOfAddress = problem === 'input-invalid' && Object.keys(ofRole).length === 0
  const faults = isOfAddress ? { address: own.addressFault } : ofRole
  return (
    <AdministrationFrame title={own.title} head={head} problem={problem} faults={faults}>
      {invitations.items.length === 0 && <p className="lead">{own.none}</p>}
      <ul className="rows">
        {invitations.items.map((one) => (
          <li key={one.id} className="row row__head">
            <div>
              <p className="row__title">{one.address}</p>
              <p className="quiet">
                {`${account.roles[one.role]} · ${
                  one.isOver ? own.over : `${own.until} ${shortDayIn(one.expiresAt, locale)}`
                }`}
              </p>
            </div>
            <form method="post">
              <input type="hidden" name="formToken" value={formToken} />
              <input type="hidden" name="id" value={one.id} />
              <button
                type="submit"
                className="button button--quiet button--ending"
                name="do"
                value="withdraw"
                aria-label={own.withdrawOf(one.address)}
              >
                {own.withdraw}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <More next={invitations.next} />
      <section className="narrow" aria-labelledby="invite">
        <h2 id="invite">{own.invite}</h2>
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <Field
            name="address"
            label={own.address}
            type="email"
            autoComplete="off"
            maxLength={254}
            defaultValue={typed.address}
            fault={faults.address}
            required
          />
          <RoleFields parties={parties} typed={typed} faults={faults} />
          <Field
            name="until"
            label={words.until}
            hint={words.untilHint}
            type="date"
            defaultValue={typed.until}
          />
          <button type="submit" className="button">
            {own.submit}
          </button>
        </form>
      </section>
    </AdministrationFrame>
  )
}
