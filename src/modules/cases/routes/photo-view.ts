import { z } from '@hono/zod-openapi'
import { hrefOf } from '#platform/operation'
import { Place } from './case-place.ts'
import { Instant } from './case-view.ts'

export const PhotoView = z
  .object({
    id: z.uuid(),
    href: z.string().openapi({ description: 'A JPEG of at most 2048 px.' }),
    thumbnail: z.string().openapi({ description: 'A JPEG of at most 480 px.' }),
  })
  .openapi('Photo')

export const EvidenceView = PhotoView.extend({
  place: Place.optional(),
  takenAt: Instant.optional(),
}).openapi('Evidence', {
  description: 'A photo, with where and when its party says to have taken it.',
})

/** Where a photo can be read, for whoever may. */
export function photoView(municipality: string, id: string) {
  return {
    id,
    href: hrefOf(['photos', id], { municipality }),
    thumbnail: hrefOf(['photos', id], { municipality, size: 'thumb' }),
  }
}
