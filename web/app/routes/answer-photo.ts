import type { LoaderFunctionArgs } from 'react-router'
import { withLink } from '../api/link.ts'
import { photoFor } from '../api/photo.ts'
import { townOf, visitContext } from '../visit.ts'

/** A photo that the party may see, by the address of its page: the link is the key to it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { token = '', photo = '' } = params
  const municipality = townOf(visit).id
  return photoFor(visit, { municipality, photo, request, headers: withLink(token) })
}
