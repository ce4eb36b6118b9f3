const MOST = 500
/** Two slashes, or a backslash, would lead to another host. */
const OWN = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/** A page of ours to go on to, or nothing: what comes in an address was written by anybody. */
export function ownPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > MOST || !OWN.test(text)) return undefined
  return text
}

/** An address of ours that leads on to a page afterwards. */
export function leadingTo(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?${new URLSearchParams({ next })}`
}
