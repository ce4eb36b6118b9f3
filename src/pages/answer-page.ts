import { html } from 'hono/html'
import { termInWords } from '#kernel/term-in-words'
import type { AssetTold, PageTold, PhotoTold } from './api-answers.ts'
import type { ApiClient } from './api-client.ts'
import type { Html } from './layout.ts'
import { dayIn, momentIn } from './moments.ts'
import { photoStrip } from './photo-strip.ts'
import { placeSketch, SKETCH_RADIUS_M } from './place-sketch.ts'
import type { Municipality, Visit } from './visit.ts'
import type { AnswerWords } from './words/answer-nl.ts'

type InBoth = { nl: string; en: string }

/** An assignment as its party reads it over the API. */
export type AskedTask = {
  id: string
  revision: number
  status: string
  party: { id: string; name: string }
  category: { id: string; name?: InBoth }
  plannedOn?: string
  waitsFor?: string[]
  terms: { milestone: string; by: string; isExpectation?: true }[]
  suspensions?: { reason: string; name: InBoth }[]
  suspension?: { name: InBoth; until: string }
  because?: { words: InBoth }
  allowedAnswers: string[]
  why?: InBoth
  case: {
    number: string
    priority: 'normal' | 'urgent' | 'danger'
    isMadeSafe?: boolean
    signals: number
    place?: { lon: number; lat: number }
    asset?: { id: string; publicNumber?: string }
    isAssetUncertain?: boolean
    street?: string
    neighbourhood?: string
  }
  question?: { askedAt: string; repliedAt?: string; lapsedAt?: string }
  shared?: {
    ground: string
    descriptions: { text: string }[]
    reply?: string
    photos: PhotoTold[]
  }
}

export type CategoryTold = { id: string; name: InBoth; isReportable: boolean }
export type AnswerGiven = { id: string; answer: string; answeredAt: string }

const MOST_ASSETS = '60'

export const titleOf = ({ category }: AskedTask, { locale }: Visit): string =>
  category.name?.[locale] ?? category.id

type Shown = {
  visit: Visit
  town: Municipality
  words: AnswerWords
  task: AskedTask
  /** Of this page. */
  action: string
  /** As anybody reads it. */
  api: ApiClient
}

/** What, where and by when, as a crew needs it, with the form to answer. */
export async function answerPage(shown: Shown, form: Html): Promise<Html> {
  const { visit, town, words, task } = shown
  const isUnsafe = task.case.priority === 'danger' && !task.case.isMadeSafe
  return html`<h1>${titleOf(task, visit)} <span class="number">${task.case.number}</span></h1>
<p class="lead">${words.askedOf(task.party.name, town.name)}</p>
${
  isUnsafe &&
  html`<div class="notice notice-wrong"><h2>${words.isDangerous}</h2>
<p>${words.isDangerousText}</p></div>`
}
<div class="columns answering">
<section aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>
${factsOf(shown)}
${task.case.isAssetUncertain && html`<p>${words.uncertain}</p>`}
${(task.waitsFor ?? []).length > 0 && html`<p>${words.waits}</p>`}
${task.because && html`<p>${words.because(task.because.words[visit.locale])}</p>`}
${
  task.suspension &&
  html`<p>${words.suspended(
    task.suspension.name[visit.locale],
    momentIn(task.suspension.until, visit.locale),
  )}</p>`
}
${isWaitingForReply(task) && html`<p>${words.asked}</p>`}
${sharedOf(shown)}
${task.why && html`<h3>${words.why}</h3><p>${task.why[visit.locale]}</p>`}
${await sketchOf(shown)}
</section>
<section aria-labelledby="answering"><h2 id="answering">${words.yourAnswer}</h2>
${form}</section>
</div>`
}

function factsOf({ visit, words, task }: Shown): Html {
  const { locale, words: all } = visit
  const { case: ofCase, terms, plannedOn } = task
  const { street, neighbourhood, asset, priority, isMadeSafe, signals } = ofCase
  const address = [street, neighbourhood].filter((one) => one !== undefined).join(', ')
  const pressing = priority === 'normal' || (priority === 'danger' && isMadeSafe)
  const open = terms
    .filter(({ milestone }) => milestone === 'done' || !isMadeSafe)
    .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by))
  const rows: [string, Html | string | undefined][] = [
    [
      words.what,
      pressing
        ? titleOf(task, visit)
        : html`<span class="mark-${priority}">${all[priority as 'danger' | 'urgent']}</span>
${titleOf(task, visit)}`,
    ],
    [words.where, address || undefined],
    [words.object, asset && (asset.publicNumber ?? asset.id)],
    [words.coordinates, coordinatesOf(ofCase.place, words)],
    ...open.map(({ milestone, by, isExpectation }): [string, Html] => [
      words.by[milestone] ?? milestone,
      html`<strong><time datetime="${by}">${termInWords(Date.parse(by), locale, visit.now_ms)}</time></strong>${
        isExpectation && html` <span class="quiet">(${words.expectation})</span>`
      }`,
    ]),
    [words.by.done ?? '', open.length === 0 ? words.noTerm : undefined],
    [words.planned, plannedOn && dayIn(plannedOn, locale)],
    [words.reports, signals > 1 ? String(signals) : undefined],
  ]
  return html`<dl class="facts">${rows.map(
    ([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}

function coordinatesOf(place: AskedTask['case']['place'], words: AnswerWords) {
  if (!place) return undefined
  const text = `${place.lat.toFixed(6)}, ${place.lon.toFixed(6)}`
  const url = `geo:${place.lat.toFixed(6)},${place.lon.toFixed(6)}`
  return html`${text} (<a href="${url}">${words.openMap}</a>)`
}

const isWaitingForReply = ({ question }: AskedTask): boolean =>
  question !== undefined && question.repliedAt === undefined && question.lapsedAt === undefined

/** There only where the agreement names the ground. */
function sharedOf({ visit, words, action, task: { shared } }: Shown): Html | false {
  if (!shared) return false
  const { descriptions, photos, reply } = shared
  if (descriptions.length === 0 && photos.length === 0 && reply === undefined) return false
  // The browser has no key but this page's own address.
  const addressOf = ({ id }: PhotoTold) => {
    const [path] = action.split('?')
    return { large: `${path}/photos/${id}`, small: `${path}/photos/${id}?size=thumb` }
  }
  return html`${
    shared.descriptions.length > 0 &&
    html`<h3>${words.shared}</h3>
${shared.descriptions.map(({ text }) => html`<blockquote>${text}</blockquote>`)}`
  }${
    photos.length > 0 && html`<h3>${words.sharedPhotos}</h3>${photoStrip(visit, photos, addressOf)}`
  }${
    shared.reply !== undefined &&
    html`<h3>${words.reply}</h3><blockquote>${shared.reply}</blockquote>`
  }
<p class="hint">${words.sharedOn(shared.ground)}</p>`
}

async function sketchOf({ visit, task, api }: Shown): Promise<Html | false> {
  const { place, asset } = task.case
  if (!place) return false
  const near = await api.get<PageTold<AssetTold>>(['assets'], {
    lon: String(place.lon),
    lat: String(place.lat),
    radius: String(SKETCH_RADIUS_M),
    limit: MOST_ASSETS,
  })
  return near.ok && placeSketch(visit.words, place, near.body.items, asset?.id)
}
