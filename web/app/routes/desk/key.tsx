import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { SignIn } from '../../features/desk/desk-page.tsx'
import { townOf, visitContext } from '../../visit.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  townOf(context.get(visitContext))
  return { told: new URL(request.url).searchParams.get('told') ?? undefined }
}

/** Signing in with the key of the desk, for whoever has no account. */
export default function Key() {
  const { told } = useLoaderData<typeof loader>()
  return <SignIn told={told} />
}
