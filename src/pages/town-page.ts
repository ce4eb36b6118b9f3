import { html } from 'hono/html'
import type { CaseTold, FiguresTold, PageTold } from './api-answers.ts'
import type { Answer, ApiClient } from './api-client.ts'
import { caseRow } from './case-row.ts'
import type { Html } from './layout.ts'
import { numberIn, shortDayIn } from './moments.ts'
import type { Municipality, Visit } from './visit.ts'

const ON_PAGE = 25
const LATELY = 6
/** The API lists by the day of opening: what was closed last is sought among the newest of these. */
const LATELY_AMONG = 100
const FIGURES = [
  'handedOver',
  'received',
  'done',
  'confirmed',
  'unchallenged',
  'contested',
] as const satisfies (keyof FiguresTold)[]

/** How it stands in one municipality, or what the API has against the question. */
export async function townPage(
  visit: Visit,
  town: Municipality,
  cursor: string | undefined,
): Promise<Answer<Html>> {
  const { words } = visit
  const api = visit.apiOf(town.id)
  const open = await api.get<PageTold<CaseTold>>(['cases'], {
    status: 'open',
    limit: String(ON_PAGE),
    cursor,
  })
  if (!open.ok) return open
  const { items, next } = open.body
  const path = `/${town.id}`
  const body = html`<h1>${words.townTitle(town.name)}</h1>
<p class="lead">${words.townIntro}</p>
${finder(visit, town)}
<div class="columns"><section aria-labelledby="open"><h2 id="open">${words.openCases}</h2>
${items.length === 0 && html`<p>${words.noOpenCases}</p>`}
<ul class="rows">${items.map((one) => openRow(one, visit, town))}</ul>
<p class="pager">${cursor && html`<a href="${visit.link(path)}">${words.firstPage}</a>`}
${next && html`<a rel="next" href="${visit.link(path, { cursor: next })}">${words.nextPage}</a>`}
</p></section>
<div>${await figures(visit, api)}${cursor === undefined && (await lately(visit, town, api))}</div>
</div>`
  return { ok: true, body }
}

function finder({ words, link }: Visit, { id }: Municipality): Html {
  const lang = new URL(link('/'), 'http://here').searchParams.get('lang')
  return html`<form class="finder" action="/${id}/cases" method="get" role="search">
  <label for="number">${words.caseNumber}</label>
  <div><input id="number" name="number" required maxlength="40" autocomplete="off"
    placeholder="${id}-26-000123">
  ${lang && html`<input type="hidden" name="lang" value="${lang}">`}
  <button>${words.find}</button></div>
  <p><a href="${link(`/${id}/follow`)}">${words.followOwn}</a></p>
</form>`
}

function openRow(one: CaseTold, visit: Visit, town: Municipality): Html {
  const { words, locale } = visit
  const when = html`${words.reportedOn} ${shortDayIn(one.openedAt, locale)}`
  return caseRow(one, visit, visit.link(`/${town.id}/cases/${one.number}`), when)
}

async function lately(visit: Visit, town: Municipality, api: ApiClient): Promise<Html> {
  const { words, locale } = visit
  const closed = await api.get<PageTold<CaseTold>>(['cases'], {
    status: 'closed',
    limit: String(LATELY_AMONG),
  })
  const solved = (closed.ok ? closed.body.items : [])
    .filter(({ closedAs }) => closedAs === 'confirmed' || closedAs === 'unchallenged')
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .slice(0, LATELY)
  return html`<section aria-labelledby="lately"><h2 id="lately">${words.lately}</h2>
${solved.length === 0 && html`<p>${words.noLately}</p>`}
<ul class="rows">${solved.map((one) =>
    caseRow(
      one,
      visit,
      visit.link(`/${town.id}/cases/${one.number}`),
      html`${words.solvedOn} ${shortDayIn(one.closedAt ?? one.updatedAt, locale)}`,
    ),
  )}</ul></section>`
}

async function figures({ words, locale }: Visit, api: ApiClient): Promise<Html | false> {
  const counted = await api.get<FiguresTold>(['figures'])
  if (!counted.ok) return false
  return html`<section aria-labelledby="figures"><h2 id="figures">${words.figures}</h2>
<p class="quiet">${words.figuresNote}</p>
<dl class="figures">${FIGURES.map((name) => {
    const [label, meaning] = words[name]
    return html`<div class="figure-${name}"><dt>${label} <span>${meaning}</span></dt>
      <dd>${numberIn(counted.body[name], locale)}</dd></div>`
  })}</dl></section>`
}
