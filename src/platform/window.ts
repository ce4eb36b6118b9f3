import sql, { type Sql } from 'sql-template-tag'
import { isByMail, isByMailIn } from './by-mail.ts'

/** How many may leave to a destination of which nothing is known yet. */
const FIRST_ROOM = 4
const MOST = 32
/** Nobody waits for a mail as for a webhook, and writing one costs more (ADR 10): not at the beginning, nor later. */
const MOST_BY_MAIL = 2

const mostOf = (destination: string) => (isByMail(destination) ? MOST_BY_MAIL : MOST)

/** The same in SQL, for destinations that no window knows. */
export const firstRoom = (destination: Sql): Sql =>
  sql`case when ${isByMailIn(destination)} then ${MOST_BY_MAIL}::int8 else ${FIRST_ROOM}::int8 end`

/**
 * How many messages may be under way to one destination: few until it is seen to answer, twice as many after each
 * delivery, one after a failure. Destinations that hang hold so few places that they take none from the others.
 */
export function createWindows() {
  const sizes = new Map<string, number>()
  const underWay = new Map<string, number>()
  const sizeOf = (destination: string) =>
    sizes.get(destination) ?? Math.min(FIRST_ROOM, mostOf(destination))
  return {
    began: (destination: string) =>
      void underWay.set(destination, (underWay.get(destination) ?? 0) + 1),
    ended(destination: string) {
      const left = (underWay.get(destination) ?? 1) - 1
      if (left === 0) underWay.delete(destination)
      else underWay.set(destination, left)
    },
    succeeded: (destination: string) =>
      void sizes.set(destination, Math.min(mostOf(destination), sizeOf(destination) * 2)),
    failed: (destination: string) => void sizes.set(destination, 1),
    /**
     * Of each destination that is known or limited, how many more may leave now; of any other it is `firstRoom`. A
     * limit is how many at most may be under way at once.
     */
    room(
      limits: ReadonlyMap<string, { most_at_once?: number | undefined }>,
    ): [destination: string, room: number][] {
      const known = new Set([...sizes.keys(), ...underWay.keys(), ...limits.keys()])
      return [...known].map((destination) => {
        const most = limits.get(destination)?.most_at_once ?? Number.POSITIVE_INFINITY
        const size = Math.min(sizeOf(destination), most)
        return [destination, Math.max(0, size - (underWay.get(destination) ?? 0))]
      })
    },
  }
}
