import type { LoaderFunctionArgs } from 'react-router'
import { enterDesk, stillIn } from '../../features/desk/desk-visit.ts'
import { wrongfulAsked } from '../../features/desk/read-wrongful.ts'

/** The list as a file for the bookkeeping, narrowed as the page was. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town } = await enterDesk(context, 'wrongful')
  const states = Object.keys(visit.words.wrongful.states)
  const { query } = wrongfulAsked(new URL(request.url).searchParams, states)
  const { response, data } = await visit.api.GET('/wrongful-report-sheets', {
    params: { query: { municipality: town.id, format: 'csv', ...query } },
    headers: { 'accept-language': visit.locale },
    parseAs: 'arrayBuffer',
  })
  stillIn({ visit, town }, response)
  if (data === undefined)
    throw new Response(null, { status: response.status >= 500 ? 503 : response.status })
  return new Response(data as unknown as ArrayBuffer, {
    headers: ['content-type', 'content-disposition', 'cache-control'].flatMap(
      (name): [string, string][] => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value]]
      },
    ),
  })
}
