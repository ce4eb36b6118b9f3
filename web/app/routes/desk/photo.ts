import type { LoaderFunctionArgs } from 'react-router'
import { photoFor } from '../../api/photo.ts'
import { deskOf } from '../../features/desk/desk-visit.ts'

/** A photo that only the desk may see: its key is in the session, and never in the browser’s hands. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { visit, town, formToken } = deskOf(context)
  if (formToken === undefined) throw new Response(null, { status: 404 })
  return photoFor(visit, { municipality: town.id, photo: params.photo ?? '', request })
}
