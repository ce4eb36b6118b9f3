import { html } from 'hono/html'
import type { AssignmentTold, CaseInFull, DeskReason } from './api-answers.ts'
import { type Answer, type ApiClient, readAll } from './api-client.ts'
import { casePage } from './case-page.ts'
import { dangerPanel } from './desk-danger.ts'
import { type DeskForms, notice, type Typed } from './desk-forms.ts'
import { quickActs, readHeld, reasonsOf, SETTLED_AT_ONCE } from './desk-page.ts'
import { wordsAndPhotos } from './desk-words.ts'
import { evidenceOf } from './evidence.ts'
import type { Html } from './layout.ts'
import type { Municipality, Visit } from './visit.ts'

type AgreementTold = { id: string; agreement: { title: string; party: string } }

/** A case with what people wrote and all that the desk can do; what was typed stands there again. */
export async function deskCasePage(
  visit: Visit,
  town: Municipality,
  number: string,
  {
    api,
    forms,
    problem,
    typed = {},
  }: { api: ApiClient; forms: DeskForms; problem?: string | undefined; typed?: Typed },
): Promise<Answer<{ title: string; body: Html }>> {
  const read = await api.get<CaseInFull>(['cases', number])
  if (!read.ok) return read
  const one = read.body
  const { desk } = visit
  const acts = html`${wordsAndPhotos(visit, town, one, { forms, typed })}
${await evidenceOf(visit, town, one, api)}${dialogue(visit, one, { forms, typed })}
<section class="panel" aria-labelledby="acts"><h2 id="acts">${desk.whatNow}</h2>
${one.atDesk?.length ? reasonsOf(visit, one) : !one.duty?.isUnattended && html`<p>${desk.nothingNow}</p>`}
${dangerPanel(visit, one, { forms, typed })}
${await actions(one, { api, forms, typed, visit })}</section>`
  const back = html`<a href="${visit.link(`/${town.id}/desk`)}">← ${desk.back}</a>`
  const page = await casePage(visit, town, one, { api, atDesk: { back, acts } })
  const body = html`${notice(visit, problem, undefined)}${page}`
  return { ok: true, body: { title: number, body } }
}

/** What a party asked and what was replied; by telephone the desk records the reply itself. */
function dialogue(
  { desk }: Visit,
  one: CaseInFull,
  { forms, typed }: { forms: DeskForms; typed: Typed },
): Html | false {
  if (!one.question) return false
  const { question, reply } = one.dialogue ?? {}
  const isOpen = one.question.repliedAt === undefined
  const said = (text: string | undefined) =>
    html`<blockquote><p>${text ?? desk.dialogue.isDestroyed}</p></blockquote>`
  return html`<section aria-labelledby="dialogue"><h2 id="dialogue">${desk.dialogue.title}</h2>
${said(question)}${!isOpen && said(reply)}
${isOpen && one.status !== 'closed' && forms.reply(one, typed)}</section>`
}

type Acting = { api: ApiClient; forms: DeskForms; typed: Typed; visit: Visit }

async function actions(
  one: CaseInFull,
  { api, forms, typed, visit }: Acting,
): Promise<Html | false> {
  const { desk } = visit
  if (one.status === 'closed') return false
  const held = await heldOf(api, one)
  const isWithParty = one.steps.some(({ status }) => ACTIVE.includes(status))
  const left = isWithParty ? (one.atDesk ?? []).filter(isSettledByHand) : []
  const isOpenFault = one.status === 'open' && one.kind === 'fault'
  const agreements = isOpenFault ? await agreementsOf(api) : []
  const part = (title: string, isOpen: boolean, form: Html) =>
    html`<details ${isOpen ? 'open' : ''}><summary>${title}</summary>${form}</details>`
  return html`<div class="acts">${quickActs(one, forms, held)}${left.map((reason) =>
    forms.settle(one, reason),
  )}</div>
${one.status === 'done' && html`<h3>${desk.verify}</h3>${forms.verify(one, typed)}`}
${agreements.length > 0 && part(desk.give, typed.do === 'give', forms.give(one, agreements, typed))}
${isOpenFault && part(desk.kind, typed.do === 'kind', forms.kind(one, typed))}
${part(desk.close, typed.do === 'close', forms.close(one, typed))}`
}

/** What holds a case up can only be put aside while a party has the case; else it needs a decision. */
const ACTIVE = ['offered', 'accepted', 'planned', 'started']
const isSettledByHand = (reason: DeskReason) =>
  ![...SETTLED_AT_ONCE, 'confirm', 'paused'].some((one) => one === reason)

async function heldOf(api: ApiClient, one: CaseInFull): Promise<AssignmentTold[]> {
  if (!one.steps.some(({ status }) => status === 'proposed')) return []
  return (await readHeld(api)).filter((task) => task.case.number === one.number)
}

/** To whom the desk can give it: each agreement by the name of its party. */
async function agreementsOf(api: ApiClient): Promise<[string, string][]> {
  const [agreements, parties] = await Promise.all([
    readAll<AgreementTold>(api, ['agreements'], {}, 5),
    readAll<{ id: string; name: string }>(api, ['parties'], {}, 5),
  ])
  if (!agreements.ok || !parties.ok) return []
  const names = new Map(parties.body.map(({ id, name }) => [id, name]))
  return agreements.body
    .map(({ id, agreement: { title, party } }): [string, string] => [
      id,
      `${names.get(party) ?? party}: ${title}`,
    ])
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'nl'))
}
