import sql, { type Sql } from 'sql-template-tag'

/** The destination of whatever leaves by mail. Behind a slash stands who has a window and a breaker of their own. */
export const BY_MAIL = 'mail'

/** So that one full mailbox holds up nobody else's mail. */
export const byMailTo = (whom: string): string => `${BY_MAIL}/${whom}`

export function isByMail(destination: string): boolean {
  return destination === BY_MAIL || destination.startsWith(`${BY_MAIL}/`)
}

/** The same of a column. */
export const isByMailIn = (destination: Sql): Sql =>
  sql`(${destination} = ${BY_MAIL} or starts_with(${destination}, ${`${BY_MAIL}/`}))`
