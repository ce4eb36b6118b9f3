import { Field } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { dayIn, unbroken } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { termIn } from '../../terms.ts'
import { type Followed, ownAddress, type Refused } from './own.ts'

/** What went wrong, in words; heard at once. */
export function Wrong({ problem }: { problem: string }) {
  const words = useWords().followOwn
  const said = Object.hasOwn(words.problems, problem) ? words.problems[problem] : undefined
  return (
    <Notice isWrong title={words.wrong}>
      <p>{said ?? words.otherProblem}</p>
    </Notice>
  )
}

type Props = {
  town: string
  token: string
  one: Followed
  told: string | undefined
  refused: Refused | undefined
  now_ms: number
  /** Whoever followed the way out of our mails is asked about that first. */
  isStop?: boolean | undefined
}

/** How it stands, for whoever reported it, with what they can say of it. Looking at it changes nothing. */
export function OwnCase({ town, token, one, told, refused, now_ms, isStop }: Props) {
  const words = useWords().followOwn
  const { locale } = useSetting()
  const said = told !== undefined && Object.hasOwn(words.told, told) ? words.told[told] : undefined
  const outcome = refused ? <Wrong problem={refused.problem} /> : said && <Notice title={said} />
  const at = ownAddress(town, token)
  const asksToStop = isStop && one.isMailed
  const number = <span className="number">{one.number}</span>
  return (
    <div className="report">
      <title>{`${asksToStop ? words.stopTitle : `${words.yours} ${one.number}`} · Lantaarn`}</title>
      <meta name="robots" content="noindex" />
      {asksToStop ? (
        <>
          <h1>{words.stopTitle}</h1>
          {outcome}
          <p className="lead">{words.stopText}</p>
          <StopForm at={at} isFirst />
          <h2>
            {words.yours} {number}
          </h2>
        </>
      ) : (
        <>
          <h1>
            {words.yours} {number}
          </h1>
          {outcome}
        </>
      )}
      <p className={`standing standing--${one.status}`}>{unbroken(one.line)}</p>
      {one.said && <p>{words.said[one.said]}</p>}
      {one.visibility === 'confidential' && <p>{words.reserved}</p>}
      {one.visibility === 'confidential' && one.expectedBy && (
        <p>
          {words.expected} <strong>{termIn(one.expectedBy, locale, now_ms)}</strong>.
        </p>
      )}
      {one.question && <Asked one={one} at={at} typed={refused?.typed.reply} />}
      {one.closedBecause && (
        <p>
          <strong>{words.disagree.why}</strong>: {one.closedBecause.words[locale]}
        </p>
      )}
      {one.mayDisagree && <Disagree at={at} typed={refused?.typed.remark} />}
      {one.mayVerify ? (
        <form className="panel asked" method="post" action={at}>
          <div>
            <h2>{words.question}</h2>
            <p>{words.questionText}</p>
          </div>
          <Field name="remark" label={words.remark} hint={words.remarkHint}>
            {(about) => (
              <textarea
                name="remark"
                rows={3}
                maxLength={2000}
                defaultValue={refused?.typed.remark}
                {...about}
              />
            )}
          </Field>
          <p className="actions">
            <button type="submit" className="button button--quiet" name="outcome" value="confirmed">
              {words.yes}
            </button>
            <button type="submit" className="button button--quiet" name="outcome" value="contested">
              {words.no}
            </button>
          </p>
        </form>
      ) : (
        <p>{nothingToSay(words, one)}</p>
      )}
      {one.isMailed && !asksToStop && (
        <section className="panel" aria-labelledby="mails">
          <h2 id="mails">{words.mails}</h2>
          <p>{words.mailsText}</p>
          <StopForm at={at} />
        </section>
      )}
      {one.case !== undefined && (
        <p>
          <a className="tall" href={`/${town}/cases/${one.number}`}>
            {words.whole}
          </a>
        </p>
      )}
    </div>
  )
}

function StopForm({ at, isFirst = false }: { at: string; isFirst?: boolean }) {
  const words = useWords().followOwn
  return (
    <form method="post" action={`${at}/stop`} className="actions">
      <button type="submit" className={isFirst ? 'button' : 'button button--quiet'}>
        {words.stop}
      </button>
    </form>
  )
}

/** Whoever does not agree with how the desk ended it has it looked at once more. */
function Disagree({ at, typed }: { at: string; typed: string | undefined }) {
  const { disagree } = useWords().followOwn
  return (
    <form className="panel asked" method="post" action={at}>
      <div>
        <h2>{disagree.title}</h2>
        <p>{disagree.text}</p>
      </div>
      <Field name="remark" label={disagree.label}>
        {(about) => (
          <textarea
            name="remark"
            rows={3}
            maxLength={2000}
            required
            defaultValue={typed}
            {...about}
          />
        )}
      </Field>
      <p className="actions">
        <button type="submit" className="button" name="outcome" value="contested">
          {disagree.go}
        </button>
      </p>
    </form>
  )
}

/** What a party asks; where its words cannot be shown, whom to call. */
function Asked({ one, at, typed }: { one: Followed; at: string; typed: string | undefined }) {
  const words = useWords().followOwn
  const { locale } = useSetting()
  const { text, replyBy, repliedAt } = one.question ?? { replyBy: '' }
  if (repliedAt !== undefined) return <p>{words.replied}</p>
  if (one.status === 'closed') return null
  if (!one.mayReply) return <p>{words.askedByPhone}</p>
  return (
    <form className="panel asked" method="post" action={`${at}/reply`}>
      <div>
        <h2>{words.asked}</h2>
        <blockquote>{text}</blockquote>
      </div>
      <Field
        name="reply"
        label={words.reply}
        hint={`${words.replyHint} ${dayIn(replyBy, locale)}.`}
      >
        {(about) => (
          <textarea
            name="reply"
            rows={4}
            maxLength={2000}
            required
            defaultValue={typed}
            {...about}
          />
        )}
      </Field>
      <p className="actions">
        <button type="submit" className="button">
          {words.sendReply}
        </button>
      </p>
    </form>
  )
}

type FollowWords = ReturnType<typeof useWords>['followOwn']

function nothingToSay(words: FollowWords, { status, said }: Followed): string {
  if (status === 'closed') return words.closed
  if (said === 'contested') return words.newLink
  return status === 'open' ? words.notDoneYet : words.newLink
}

/** A link that has ended, or that we never gave. */
export function DeadLink({ town, isExpired }: { town: string; isExpired: boolean }) {
  const words = useWords().followOwn
  const title = isExpired ? words.expiredTitle : words.forgedTitle
  return (
    <div className="report">
      <title>{`${title} · Lantaarn`}</title>
      <h1>{title}</h1>
      <p className="lead">{isExpired ? words.expiredText : words.forgedText}</p>
      <p className="actions">
        <a className="button" href={`/${town}/follow`}>
          {words.toFollow}
        </a>
      </p>
    </div>
  )
}
