import { Field } from '../../components/field.tsx'
import { useWords } from '../../setting.ts'

export type Party = { id: string; name: string }
export type Typed = Readonly<Record<string, string>>

/** What a role is of: of whom it is given to, and of whom is invited to it, alike. */
export function RoleFields({
  parties,
  typed,
  faults,
}: {
  parties: readonly Party[]
  typed: Typed
  faults: Readonly<Record<string, string>>
}) {
  const { administration: words, account } = useWords()
  return (
    <>
      <div className="pair">
        <Field name="role" label={words.role} fault={faults.role}>
          {(about) => (
            <select name="role" defaultValue={typed.role ?? 'desk'} {...about}>
              {Object.entries(account.roles).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="organisation" label={words.organisation} fault={faults.organisation}>
          {(about) => (
            <select name="organisation" defaultValue={typed.organisation ?? ''} {...about}>
              <option value="">{words.none}</option>
              {parties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="pair">
        <Field
          name="areas"
          label={words.areas}
          hint={words.areasHint}
          fault={faults.areas}
          maxLength={2000}
          defaultValue={typed.areas}
        />
        <Field
          name="upTo"
          label={words.upTo}
          fault={faults.upTo}
          inputMode="numeric"
          maxLength={10}
          defaultValue={typed.upTo}
        />
      </div>
    </>
  )
}
