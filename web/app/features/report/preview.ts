import type { Api, Told } from '../../api/client.ts'
import type { Category } from './categories.ts'
import { chosenOf } from './categories.ts'
import { addressOf, type Draft, placeQuery } from './draft.ts'

export type Preview = Told['SignalPreview']

/** What is known where a draft says; or why that is no place here. */
export async function readPreview(
  api: Api,
  municipality: string,
  draft: Draft,
): Promise<{ preview: Preview } | { fault: string }> {
  const place = placeQuery(draft)
  if (!place || draft.category === undefined) return { fault: 'place-missing' }
  const query = { municipality, category: draft.category, ...place }
  const { data, error, response } = await api.GET('/signal-previews', { params: { query } })
  if (data) return { preview: data }
  if (response.status >= 500) throw new Response(null, { status: 503 })
  const { type = '' } = (error ?? {}) as { type?: string }
  return { fault: type.slice(type.lastIndexOf('/') + 1) }
}

/** Whether there is anything to tell or to ask before going on; else nobody has to read a page. */
export function isWorthTelling(preview: Preview, draft: Draft): boolean {
  const { same, near, callFirst, outlook, isAssetUncertain } = preview
  if (draft.seen) return false
  return (
    same !== undefined ||
    callFirst !== undefined ||
    isAssetUncertain ||
    isChoiceOpen(preview, draft) ||
    // Of an object that was named, what stands beside it is another matter.
    (draft.asset === undefined && near.length > 0) ||
    outlook?.outcome === 'owner-only' ||
    outlook?.role !== undefined
  )
}

/** A place where more than one object can be meant, and none was named. */
export function isChoiceOpen({ choices }: Preview, { asset }: Draft): boolean {
  return asset === undefined && choices.length > 0
}

/** The page after what is known: the questions, where the category has any whose answer is chosen. */
export function afterKnown(town: string, draft: Draft, category: Category): string {
  return addressOf(town, chosenOf(category).length > 0 ? '/vragen' : '/versturen', draft)
}
