import { type ReactNode, useId } from 'react'
import { eurosIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { Part } from './acts.tsx'
import type { Typed } from './desk-visit.ts'
import { Choice, TextArea } from './fields.tsx'
import type { WrongfulInFull } from './read-wrongful.ts'
import { useMay, useSeat } from './seat.ts'

type Props = { one: WrongfulInFull; formToken: string; form: string; typed: Typed }

const KINDS = 'image/jpeg,image/png,image/webp,image/avif'

/** Whose turn it is, and what whoever looks can do with it by their role. */
export function WrongfulNow({ children, ...own }: Props & { children: ReactNode }) {
  const { wrongful } = useWords()
  const { isAccount } = useSeat()
  const maySettle = useMay('settle-wrongful')
  const isOfOthers = own.one.allowed.length > 0 && isAccount && !maySettle
  return (
    <section className="panel wrongful-now" aria-labelledby="now">
      <h2 id="now">{isOfOthers ? wrongful.others : wrongful.now}</h2>
      {children}
      <WrongfulActs {...own} />
    </section>
  )
}

/** Each form works without a script. */
function WrongfulActs({ one, formToken, form, typed }: Props) {
  const { wrongful } = useWords()
  const { locale } = useSetting()
  const { isAccount } = useSeat()
  const maySettle = useMay('settle-wrongful')
  if (one.allowed.length === 0) return <p>{wrongful.nothing}</p>
  if (!isAccount) return <p>{wrongful.byKey}</p>
  if (!maySettle) return <p>{wrongful.notYours}</p>
  const own = { one, formToken, form }
  const can = (step: WrongfulInFull['allowed'][number]) => one.allowed.includes(step)
  return (
    <>
      {can('accepted') && (
        <StepForm {...own} step="accepted">
          <button type="submit" className="button">
            {wrongful.acceptAmount(eurosIn(one.cents, locale))}
          </button>
        </StepForm>
      )}
      {can('disputed') && (
        <Part title={wrongful.dispute} isOpen={typed.step === 'disputed'}>
          <StepForm {...own} step="disputed">
            <Choice
              name="reason"
              label={wrongful.disputeReason}
              options={[['', wrongful.choose], ...Object.entries(wrongful.disputeReasons)]}
              chosen={typed.reason}
            />
            <div className="field">
              <TextArea
                name="remark"
                label={wrongful.proof}
                hint={wrongful.proofHint}
                typed={typed}
              />
            </div>
            <PhotoField />
            <button type="submit" className="button">
              {wrongful.sendDispute}
            </button>
          </StepForm>
        </Part>
      )}
      {can('decided') && (
        <StepForm {...own} step="decided">
          <Choice
            name="as"
            label={wrongful.decideAs}
            options={[['', wrongful.choose], ...Object.entries(wrongful.decisions)]}
            chosen={typed.as}
          />
          <div className="field">
            <TextArea
              name="remark"
              label={wrongful.remark}
              hint={wrongful.decisionHint}
              typed={typed}
            />
          </div>
          <button type="submit" className="button">
            {wrongful.decide}
          </button>
        </StepForm>
      )}
    </>
  )
}

type FormProps = Omit<Props, 'typed'> & { step: string; children: ReactNode }

function StepForm({ one, formToken, form, step, children }: FormProps) {
  const { town } = useSetting()
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/${town?.id}/desk/wrongful/${one.id}`}
    >
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="form" value={`${form}-${step}`} />
      {children}
    </form>
  )
}

function PhotoField() {
  const { wrongful } = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{wrongful.photos}</label>
      <p className="quiet" id={`${id}-hint`}>
        {wrongful.photosHint}
      </p>
      <input
        id={id}
        name="photos"
        type="file"
        multiple
        accept={KINDS}
        aria-describedby={`${id}-hint`}
      />
    </div>
  )
}
