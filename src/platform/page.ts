import { z } from '@hono/zod-openapi'

export const MOST_ON_PAGE = 200

/** Where the page before ended, as text that a client hands back unread. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The two parameters of every list; the key is what its order goes by. */
export function pageQuery<Key extends z.ZodType>(key: Key) {
  const cursor = z
    .string()
    .max(500)
    .transform((text, context): z.output<Key> => {
      const parsed = key.safeParse(fromBase64(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: 'this is not a cursor of this list' })
      return z.NEVER
    })
  return {
    cursor: cursor
      .optional()
      .openapi({ type: 'string', description: 'The `next` of the page before.' }),
    limit: z.coerce.number().int().min(1).max(MOST_ON_PAGE).default(50).openapi({
      type: 'integer',
      minimum: 1,
      maximum: MOST_ON_PAGE,
      default: 50,
      description: 'At most so many items.',
    }),
  }
}

function fromBase64(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** A list as it is answered: without `next` it is the last page. */
export function pageOf<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ items: z.array(item), next: z.string().optional() }).openapi(name)
}

/** Of rows that were asked for one more than the page holds. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): { rows: readonly Row[]; next: string | undefined } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last && encodeCursor(keyOf(last)) }
}

/** A page of a list that is in memory and in the order of its ids. */
export function pageById<Item extends { id: string }>(
  items: Iterable<Item>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { rows: readonly Item[]; next: string | undefined } {
  const found: Item[] = []
  for (const item of items) {
    if (cursor !== undefined && item.id <= cursor) continue
    found.push(item)
    if (found.length > limit) break
  }
  return cutPage(found, limit, ({ id }) => [id])
}

/** The cursor of a list in the order of ids. */
export const IdCursor = z.tuple([z.string()]).transform(([id]) => id)
