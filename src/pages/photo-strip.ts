import { html } from 'hono/html'
import type { PhotoTold } from './api-answers.ts'
import type { Html } from './layout.ts'
import type { Visit } from './visit.ts'

/** Where a photo is read from, small and large. */
export type PhotoAddress = (photo: PhotoTold) => { small: string; large: string }

/** Photos in a row, each a way to the whole of it. */
export function photoStrip(
  { words }: Visit,
  photos: readonly PhotoTold[],
  addressOf: PhotoAddress,
): Html | false {
  return (
    photos.length > 0 &&
    html`<ul class="photos">${photos.map((photo, i) => {
      const { small, large } = addressOf(photo)
      return html`<li><a href="${large}"><img src="${small}" alt="${words.photo(i + 1)}"
loading="lazy"></a></li>`
    })}</ul>`
  )
}
