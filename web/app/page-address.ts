/**
 * Path and search of a page, also where only its data is asked for: what React Router adds to the address then is no part
 * of it, and nobody is led back to it.
 */
export function pageAddress({ pathname, search }: URL): string {
  if (!pathname.endsWith('.data')) return `${pathname}${search}`
  const page = pathname.replace(/(\/_|\/_root)?\.data$/, (_, root?: string) => (root ? '/' : ''))
  const asked = new URLSearchParams(search)
  asked.delete('_routes')
  return asked.size === 0 ? page : `${page}?${asked}`
}
