import { html } from 'hono/html'
import type { AnswerGiven, AskedTask } from './answer-page.ts'
import type { CaseInFull } from './api-answers.ts'
import type { ApiClient } from './api-client.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import type { Municipality, Visit } from './visit.ts'
import type { AnswerWords } from './words/answer-nl.ts'

const ACTIVE = ['offered', 'accepted', 'planned', 'started']

type Shown = {
  visit: Visit
  town: Municipality
  words: AnswerWords
  /** Where the form of this page goes. */
  action: string
}

/** A link that was used, by whomever: what happened since, who is asked now, and how to go on. No names. */
export async function usedLinkPage(
  shown: Shown,
  options: {
    task: AskedTask
    answers: readonly AnswerGiven[]
    api: ApiClient
    told: string | undefined
  },
): Promise<{ title: string; body: Html }> {
  const { visit, words } = shown
  const { task, answers, told } = options
  const isWithdrawn = task.status === 'withdrawn'
  const isThanked = told === 'answered'
  const title = isWithdrawn ? words.withdrawnTitle : isThanked ? words.thanks : words.usedTitle
  const isActive = ACTIVE.includes(task.status)
  const body = html`<h1>${title} <span class="number">${task.case.number}</span></h1>
${told === 'mailed' && html`<p class="notice notice-told" role="status">${words.mailed(task.party.name)}</p>`}
<p class="lead">${
    isWithdrawn ? words.withdrawnText : isThanked ? '' : words.usedText
  }${isThanked && isActive && words.next(task.party.name)}</p>
<h2>${words.happened}</h2>
${answers.length === 0 ? html`<p>${words.nothingHappened}</p>` : listOf(answers, visit, words)}
<h2>${words.whoNow}</h2>
<p>${await whoNow(shown, options)}</p>
${isActive && !isThanked && told !== 'mailed' && askLink(shown, task.party.name)}`
  return { title, body }
}

function listOf(answers: readonly AnswerGiven[], { locale }: Visit, words: AnswerWords): Html {
  return html`<ul>${answers.map(
    ({ answer, answeredAt }) =>
      html`<li>${words.kinds[answer]?.[1] ?? answer}, <time datetime="${answeredAt}">${momentIn(
        answeredAt,
        locale,
      )}</time></li>`,
  )}</ul>`
}

/** From what everybody may read of the case; of what is not public only that it is with the municipality. */
async function whoNow(
  { town, words }: Shown,
  { task, api }: { task: AskedTask; api: ApiClient },
): Promise<string> {
  if (ACTIVE.includes(task.status)) return words.withParty(task.party.name)
  const read = await api.get<CaseInFull>(['cases', task.case.number])
  const other = read.ok
    ? read.body.steps.findLast(({ status }) => ACTIVE.includes(status))?.party.name
    : undefined
  if (other !== undefined) return words.withOther(other)
  if (['done', 'nothing-found'].includes(task.status)) return words.isDone
  return words.withTown(town.name)
}

/** Asks for a new link, which goes to the party's own address and is shown to nobody here. */
export function askLink({ words, action }: Pick<Shown, 'words' | 'action'>, party?: string): Html {
  return html`<form class="panel" method="post" action="${action}">
<input type="hidden" name="do" value="link">
<p class="hint">${words.askLinkText}</p>
<button>${words.askLink(party)}</button></form>`
}
