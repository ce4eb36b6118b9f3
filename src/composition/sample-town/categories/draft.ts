import type { z } from '@hono/zod-openapi'
import type { Category, LocalText } from '#modules/categories'

/** A category as it is written here: what is left out gets its default. */
export type CategoryDraft = z.input<typeof Category>

export function text(nl: string, en: string): LocalText {
  return { nl, en }
}
