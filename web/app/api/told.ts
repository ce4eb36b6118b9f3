/** What openapi-fetch gives. */
type Answered<Body> = { data?: Body; error?: unknown; response: Response }

/**
 * What the API told. What it does not know, or not for this visitor, is a page that is not there; that it cannot
 * answer now is said as such. A form handles what it may be refused by itself, and does not come here.
 */
export function told<Body>({ data, response }: Answered<Body>): Body {
  if (data !== undefined) return data
  throw new Response(null, { status: response.status >= 500 ? 503 : 404 })
}
