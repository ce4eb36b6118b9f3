import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'
import { isActive, type Task } from './read-answer.ts'

type Given = { id: string; answer: string; answeredAt: string }

/** A link that was used, by whomever: what happened since, who is asked now, and how to go on. No names. */
export function UsedLink({
  task,
  answers,
  next,
  told,
  at,
  town,
}: {
  task: Task
  answers: readonly Given[]
  /** Who has it now, where that may be told. */
  next: string | undefined
  told: string | undefined
  at: string
  town: string
}) {
  const { answer: words } = useWords()
  const { locale } = useSetting()
  const isWithdrawn = task.status === 'withdrawn'
  const isThanked = told === 'answered'
  const isOpen = isActive(task)
  // It was used by nobody: the municipality changed what it asks.
  const isReplaced = answers.length === 0
  const canAsk = isOpen && !isThanked && told !== 'mailed'
  const unused = isReplaced ? words.replacedTitle : words.usedTitle
  const title = isWithdrawn ? words.withdrawnTitle : isThanked ? words.thanks : unused
  const why = isReplaced ? words.replacedText : words.usedText
  return (
    <>
      <title>{`${title} · Lantaarn`}</title>
      <h1>
        {title} <span className="number">{task.case.number}</span>
      </h1>
      {told === 'mailed' && <Notice title={words.mailed(task.party.name)} />}
      {!isThanked && <p className="lead">{isWithdrawn ? words.withdrawnText : why}</p>}
      {isReplaced && canAsk && <p>{words.replacedAsk}</p>}
      {isThanked && isOpen && <p className="lead">{words.next(task.party.name)}</p>}
      {!isReplaced && (
        <>
          <h2>{words.happened}</h2>
          <ul>
            {answers.map(({ id, answer, answeredAt }) => (
              <li key={id}>
                {words.kinds[answer]?.[1] ?? answer},{' '}
                <time dateTime={answeredAt}>{momentIn(answeredAt, locale)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.whoNow}</h2>
      <p>{whoNow(words, { task, next, town })}</p>
      {canAsk && <AskLink at={at} party={task.party.name} />}
    </>
  )
}

function whoNow(
  words: ReturnType<typeof useWords>['answer'],
  { task, next, town }: { task: Task; next: string | undefined; town: string },
): string {
  if (isActive(task)) return words.withParty(task.party.name)
  if (next !== undefined) return words.withOther(next)
  return ['done', 'nothing-found'].includes(task.status) ? words.isDone : words.withTown(town)
}

/** Asks for a new link, which goes to the party's own address and is shown to nobody here. */
export function AskLink({ at, party }: { at: string; party?: string }) {
  const { answer: words } = useWords()
  return (
    <form className="panel" method="post" action={at}>
      <input type="hidden" name="do" value="link" />
      <p>{words.askLinkText}</p>
      <p className="actions">
        <Button>{words.askLink(party)}</Button>
      </p>
    </form>
  )
}
