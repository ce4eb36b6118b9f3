import QRCode from 'qrcode'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { readMe } from '../api/read-me.ts'
import { CopyText } from '../components/copy-text.tsx'
import { Field } from '../components/field.tsx'
import { AccountFrame } from '../features/account/account-frame.tsx'
import { useFieldFaults } from '../features/account/field-faults.ts'
import { formOf } from '../session.ts'
import { useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { me, formToken } = await readMe(context.get(visitContext))
  return { isOn: me.secondFactor, formToken }
}

type Begun = { picture: string; secret: string; recoveryCodes: string[] }
type Acted = { problem?: string; fault?: string; begun?: Begun; isConfirming?: boolean }

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const form = await formOf(visit, request)
  const wanted = textIn(form, 'do')
  const password = String(form.get('password') ?? '')
  const confirmed = password === '' ? {} : { password }
  if (wanted === 'end') {
    const answer = await visit.auth('POST', '/second-factor/end', confirmed)
    if (!answer.ok) return data<Acted>({ problem: answer.problem }, { status: answer.status })
    return redirect('/account?told=second-factor-ended', 303)
  }
  if (wanted === 'confirm') {
    const code = textIn(form, 'code').replaceAll(/\s/g, '')
    const { faults } = visit.words.signIn
    if (!/^\d{6}$/.test(code))
      return data<Acted>({ fault: faults.code, isConfirming: true }, { status: 400 })
    const answer = await visit.auth('POST', '/second-factor/confirmation', { code })
    if (!answer.ok)
      return data<Acted>({ problem: answer.problem, isConfirming: true }, { status: answer.status })
    return redirect('/account?told=second-factor', 303)
  }
  type Answer = { uri: string; recoveryCodes: string[] }
  const answer = await visit.auth<Answer>('POST', '/second-factor', confirmed)
  if (!answer.ok) return data<Acted>({ problem: answer.problem }, { status: answer.status })
  const { uri, recoveryCodes } = answer.body
  const picture = await QRCode.toDataURL(uri, { margin: 1, scale: 6 })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return data<Acted>({ begun: { picture, secret, recoveryCodes }, isConfirming: true })
}

/** Sets up the code of an app on the telephone: its picture and the recovery codes are shown once. */
export default function SecondFactorPage() {
  const { account } = useWords()
  const words = account.second
  const { isOn, formToken } = useLoaderData<typeof loader>()
  const { problem, fault, begun, isConfirming = false } = (useActionData() ?? {}) as Acted
  const refused = useFieldFaults(problem)
  const faults = fault === undefined ? refused : { code: fault }
  return (
    <AccountFrame title={words.title} problem={problem} faults={faults}>
      {!isConfirming && (
        <>
          <p className="lead">{words.intro}</p>
          <h2>{isOn ? words.isOn : words.isOff}</h2>
          {isOn && <p>{words.endText}</p>}
          <form method="post">
            <input type="hidden" name="formToken" value={formToken} />
            <input type="hidden" name="do" value={isOn ? 'end' : 'begin'} />
            <Field
              name="password"
              label={words.password}
              hint={words.passwordHint}
              fault={faults.password}
              type="password"
              autoComplete="current-password"
              maxLength={128}
            />
            <button type="submit" className={isOn ? 'button button--quiet' : 'button'}>
              {isOn ? words.end : words.begin}
            </button>
          </form>
        </>
      )}
      {begun && <Shown {...begun} />}
      {isConfirming && (
        <>
          <h2>{begun ? `3. ${words.confirm}` : words.confirm}</h2>
          <p>{words.confirmText}</p>
          <form method="post">
            <input type="hidden" name="formToken" value={formToken} />
            <input type="hidden" name="do" value="confirm" />
            <Field
              name="code"
              label={words.code}
              fault={faults.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              required
            />
            <button type="submit" className="button">
              {words.submit}
            </button>
          </form>
          <p className="actions">
            <a href="/account/second-factor">{words.anew}</a>
          </p>
        </>
      )}
    </AccountFrame>
  )
}

/** Typed over from a screen: four at a time are kept in mind. Apps take it with the spaces. */
const inFours = (secret: string) => secret.replaceAll(/.{4}(?=.)/g, '$& ')

function Shown({ picture, secret, recoveryCodes }: Begun) {
  const words = useWords().account.second
  return (
    <>
      <h2>{`1. ${words.scan}`}</h2>
      <p>{words.scanText}</p>
      <p>
        <img className="qr" src={picture} alt={words.picture} />
      </p>
      <p>
        {words.byHand} <span className="code">{inFours(secret)}</span>
      </p>
      <h2>{`2. ${words.recovery}`}</h2>
      <p>{words.recoveryText}</p>
      <ul className="codes code">
        {recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyText text={recoveryCodes.join('\n')} name={words.copy} done={words.copied} />
    </>
  )
}
