import { Field } from '../../components/field.tsx'
import { useWords } from '../../setting.ts'

export type Party = { id: string; name: string }
export type Typed = Readonly<Record<string, string>>

/**
 * What a role is of: of whom it is given to, and of whom is invited to it, alike. Only what the chosen role takes is in
 * sight; in a browser that does not know `:has`, all of it.
 */
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
    <div className="role-fields">
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
      <div className="role-fields__organisation">
        <Field
          name="organisation"
          label={words.organisation}
          hint={words.organisationHint}
          fault={faults.organisation}
        >
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
      <div className="role-fields__areas">
        <Field
          name="areas"
          label={words.areas}
          hint={words.areasHint}
          fault={faults.areas}
          maxLength={2000}
          defaultValue={typed.areas}
        />
      </div>
      <div className="role-fields__amount">
        <Field
          name="upTo"
          label={words.upTo}
          hint={words.upToHint}
          fault={faults.upTo}
          inputMode="numeric"
          maxLength={10}
          defaultValue={typed.upTo}
        />
      </div>
    </div>
  )
}
