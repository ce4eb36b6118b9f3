import { html } from 'hono/html'
import type { CaseInFull, Evidence, PageTold } from './api-answers.ts'
import type { ApiClient } from './api-client.ts'
import { atDesk } from './desk-words.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import { photoStrip } from './photo-strip.ts'
import type { Municipality, Visit } from './visit.ts'
import { answerEn } from './words/answer-en.ts'
import { answerNl } from './words/answer-nl.ts'

const KINDS = { nl: answerNl.kinds, en: answerEn.kinds }

type AnswerTold = { id: string; answer: string; answeredAt: string; name?: string; remark?: string }

/** The photos that parties sent, each with the answer that it belongs to. */
export async function evidenceOf(
  visit: Visit,
  town: Municipality,
  one: CaseInFull,
  api: ApiClient,
): Promise<Html | false> {
  const { evidence = [] } = one
  if (evidence.length === 0) return false
  const assignments = [...new Set(evidence.map(({ assignment }) => assignment))]
  const read = await Promise.all(
    assignments.map((id) => api.get<PageTold<AnswerTold>>(['assignments', id, 'answers'])),
  )
  const answers = new Map(
    read.flatMap((told) => (told.ok ? told.body.items.map((item) => [item.id, item]) : [])),
  )
  const groups = Map.groupBy(evidence, ({ answer }) => answer)
  return html`<section aria-labelledby="evidence"><h2 id="evidence">${visit.desk.evidence}</h2>
${[...groups].map(
  ([id, photos]: [string, Evidence[]]) =>
    html`${said(visit, answers.get(id))}${photoStrip(visit, photos, atDesk(town))}`,
)}</section>`
}

function said({ locale }: Visit, answer: AnswerTold | undefined): Html | false {
  if (!answer) return false
  const { answeredAt, name, remark } = answer
  const kind = KINDS[locale][answer.answer]?.[1] ?? answer.answer
  return html`<h3>${kind}</h3>${remark && html`<blockquote><p>${remark}</p></blockquote>`}
<p class="quiet"><time datetime="${answeredAt}">${momentIn(answeredAt, locale)}</time>${name && ` · ${name}`}</p>`
}
