import { Button } from '../../components/button.tsx'
import { TextAreaField, TextField } from '../../components/form-field.tsx'
import { Notice } from '../../components/notice.tsx'
import type { MailTextWords } from '../../messages/mail-texts-nl.ts'
import { useWords } from '../../setting.ts'
import { nearestName } from './nearest-name.ts'
import type { MailText } from './read-mail-texts.ts'
import { useMay } from './seat.ts'

export type Words = { subject: string; text: string }

/** Why a text cannot be kept, and what of it is wrong where. */
export type Faulty = {
  problem: string
  faults: readonly { path: string; fault?: string; name?: string }[]
  status: number
}

type Fault = Faulty['faults'][number]

/** What is wrong, and what there is instead. */
function saidOf({ fault = '', name }: Fault, one: MailText, words: MailTextWords): string {
  if (name === undefined) return words.faults[fault] ?? words.otherProblem
  if (fault === 'placeholder-missing') return words.missing(name)
  return words.unknown(name, nearestName(name, one.placeholders))
}

export function MailTextNotice({
  one,
  told,
  refusal,
}: {
  one: MailText
  told: string | undefined
  refusal: Faulty | undefined
}) {
  const { mailTexts: words } = useWords()
  if (refusal)
    return (
      <Notice isWrong title={words.wrong}>
        <p>{words.problems[refusal.problem] ?? words.otherProblem}</p>
        {refusal.faults.length > 0 && (
          <ul>
            {refusal.faults.map((fault) => (
              <li key={`${fault.path} ${fault.fault} ${fault.name}`}>
                <a href={`#${fault.path}`}>
                  {`${words.fields[fault.path] ?? fault.path}: ${saidOf(fault, one, words)}`}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    )
  const said = told !== undefined && Object.hasOwn(words.told, told) ? words.told[told] : undefined
  if (said === undefined) return null
  return <Notice title={said} />
}

export function MailTextForm({
  one,
  formToken,
  typed,
  faults,
}: {
  one: MailText
  formToken: string
  typed: Words
  faults: readonly Fault[]
}) {
  const { mailTexts: words } = useWords()
  if (!useMay('set-text')) return <MailTextToRead one={one} />
  const errorOf = (field: string) =>
    faults
      .filter(({ path }) => path === field)
      .map((fault) => saidOf(fault, one, words))
      .join(' ')
  return (
    <form method="post">
      <input type="hidden" name="formToken" value={formToken} />
      <TextField
        name="subject"
        label={words.subject}
        description={words.subjectHint}
        error={errorOf('subject')}
        lang={one.locale}
        required
        defaultValue={typed.subject}
      />
      <TextAreaField
        name="text"
        label={words.text}
        description={words.textHint}
        error={errorOf('text')}
        rows={rowsOf(typed.text)}
        lang={one.locale}
        required
        defaultValue={typed.text}
      />
      <details open={faults.some(({ name }) => name !== undefined)}>
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
      <p className="actions">
        <Button name="do" value="save">
          {words.save}
        </Button>
        <Button name="do" value="preview" look="quiet">
          {words.see}
        </Button>
      </p>
      {!one.isDefault && (
        <p className="actions">
          <button type="submit" className="link-button" name="do" value="restore" formNoValidate>
            {words.restore}
          </button>
        </p>
      )}
    </form>
  )
}

/** About as many letters as stand on a line of the field where it is widest. */
const LINE = 55

/** So many lines that the whole text is seen, and one to go on. */
const rowsOf = (text: string) =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / LINE)), 1)

/** For whoever may know what is written, and not change it. */
function MailTextToRead({ one }: { one: MailText }) {
  const { mailTexts: words } = useWords()
  return (
    <div>
      <p>{words.readOnly}</p>
      <h2>{words.subject}</h2>
      <p lang={one.locale}>{one.subject}</p>
      <h2>{words.text}</h2>
      <p lang={one.locale} className="letter">
        {one.text}
      </p>
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
