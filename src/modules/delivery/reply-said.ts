import type { Answer } from '#modules/cases'
import { answerLeading, answerOf, type WordsFault } from './answer-words.ts'
import { daySaid } from './day-said.ts'

export type ReplyFault = WordsFault | 'reply-empty'

const GREETING =
  /^(beste|geachte|hallo|hoi|dag|goede(morgen|middag|navond)|l\.?s\.?|dear|hi|hello|good (morning|afternoon))\b[^.:;!?]{0,60}[,.!]?$/i
/** More of what stands before the answer is not skipped: it is then no short answer. */
const MOST_GREETINGS = 2

/**
 * The answer with which a reply begins: on its first line, behind a greeting. The rest is the remark. `today` is the
 * local date.
 */
export function replySaid(text: string, today: string): { answer: Answer } | { fault: ReplyFault } {
  const lines = text.split('\n').map((line) => line.trim())
  const told = lines.filter((line) => line !== '')
  const greetings = told.slice(0, MOST_GREETINGS).findIndex((line) => !GREETING.test(line))
  const from = greetings < 0 ? MOST_GREETINGS : greetings
  const first = told[from]
  if (first === undefined) return { fault: 'reply-empty' }
  const leading = answerLeading(first)
  if (!leading) return { fault: 'answer-unknown' }
  const behind = lines.slice(lines.indexOf(first) + 1).join('\n')
  const { said, rest } = leading
  if (said.answer !== 'planned')
    return answerOf(said, remarkOf(joined(rest, behind), said.answer, first))
  const dated = dateIn(rest, today)
  if (!dated) return { fault: rest === '' ? 'date-missing' : 'date-unreadable' }
  const remark = remarkOf(joined(dated.rest, behind), said.answer, first)
  return answerOf(said, { ...remark, on: dated.on })
}

const joined = (rest: string, behind: string) => `${rest}\n${behind}`.trim()

/** Where an answer needs words and these were all that was said, they are the words. */
function remarkOf(remark: string, answer: string, first: string): { remark?: string } {
  if (remark !== '') return { remark }
  return ['nothing-found', 'will-not-be-done'].includes(answer) ? { remark: first } : {}
}

/** The longest beginning of at most three words that is a day. */
function dateIn(text: string, today: string): { on: string; rest: string } | undefined {
  const bare = text.replace(/^(op|for|on)\s+/i, '')
  const words = bare.split(/\s+/)
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const said = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,:;!]+$/, '')
    const on = daySaid(said, today)
    if (on !== undefined) return { on, rest: words.slice(count).join(' ') }
  }
  return undefined
}
