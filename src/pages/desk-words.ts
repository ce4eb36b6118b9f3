import { html } from 'hono/html'
import type { CaseInFull, Described, PhotoTold } from './api-answers.ts'
import type { DeskForms, Typed } from './desk-forms.ts'
import type { Html } from './layout.ts'
import { momentIn } from './moments.ts'
import { type PhotoAddress, photoStrip } from './photo-strip.ts'
import type { Municipality, Visit } from './visit.ts'
import { CHANNELS } from './words/kinds.ts'

/** What people wrote and sent, with what everybody may see of it. */
export function wordsAndPhotos(
  visit: Visit,
  town: Municipality,
  one: CaseInFull,
  { forms, typed }: { forms: DeskForms; typed: Typed },
): Html {
  const { desk } = visit
  const { descriptions = [] } = one
  const addressOf = atDesk(town)
  const told = descriptions.filter(
    ({ text, address, photos = [] }) => text || address || photos.length > 0,
  )
  return html`${
    told.length > 0 &&
    html`<section aria-labelledby="written"><h2 id="written">${desk.whatWasWritten}</h2>
${told.map(
  (said) => html`${inWords(visit, said)}${photoStrip(visit, said.photos ?? [], addressOf)}
${one.visibility === 'public' && release(visit, one, said, { forms, typed })}`,
)}</section>`
  }`
}

/** The browser has no key, but the session of the desk. */
export function atDesk({ id: town }: Municipality): PhotoAddress {
  return ({ id }: PhotoTold) => {
    const large = `/${town}/desk/photos/${id}`
    return { large, small: `${large}?size=thumb` }
  }
}

function inWords(visit: Visit, { text, address, receivedAt, ...how }: Described): Html {
  return html`<blockquote>${text && html`<p>${text}</p>`}${address && html`<p>${address}</p>`}
<p class="quiet"><time datetime="${receivedAt}">${momentIn(receivedAt, visit.locale)}</time>${howItCame(how, visit)}</p>
</blockquote>`
}

/** By which way it came, and through whose hands. */
function howItCame(
  { channel, enteredBy, isOnBehalf }: Pick<Described, 'channel' | 'enteredBy' | 'isOnBehalf'>,
  { desk, locale }: Visit,
): string {
  const parts = [
    CHANNELS[channel]?.[locale],
    enteredBy === undefined ? undefined : desk.enteredByUs,
    isOnBehalf ? desk.onBehalf : undefined,
  ]
  return parts.flatMap((part) => (part === undefined ? [] : [` · ${part}`])).join('')
}

function release(
  { desk }: Visit,
  one: CaseInFull,
  said: Described,
  { forms, typed }: { forms: DeskForms; typed: Typed },
): Html {
  const released = one.published?.find(({ signal }) => signal === said.signal)
  const isTyped = typed.do === 'publish' && typed.signal === said.signal
  return html`<details ${isTyped ? 'open' : ''}>
<summary>${released ? desk.isReleased : desk.isNotReleased}</summary>
${forms.publish(one, said, released, isTyped ? typed : undefined)}
${released && forms.unpublish(one, said)}</details>`
}
