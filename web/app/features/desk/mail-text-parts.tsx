import { Alert } from '../../components/alert.tsx'
import { Button } from '../../components/button.tsx'
import { TextAreaField, TextField } from '../../components/form-field.tsx'
import { useWords } from '../../setting.ts'
import type { MailText } from './read-mail-texts.ts'
import { useMay } from './seat.ts'

export type Words = { subject: string; text: string }

/** Why a text cannot be kept, and what of it is wrong where. */
export type Faulty = {
  problem: string
  faults: readonly { path: string; fault?: string; name?: string }[]
  status: number
}

export function MailTextNotice({
  told,
  refusal,
}: {
  told: string | undefined
  refusal: Faulty | undefined
}) {
  const { mailTexts: words } = useWords()
  if (refusal)
    return (
      <Alert kind="error" isNew title={words.wrong}>
        <p>{words.problems[refusal.problem] ?? words.otherProblem}</p>
        {refusal.faults.length > 0 && (
          <ul>
            {refusal.faults.map(({ path, fault = '', name }) => (
              <li key={`${path} ${fault} ${name}`}>
                <a href={`#${path}`}>
                  {`${words.fields[path] ?? path} ${words.faults[fault] ?? ''}${name === undefined ? '' : ` {${name}}`}`}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Alert>
    )
  const said = told !== undefined && Object.hasOwn(words.told, told) ? words.told[told] : undefined
  if (said === undefined) return null
  return <Alert kind="ok" isNew title={said} />
}

export function MailTextForm({
  one,
  formToken,
  typed,
}: {
  one: MailText
  formToken: string
  typed: Words
}) {
  const { mailTexts: words } = useWords()
  if (!useMay('set-text')) return <MailTextToRead one={one} />
  return (
    <form method="post">
      <input type="hidden" name="formToken" value={formToken} />
      <TextField
        name="subject"
        label={words.subject}
        description={words.subjectHint}
        lang={one.locale}
        required
        defaultValue={typed.subject}
      />
      <TextAreaField
        name="text"
        label={words.text}
        description={words.textHint}
        rows={16}
        lang={one.locale}
        required
        defaultValue={typed.text}
      />
      <p className="actions">
        <Button name="do" value="preview" look="quiet">
          {words.see}
        </Button>
        <Button name="do" value="save">
          {words.save}
        </Button>
        {!one.isDefault && (
          <Button name="do" value="restore" look="quiet" formNoValidate>
            {words.restore}
          </Button>
        )}
      </p>
      <details>
        <summary>{words.placeholders}</summary>
        <dl className="facts">
          {one.placeholders.map((name) => (
            <div key={name}>
              <dt>
                <code>{`{${name}}`}</code>
              </dt>
              <dd>
                {words.meanings[name]}
                {one.required.includes(name) && (
                  <>
                    {' '}
                    (<strong>{words.required}</strong>)
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </form>
  )
}

/** For whoever may know what is written, and not change it. */
function MailTextToRead({ one }: { one: MailText }) {
  return (
    <div lang={one.locale}>
      <p>
        <strong>{one.subject}</strong>
      </p>
      <p className="letter">{one.text}</p>
    </div>
  )
}

/** The mail as it arrives, for a report that was made up. */
export function MailTextExample({ one, preview }: { one: MailText; preview: Words | undefined }) {
  const { mailTexts: words } = useWords()
  if (preview === undefined) return null
  return (
    <section className="panel" aria-labelledby="example">
      <h2 id="example">{words.preview}</h2>
      <p className="quiet">{words.previewText}</p>
      <div lang={one.locale}>
        <p>
          <strong>{preview.subject}</strong>
        </p>
        <p className="letter">{preview.text}</p>
      </div>
    </section>
  )
}
