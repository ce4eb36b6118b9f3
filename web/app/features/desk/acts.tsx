import type { ReactNode } from 'react'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import type { Typed } from './desk-visit.ts'
import { CaseForm, Choice, TextArea, TextField } from './fields.tsx'
import { PartyContact } from './party-contact.tsx'
import { ACTIVE, type CaseInFull, type CaseRead } from './read-case.ts'
import { type Does, useMay } from './seat.ts'
import { SETTLED_AT_ONCE } from './settled-at-once.ts'

type Props = { read: CaseRead; formToken: string; typed: Typed }

const OFFICE_KINDS = ['question', 'complaint', 'compliment', 'request', 'damage-claim'] as const
/** These wait for a click of their own, and are over by it. */
const HELD = ['confirm', 'paused']

/** All that the desk can do about a case, what is needed first at the top. */
export function Acts({ read, formToken, typed }: Props) {
  const { desk } = useWords()
  const { one, held, agreements } = read
  const { number, atDesk = [] } = one
  const form = { number, formToken }
  const isWithParty = one.steps.some(({ status }) => ACTIVE.includes(status))
  // Danger has its own button, beside what is known of it.
  const atOnce = SETTLED_AT_ONCE.filter(
    (reason) => atDesk.includes(reason) && reason !== 'danger-unacknowledged',
  )
  const left = isWithParty
    ? atDesk.filter((reason) => ![...SETTLED_AT_ONCE, ...HELD].some((known) => known === reason))
    : []
  const isOpenFault = one.status === 'open' && one.kind === 'fault'
  if (one.status === 'closed') return <p>{desk.nothingNow}</p>
  const now = (
    <>
      {atOnce.includes('tell-the-party') && <PartyContact party={read.party} />}
      <div className="acts">
        {held.map(({ id, party }) => (
          <CaseForm key={id} {...form} does="release">
            <input type="hidden" name="assignment" value={id} />
            <button type="submit" className="button">
              {desk.release(party)}
            </button>
          </CaseForm>
        ))}
        {[...atOnce, ...left].map((reason) => (
          <CaseForm key={reason} {...form} does="settle">
            <input type="hidden" name="reason" value={reason} />
            <button
              type="submit"
              className={reason === 'tell-the-party' ? 'button' : 'button button--quiet'}
            >
              {desk.settles[reason] ?? desk.settle}
            </button>
          </CaseForm>
        ))}
      </div>
    </>
  )
  const isDanger = one.priority === 'danger'
  return (
    <>
      {!isDanger && now}
      <Danger one={one} formToken={formToken} typed={typed} />
      {isDanger && now}
      {one.status === 'done' && (
        <CaseForm {...form} does="verify">
          <h3>{desk.verify}</h3>
          <Choice name="by" label={desk.by} options={Object.entries(desk.sources)} />
          <div className="acts">
            <button type="submit" className="button" name="outcome" value="confirmed">
              {desk.confirm}
            </button>
            <button type="submit" className="button button--quiet" name="outcome" value="contested">
              {desk.contest}
            </button>
          </div>
        </CaseForm>
      )}
      {agreements.length > 0 && (
        <Part title={desk.give} does="give" isOpen={typed.do === 'give'}>
          <CaseForm {...form} does="give">
            <Choice
              name="agreement"
              label={desk.agreement}
              options={[['', desk.choose], ...agreements]}
              chosen={typed.agreement}
            />
            <TextArea name="why" label={desk.reason} hint={desk.remarkHint} typed={typed} />
            <button type="submit" className="button button--quiet">
              {desk.give}
            </button>
          </CaseForm>
        </Part>
      )}
      {isOpenFault && <Joining one={one} formToken={formToken} typed={typed} />}
      {isOpenFault && <Kinds one={one} formToken={formToken} typed={typed} />}
      <Part title={desk.close} does="close" isOpen={typed.do === 'close'}>
        <CaseForm {...form} does="close">
          <Choice
            name="as"
            label={desk.closeAs}
            options={Object.entries(desk.closings)}
            chosen={typed.as}
          />
          <Choice
            name="because"
            label={desk.because}
            isRequired={false}
            options={[['', desk.noBecause], ...Object.entries(desk.closingReasons)]}
            chosen={typed.because}
          />
          <TextArea name="remark" label={desk.remark} hint={desk.remarkHint} typed={typed} />
          <button type="submit" className="button button--quiet">
            {desk.close}
          </button>
        </CaseForm>
      </Part>
    </>
  )
}

type PartProps = { title: string; does?: Does; isOpen?: boolean; children: ReactNode }

/** What is opened by a click; `does` is the form in it, where there is nothing else. */
export function Part({ title, does, isOpen = false, children }: PartProps) {
  if (!useMay(does)) return null
  return (
    <details className="part" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

type Own = { one: CaseInFull; formToken: string; typed: Typed }

function Joining({ one, formToken, typed }: Own) {
  const { desk } = useWords()
  return (
    <Part title={desk.join.title} does="join" isOpen={typed.do === 'join'}>
      <CaseForm number={one.number} formToken={formToken} does="join">
        <TextField
          name="into"
          label={desk.join.into}
          hint={desk.join.hint}
          typed={typed}
          isRequired
          most={40}
        />
        <button type="submit" className="button button--quiet">
          {desk.join.now}
        </button>
      </CaseForm>
    </Part>
  )
}

function Kinds({ one, formToken, typed }: Own) {
  const { desk, case: words } = useWords()
  return (
    <Part title={desk.kind} does="kind" isOpen={typed.do === 'kind'}>
      <CaseForm number={one.number} formToken={formToken} does="kind">
        <Choice
          name="kind"
          label={desk.kindAs}
          options={OFFICE_KINDS.map((kind) => [kind, words.kinds[kind]] as const)}
          chosen={typed.kind}
        />
        <button type="submit" className="button button--quiet">
          {desk.correctKind}
        </button>
      </CaseForm>
    </Part>
  )
}

/** Who was called because it is dangerous, and what the desk can do about it. */
function Danger({ one, formToken, typed }: Own) {
  const { desk } = useWords()
  const { locale } = useSetting()
  if (one.status !== 'open') return null
  const form = { number: one.number, formToken }
  const isUnsafe = one.priority === 'danger' && one.madeSafeAt === undefined
  const raise = (
    <Part title={desk.danger.raise} does="raise" isOpen={typed.do === 'raise'}>
      <CaseForm {...form} does="raise">
        <TextArea name="danger" label={desk.reason} hint={desk.remarkHint} typed={typed} />
        <button type="submit" className="button">
          {desk.danger.raise}
        </button>
      </CaseForm>
    </Part>
  )
  if (one.priority !== 'danger') return raise
  const { duty } = one
  const standing =
    !isUnsafe && one.madeSafeAt
      ? desk.danger.safeSince(momentIn(one.madeSafeAt, locale))
      : duty?.takenOverAt
        ? desk.danger.takenOver(momentIn(duty.takenOverAt, locale), duty.takenOverBy)
        : duty?.isUnattended === false
          ? desk.danger.begun(one.parties.length === 1 ? one.parties[0]?.name : undefined)
          : desk.danger.unattended
  return (
    <div className="danger">
      <h3>{desk.danger.title}</h3>
      <p>{standing}</p>
      {duty && duty.calls.length > 0 && (
        <ol className="calls">
          {duty.calls.map(({ contact, step, calledAt, until }) => (
            <li key={step}>
              {desk.danger.called(contact, momentIn(calledAt, locale), momentIn(until, locale))}
            </li>
          ))}
        </ol>
      )}
      {isUnsafe && (
        <div className="acts">
          {duty?.isUnattended !== false && (
            <CaseForm {...form} does="take-over">
              <button type="submit" className="button">
                {desk.danger.takeOver}
              </button>
            </CaseForm>
          )}
          <CaseForm {...form} does="made-safe">
            <button type="submit" className="button button--quiet">
              {desk.danger.madeSafe}
            </button>
          </CaseForm>
        </div>
      )}
      {!isUnsafe && raise}
      <Part title={desk.danger.lower} does="lower" isOpen={typed.do === 'lower'}>
        <CaseForm {...form} does="lower">
          <Choice
            name="priority"
            label={desk.danger.lowerTo}
            options={Object.entries(desk.danger.priorities)}
            chosen={typed.priority}
          />
          <TextArea name="lowering" label={desk.reason} hint={desk.remarkHint} typed={typed} />
          <button type="submit" className="button button--quiet">
            {desk.danger.lower}
          </button>
        </CaseForm>
      </Part>
    </div>
  )
}
