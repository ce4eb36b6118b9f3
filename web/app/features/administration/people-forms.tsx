import type { Told } from '../../api/client.ts'
import { Field } from '../../components/field.tsx'
import { useWords } from '../../setting.ts'
import { type Party, RoleFields, type Typed } from './role-fields.tsx'

type Common = {
  formToken: string
  typed: Typed
  /** What is wrong, by the names of the fields. */
  faults: Readonly<Record<string, string>>
  /** Whoever has had a role here: id and name. */
  persons: readonly (readonly [string, string])[]
}

/** Two people may have one name: their address tells them apart. */
export const personIn = ({ account, name, email }: Told['Role']): string =>
  email === undefined ? name || account : `${name || account} (${email})`

export function GiveForm({ parties, ...common }: Common & { parties: readonly Party[] }) {
  const words = useWords().administration
  const { people } = words
  return (
    <section className="narrow" aria-labelledby="give">
      <h2 id="give">{people.give}</h2>
      <p>{people.giveText}</p>
      <form method="post">
        <input type="hidden" name="formToken" value={common.formToken} />
        <Person {...common} id="account" label={words.person} />
        <RoleFields parties={parties} typed={common.typed} faults={common.faults} />
        <div className="pair">
          <Field name="from" label={words.from} type="date" defaultValue={common.typed.from} />
          <Field
            name="until"
            label={words.until}
            hint={words.untilHint}
            type="date"
            defaultValue={common.typed.until}
          />
        </div>
        <button type="submit" className="button">
          {people.submit}
        </button>
      </form>
    </section>
  )
}

export function DeputyForm({ roles, ...common }: Common & { roles: readonly Told['Role'][] }) {
  const { administration: words, account } = useWords()
  const { people } = words
  return (
    <section className="narrow" aria-labelledby="stand">
      <h2 id="stand">{people.stand}</h2>
      <p>{people.standText}</p>
      <form method="post">
        <input type="hidden" name="formToken" value={common.formToken} />
        <div>
          <label htmlFor="stand-for">{people.standFor}</label>
          <select id="stand-for" name="standFor" defaultValue={common.typed.standFor}>
            {roles.map((one) => (
              <option key={one.id} value={`${one.id} ${one.role}`}>
                {`${personIn(one)}: ${account.roles[one.role]}`}
              </option>
            ))}
          </select>
        </div>
        <Person {...common} id="stand-by" label={people.standBy} />
        <div>
          <label htmlFor="stand-until">{words.until}</label>
          <input
            id="stand-until"
            name="until"
            type="date"
            required
            defaultValue={common.typed.until}
          />
        </div>
        <button type="submit" className="button">
          {people.standSubmit}
        </button>
      </form>
    </section>
  )
}

function Person({ persons, typed, id, label }: Common & { id: string; label: string }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name="account" defaultValue={typed.account}>
        {persons.map(([account, name]) => (
          <option key={account} value={account}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
