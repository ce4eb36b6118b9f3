import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

/** The API as one visitor sees it, typed by the committed OpenAPI document. */
export type Api = Client<paths, `${string}/${string}`>
/** What the API tells, by the name that its document gives it: `Told['Case']`. */
export type Told = components['schemas']

type Options = {
  /** Where the API is; in the browser it stands beside the page. */
  origin?: string
  locale: string
  /** On the server: the program itself, as this visitor. In the browser: the network. */
  fetch?: (request: Request) => Promise<Response>
}

/** The one way in which a page learns anything, on the server as in the browser. */
export function createApi({ origin = '', locale, fetch }: Options): Api {
  return createClient<paths>({
    baseUrl: `${origin}/api/v1`,
    headers: { 'accept-language': locale },
    ...(fetch && { fetch }),
    querySerializer: { array: { style: 'form', explode: true } },
  })
}
