import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { aboutIn, searchOf } from '../features/subscribe/about.ts'
import { useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  return { town, search: searchOf(aboutIn(new URL(request.url).searchParams)) }
}

/** The same for everybody who asked: whose address it is, and what it follows, is told by mail alone. */
export default function SubscriptionAskedPage() {
  const { asked } = useWords().subscribe
  const { town, search } = useLoaderData<typeof loader>()
  return (
    <div className="report">
      <title>{`${asked.title} · Lantaarn`}</title>
      <meta name="robots" content="noindex" />
      <h1>{asked.title}</h1>
      <p className="lead">{asked.text}</p>
      <h2>{asked.none}</h2>
      <ul>
        {asked.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="actions">
        <a className="button button--quiet" href={`/${town.id}/volgen${search}`}>
          {asked.again}
        </a>
      </p>
    </div>
  )
}
