import type { Fields } from './fields.ts'

/** `extensions=true` is how Open311 servers are asked for what they know beyond the standard. */
export function isExtended(query: Fields): boolean {
  return query.get('extensions')?.[0]?.toLowerCase() === 'true'
}
