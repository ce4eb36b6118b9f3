import { API_BASE, type Locale } from '#platform/operation'

export type Answer<Body> =
  | { ok: true; body: Body }
  /** `problem` is the name of what went wrong, as the API's catalogue has it; `faults` says what and where. */
  | { ok: false; status: number; problem: string; faults?: readonly Fault[] }

export type Fault = { path: string; fault?: string; name?: string }

type Query = Readonly<Record<string, string | undefined>>

/** The API as one visitor sees it: with their key, or as the public. */
export type ApiClient = {
  get<Body>(path: readonly string[], query?: Query): Promise<Answer<Body>>
  /** What is no JSON, such as a photo, as it comes. */
  fetch(path: readonly string[], query?: Query): Promise<Response>
  post<Body>(
    path: readonly string[],
    body?: unknown,
    own?: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>>
  /** The same with a body that is no JSON. */
  postBytes<Body>(
    path: readonly string[],
    bytes: Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>>
  put<Body>(path: readonly string[], body: unknown): Promise<Answer<Body>>
  delete<Body>(path: readonly string[]): Promise<Answer<Body>>
}

/** Sends a request to the program itself, without a network; `env` is that of the visitor's own request. */
export type InProcess = (
  path: string,
  init: RequestInit,
  env: object,
) => Response | Promise<Response>

/**
 * The one way in which a page learns anything: over the HTTP API, so that it can show nothing that the API would not
 * tell to whoever looks.
 */
export function createApiClient(
  request: InProcess,
  visitor: { municipality: string; locale: Locale; key?: string | undefined; env: object },
): ApiClient {
  const headers: Record<string, string> = { 'accept-language': visitor.locale }
  if (visitor.key !== undefined) headers.authorization = `Bearer ${visitor.key}`
  const address = (path: readonly string[], query: Query = {}) => {
    const search = new URLSearchParams({ municipality: visitor.municipality })
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) search.set(name, value)
    return `${API_BASE}/${path.map(encodeURIComponent).join('/')}?${search}`
  }
  const { env } = visitor
  const send = async <Body>(
    method: string,
    path: readonly string[],
    body?: unknown,
    own: Readonly<Record<string, string>> = {},
  ) =>
    answerOf<Body>(
      await request(
        address(path),
        {
          method,
          headers: {
            ...headers,
            ...own,
            ...(body === undefined ? {} : { 'content-type': JSON_TYPE }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        env,
      ),
    )
  return {
    get: async (path, query) => answerOf(await request(address(path, query), { headers }, env)),
    fetch: async (path, query) => request(address(path, query), { headers }, env),
    post: (path, body, own) => send('POST', path, body, own),
    postBytes: async (path, body, own) => {
      const init = { method: 'POST', headers: { ...headers, ...own }, body }
      return answerOf(await request(address(path), init, env))
    },
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}

const JSON_TYPE = 'application/json'

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const body = await response.json()
  if (response.ok) return { ok: true, body: body as Body }
  const { type = '', faults } = body as { type?: string; faults?: readonly Fault[] }
  const problem = type.slice(type.lastIndexOf('/') + 1)
  return { ok: false, status: response.status, problem, ...(faults ? { faults } : {}) }
}

/** What a list gives, page after page, and at most so many pages. */
export async function readAll<Item>(
  api: ApiClient,
  path: readonly string[],
  query: Query,
  most_pages: number,
): Promise<Answer<Item[]>> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < most_pages; page++) {
    const answer = await api.get<{ items: Item[]; next?: string }>(path, {
      ...query,
      limit: '200',
      cursor,
    })
    if (!answer.ok) return answer
    items.push(...answer.body.items)
    cursor = answer.body.next
    if (cursor === undefined) break
  }
  return { ok: true, body: items }
}
