import type { Visit } from '../visit.ts'

/**
 * A photo as whoever asks may see it, by an address of a page: for a browser that does not hold what opens it. To
 * anybody else it is not there.
 */
export async function photoFor(
  visit: Visit,
  {
    municipality,
    photo,
    request,
    headers,
  }: {
    municipality: string
    photo: string
    request: Request
    headers?: Readonly<Record<string, string>>
  },
): Promise<Response> {
  const isSmall = new URL(request.url).searchParams.get('size') === 'thumb'
  const { response, data } = await visit.api.GET('/photos/{photo}', {
    params: { path: { photo }, query: { municipality, size: isSmall ? 'thumb' : 'full' } },
    parseAs: 'arrayBuffer',
    ...(headers && { headers }),
  })
  if (data === undefined) throw new Response(null, { status: response.status >= 500 ? 503 : 404 })
  const kept = ['content-type', 'content-disposition', 'cache-control']
  return new Response(data as unknown as ArrayBuffer, {
    headers: kept.flatMap((name): [string, string][] => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  })
}
