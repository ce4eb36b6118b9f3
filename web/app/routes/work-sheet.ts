import type { LoaderFunctionArgs } from 'react-router'
import { withLink } from '../api/link.ts'
import { visitContext } from '../visit.ts'

/** The sheet itself, by the address of its page: the link is the key to it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { token = '' } = params
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const { response, data } = await visit.api.GET('/work-sheets', {
    params: { query: { format } },
    headers: { ...withLink(token), 'accept-language': visit.locale },
    parseAs: 'arrayBuffer',
  })
  if (data === undefined) throw new Response(null, { status: response.status >= 500 ? 503 : 404 })
  return new Response(data as unknown as ArrayBuffer, {
    headers: ['content-type', 'content-disposition', 'cache-control'].flatMap(
      (name): [string, string][] => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value]]
      },
    ),
  })
}
