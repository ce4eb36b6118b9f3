/**
 * Messages that leave together: waiting → due → taken up by the message that carries them → delivered with it. They stand in
 * the outbox as all others, so that they are taken back, watched and kept in order as those are; only nobody sends them by
 * themselves.
 */
export const GATHERED = 'gathered'

/** The destination of what waits to leave together. */
export const gatheredTo = (whom: string): string => `${GATHERED}/${whom}`

/** Behind which name it waits; undefined where it leaves by itself. */
export function gatheredFor(destination: string): string | undefined {
  return destination.startsWith(`${GATHERED}/`) ? destination.slice(GATHERED.length + 1) : undefined
}
