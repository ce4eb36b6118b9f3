import { html } from 'hono/html'
import { termInWords } from '#kernel/term-in-words'
import type { AreaTold, AssetTold, CaseInFull, DecisionTold, PageTold } from './api-answers.ts'
import type { ApiClient } from './api-client.ts'
import { categoryOf, isLate, lineOf, marks } from './case-row.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import { releasedWords } from './photo-strip.ts'
import { placeSketch, SKETCH_RADIUS_M } from './place-sketch.ts'
import { timeline } from './timeline.ts'
import type { Municipality, Visit } from './visit.ts'

const MOST_ASSETS = '60'

/** What, where, who and why, by when, and what happened: the same for everybody who may see it. */
export async function casePage(
  visit: Visit,
  town: Municipality,
  one: CaseInFull,
  { api, atDesk }: { api: ApiClient; atDesk?: { back: Html; acts: Html } },
): Promise<Html> {
  const { words } = visit
  const category = categoryOf(one, visit)
  // Of what an office answers there is no party, no term and, for everybody, no place: only how it stands.
  const isFault = one.kind === 'fault'
  const back = html`<a href="${visit.link(`/${town.id}`)}">← ${words.backToTown(town.name)}</a>`
  return html`<p class="crumb">${atDesk?.back ?? back}</p>
<h1>${category} <span class="number">${one.number}</span></h1>
<p class="standing standing-${one.status}">${lineOf(one, visit)} ${marks(one, visit)}</p>
${atDesk?.acts}
<div class="columns">
<div>
${releasedWords(visit, one.published ?? [])}
${
  isFault &&
  html`${await whoAndWhy(visit, one, api)}
${byWhen(visit, one)}`
}
<section aria-labelledby="happened"><h2 id="happened">${words.timeline}</h2>
${one.signals > 1 && html`<p>${words.signals(one.signals)}.</p>`}
${one.recurrenceOf && recurrence(visit, town, one.recurrenceOf)}
${timeline(one, visit)}
${!atDesk && feedLink(visit, town, one)}
</section>
</div>
${
  (isFault || atDesk) &&
  html`<section aria-labelledby="where"><h2 id="where">${words.where}</h2>
${await whereIs(visit, one, api)}
</section>`
}
</div>`
}

const feedLink = ({ link, words }: Visit, { id }: Municipality, { number }: CaseInFull) =>
  html`<p><a href="${link(`/${id}/cases/${number}/feed.atom`)}">${words.feed}</a></p>`

async function whoAndWhy(visit: Visit, one: CaseInFull, api: ApiClient): Promise<Html> {
  const { words, locale } = visit
  const told = await api.get<PageTold<DecisionTold>>(['cases', one.number, 'decisions'])
  const decisions = told.ok ? told.body.items : []
  const last = decisions.at(-1)
  return html`<section aria-labelledby="who"><h2 id="who">${words.who}</h2>
${one.ownerOnly && html`<p>${words.ownerOnly(one.ownerOnly.name)}</p>`}
<p>${last ? last.inWords[locale].sentence : words.noDecision}</p>
${
  last &&
  html`<details><summary>${words.whole}</summary>
${decisions.map((decision) => wholeDecision(visit, decision, decisions.length > 1))}
</details>`
}</section>`
}

function wholeDecision({ words, locale }: Visit, decision: DecisionTold, hasMore: boolean): Html {
  const { sentence, because, notChosen } = decision.inWords[locale]
  const unlisted = decision.notListed.reduce((sum, { count }) => sum + count, 0)
  return html`<div class="decision">${hasMore && html`<p><strong>${sentence}</strong></p>`}
<h3>${words.because}</h3><ul>${because.map((line) => html`<li>${line}</li>`)}</ul>
${
  notChosen.length > 0 &&
  html`<h3>${words.notChosen}</h3><ul>${notChosen.map((line) => html`<li>${line}</li>`)}</ul>`
}${unlisted > 0 && html`<p>${words.notListed(unlisted)}</p>`}</div>`
}

function byWhen({ words, locale, now_ms }: Visit, one: CaseInFull): Html {
  const late = isLate(one, now_ms)
  const said =
    one.status === 'open'
      ? late
        ? words.isLate
        : words.onTime
      : one.doneAt === undefined
        ? words.endedWithout
        : late
          ? words.wasLate
          : words.wasOnTime
  return html`<section aria-labelledby="when"><h2 id="when">${words.when}</h2>
${
  one.reporterBy === undefined
    ? html`<p>${words.noTerm}</p>`
    : html`<p>${words.expectedBy} <strong><time datetime="${one.reporterBy}">${termInWords(
        Date.parse(one.reporterBy),
        locale,
        now_ms,
      )}</time></strong>. <span class="${late ? 'is-late' : ''}">${said}</span></p>`
}${one.status === 'open' && one.steps.map((step) => whyLonger(step, words, locale))}</section>`
}

/** What was found, and for what the work stands still: why a date is later than it was. */
function whyLonger(
  { party, because, suspension }: CaseInFull['steps'][number],
  words: Visit['words'],
  locale: Visit['locale'],
): Html {
  return html`${because && html`<p>${words.becauseOf(because.words[locale])}</p>`}${
    suspension &&
    html`<p>${words.isSuspended(party.name, suspension.name[locale])}.
${words.suspendedUntil(momentIn(suspension.until, locale))}</p>`
  }`
}

function recurrence(visit: Visit, town: Municipality, href: string): Html {
  const number = decodeURIComponent(href.split('/').at(-1)?.split('?')[0] ?? '')
  return html`<p>${visit.words.recurrence}
<a href="${visit.link(`/${town.id}/cases/${encodeURIComponent(number)}`)}">${number}</a></p>`
}

async function whereIs(visit: Visit, one: CaseInFull, api: ApiClient): Promise<Html> {
  const { words } = visit
  if (!one.place)
    return html`<p>${one.visibility === 'status-only' ? words.whereHidden : words.whereUnknown}</p>`
  const at = { lon: String(one.place.lon), lat: String(one.place.lat) }
  const radius = String(SKETCH_RADIUS_M)
  const [near, areas, own] = await Promise.all([
    api.get<PageTold<AssetTold>>(['assets'], { ...at, radius, limit: MOST_ASSETS }),
    api.get<PageTold<AreaTold>>(['areas'], { ...at, kind: 'neighbourhood' }),
    one.asset && api.get<AssetTold>(['assets', one.asset.id]),
  ])
  const assets = near.ok ? near.body.items : []
  const street = own?.ok ? own.body.street : undefined
  const rows: [string, string | undefined][] = [
    [words.object, one.asset && (one.asset.publicNumber ?? one.asset.id)],
    [words.street, street],
    [words.neighbourhood, areas.ok ? areas.body.items.map(({ name }) => name).join(', ') : ''],
  ]
  return html`${placeSketch(words, one.place, assets, one.asset?.id)}
<dl class="facts">${rows.map(
    ([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
${one.isAssetUncertain && html`<p>${words.uncertain}</p>`}`
}
