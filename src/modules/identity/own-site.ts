/**
 * Whether a browser sent this from our own pages. A browser says so itself (Fetch Metadata); an old one at least names
 * the origin. What says neither is no browser, and has no business with a cookie.
 */
export function isFromOwnSite(
  header: (name: string) => string | undefined,
  origin: string,
): boolean {
  const named = header('origin')
  if (named !== undefined && named !== origin) return false
  const site = header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && named === undefined)
  return named === origin
}
