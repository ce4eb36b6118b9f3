import { useSetting, useWords } from '../../setting.ts'
import { Part } from './acts.tsx'
import type { Typed } from './desk-visit.ts'
import { CaseForm, TextField } from './fields.tsx'
import type { CaseRead } from './read-case.ts'
import { Report } from './words-and-photos.tsx'

type Props = { read: CaseRead; formToken: string; typed: Typed }
type Reporter = CaseRead['reporters'][number]
type Contact = NonNullable<Reporter['contact']>

function nameOf({ firstName, lastName }: Contact): string {
  return [firstName, lastName].filter(Boolean).join(' ')
}

/** How somebody is reached, as far as they told. */
export function ContactLine({ contact }: { contact: Contact | undefined }) {
  const { desk } = useWords()
  const { phone, email, postalAddress } = contact ?? {}
  const name = contact ? nameOf(contact) : ''
  const ways = [
    phone && (
      <a key="phone" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
        {phone}
      </a>
    ),
    email && (
      <a key="email" href={`mailto:${email}`}>
        {email}
      </a>
    ),
    postalAddress && <span key="address">{postalAddress}</span>,
  ].filter(Boolean)
  if (name === '' && ways.length === 0) return <span>{desk.reporters.anonymous}</span>
  return (
    <span className="contact">
      {name && <strong>{name}</strong>}
      {ways}
    </span>
  )
}

/** Each report with who sent it: what they wrote, what else they reported, and whom they deal with. */
export function Reporters({ read, formToken, typed }: Props) {
  const { desk } = useWords()
  const { one, reporters } = read
  const { descriptions = [] } = one
  const canSplit = one.status === 'open' && one.kind === 'fault' && descriptions.length > 1
  return (
    <section aria-labelledby="reporters">
      <h2 id="reporters">{desk.whatWasWritten}</h2>
      {descriptions.map((said) => {
        const reporter = reporters.find(({ signal }) => signal === said.signal)
        return (
          <Report key={said.signal} one={one} said={said} formToken={formToken} typed={typed}>
            {reporter && (
              <Who reporter={reporter} number={one.number} formToken={formToken} typed={typed} />
            )}
            {canSplit && (
              <Part title={desk.reporters.split} does="split">
                <CaseForm number={one.number} formToken={formToken} does="split">
                  <input type="hidden" name="signal" value={said.signal} />
                  <button type="submit" className="button button--quiet">
                    {desk.reporters.splitNow}
                  </button>
                </CaseForm>
              </Part>
            )}
          </Report>
        )
      })}
    </section>
  )
}

type WhoProps = { reporter: Reporter; number: string; formToken: string; typed: Typed }

function Who({ reporter, number, formToken, typed }: WhoProps) {
  const { desk } = useWords()
  const { town } = useSetting()
  const { namedContact, otherCases, reporter: id } = reporter
  return (
    <div className="who">
      {id && otherCases > 0 && (
        <a href={`/${town?.id}/desk/reporters/${id}`}>{desk.reporters.others(otherCases)}</a>
      )}
      {namedContact && (
        <p>
          {desk.reporters.contact}: <strong>{namedContact.name}</strong>
          {namedContact.note && `. ${namedContact.note}`}
        </p>
      )}
      {id && (otherCases > 0 || namedContact) && (
        <Part
          title={desk.reporters.contact}
          does="note"
          isOpen={typed.do === 'note' && typed.reporter === id}
        >
          <CaseForm number={number} formToken={formToken} does="note">
            <input type="hidden" name="reporter" value={id} />
            <TextField
              name="name"
              label={desk.reporters.contactName}
              typed={{ name: namedContact?.name ?? '' }}
              isRequired
              most={100}
            />
            <TextField
              name="note"
              label={desk.reporters.contactNote}
              typed={{ note: namedContact?.note ?? '' }}
              most={1000}
            />
            <button type="submit" className="button button--quiet">
              {desk.reporters.note}
            </button>
          </CaseForm>
        </Part>
      )}
    </div>
  )
}

/** Who is still to be told by letter or telephone, and what. */
export function Tellings({ read, formToken }: Omit<Props, 'typed'>) {
  const { desk } = useWords()
  const { one, tellings } = read
  if (tellings.length === 0) return null
  return (
    <section aria-labelledby="tell">
      <h2 id="tell">{desk.tell.title}</h2>
      {tellings.map(({ signal, by, steps, contact }) => (
        <div key={signal} className="panel">
          <h3>{desk.tell.by[by]}</h3>
          {contact ? <ContactLine contact={contact} /> : <p>{desk.tell.gone}</p>}
          <ul>
            {steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step may come twice, and their order stands
              <li key={i}>{desk.tell.steps[step]}</li>
            ))}
          </ul>
          <CaseForm number={one.number} formToken={formToken} does="tell">
            <input type="hidden" name="signal" value={signal} />
            <div className="acts">
              <button type="submit" className="button" name="as" value="told">
                {desk.tell.done[by]}
              </button>
              <button type="submit" className="button button--quiet" name="as" value="not-reached">
                {desk.tell.notReached[by]}
              </button>
            </div>
          </CaseForm>
        </div>
      ))}
    </section>
  )
}
