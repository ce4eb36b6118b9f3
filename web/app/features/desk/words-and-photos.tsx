import type { ReactNode } from 'react'
import { GivenTextarea } from '../../components/given-textarea.tsx'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import type { Typed } from './desk-visit.ts'
import { CaseForm } from './fields.tsx'
import type { CaseInFull } from './read-case.ts'
import { useMay, useSeat } from './seat.ts'

export type Described = NonNullable<CaseInFull['descriptions']>[number]

/** The words with what looks personal in them marked, for eyes and for ears. */
export function Marked({ said }: { said: Described }) {
  const { desk } = useWords()
  const { text = '', marks = [] } = said
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to } of marks) {
    parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} title={desk.marked}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  return (
    <p className="said">
      {parts}
      {text.slice(at)}
    </p>
  )
}

/** Photos as whoever sits at the desk may see them. */
export function Photos({ photos }: { photos: readonly { id: string }[] }) {
  const { desk } = useWords()
  const { town } = useSetting()
  const { isAccount } = useSeat()
  if (photos.length === 0) return null
  return (
    <ul className="photos">
      {photos.map(({ id }, i) => {
        // A browser that has signed in asks by itself; of a key it knows nothing.
        const large = isAccount
          ? `/api/v1/photos/${id}?municipality=${town?.id}&`
          : `/${town?.id}/desk/photos/${id}?`
        return (
          <li key={id}>
            <a href={large.slice(0, -1)}>
              <img src={`${large}size=thumb`} alt={`${desk.photo} ${i + 1}`} loading="lazy" />
            </a>
          </li>
        )
      })}
    </ul>
  )
}

type Props = {
  one: CaseInFull
  said: Described
  formToken: string
  typed: Typed
  back?: 'moderation'
  children?: ReactNode
}

/** One report: what was written and sent, by which way it came, and whether everybody may see it. */
export function Report({ one, said, formToken, typed, back, children }: Props) {
  const { desk } = useWords()
  const { locale } = useSetting()
  const how = [
    desk.channels[said.channel],
    said.enteredBy && desk.enteredByUs,
    said.isOnBehalf && desk.onBehalf,
  ].filter(Boolean)
  return (
    <article className="report">
      <div>
        {said.text && <Marked said={said} />}
        {(said.marks?.length ?? 0) > 0 && <p className="quiet">{desk.marked}</p>}
        {said.address && <p>{said.address}</p>}
        <Photos photos={said.photos ?? []} />
        <p className="quiet">
          <time dateTime={said.receivedAt}>{momentIn(said.receivedAt, locale)}</time>
          {how.map((part) => ` · ${part}`)}
        </p>
        {children}
      </div>
      {one.visibility === 'public' && one.kind === 'fault' && (
        <Release
          one={one}
          said={said}
          formToken={formToken}
          typed={typed}
          {...(back && { back })}
        />
      )}
    </article>
  )
}

function Release({ one, said, formToken, typed, back }: Props) {
  const { desk } = useWords()
  const mayRelease = useMay('publish')
  const { signal, photos = [], proposal, text, mayPublish, hasThreat } = said
  const released = one.published?.find((other) => other.signal === signal)
  const isTyped = typed.do === 'publish' && typed.signal === signal
  const isWaiting = one.toRelease?.includes(signal) === true
  const words = isTyped ? typed.text : released ? released.text : (proposal ?? text)
  const isChosen = (id: string) =>
    isTyped
      ? typed[`photo-${id}`] !== undefined
      : released?.photos.some((other) => other.id === id) === true
  if (!mayRelease || (!text && photos.length === 0)) return null
  if (mayPublish === false) return <p className="quiet">{desk.withheld}</p>
  const form = { number: one.number, formToken, ...(back && { back }) }
  return (
    <details open={isTyped || isWaiting}>
      <summary>{released ? desk.isReleased : desk.isNotReleased}</summary>
      <CaseForm {...form} does="publish" id={`publish-${signal}`}>
        <input type="hidden" name="signal" value={signal} />
        <label htmlFor={`text-${signal}`}>{desk.publicWords}</label>
        <p className="quiet" id={`text-${signal}-hint`}>
          {desk.publicWordsHint}
        </p>
        <GivenTextarea
          id={`text-${signal}`}
          name="text"
          rows={3}
          maxLength={4000}
          given={words ?? ''}
          aria-describedby={`text-${signal}-hint`}
        />
        {photos.map(({ id }, i) => (
          <label key={id} className="check">
            <input type="checkbox" name={`photo-${id}`} value="yes" defaultChecked={isChosen(id)} />
            {desk.showPhoto(i + 1)}
          </label>
        ))}
        {hasThreat && <p className="quiet">{desk.threatens}</p>}
        {proposal !== undefined && (
          <label className="check">
            <input type="checkbox" name="checked" value="yes" />
            {desk.isChecked}
          </label>
        )}
      </CaseForm>
      <div className="acts">
        <button
          type="submit"
          form={`publish-${signal}`}
          className={released ? 'button button--quiet' : 'button'}
        >
          {released ? desk.change : desk.publish}
          <span className="unseen"> ({one.number})</span>
        </button>
        {isWaiting && (
          <CaseForm {...form} does="keep-back">
            <input type="hidden" name="signal" value={signal} />
            <button type="submit" className="button button--quiet">
              {desk.keepBack}
              <span className="unseen"> ({one.number})</span>
            </button>
          </CaseForm>
        )}
        {released && (
          <CaseForm {...form} does="unpublish">
            <input type="hidden" name="signal" value={signal} />
            <button type="submit" className="button button--quiet">
              {desk.unpublish}
            </button>
          </CaseForm>
        )}
      </div>
    </details>
  )
}
