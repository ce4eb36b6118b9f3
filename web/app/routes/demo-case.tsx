import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Button } from '../components/button.tsx'
import { Timeline } from '../features/case/parts.tsx'
import { sampleOf } from '../features/demo/break-lamp.ts'
import { useSetting, useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

/** After so long nobody watches any more, whatever is still to come. */
const WATCHED_MS = 10 * 60_000

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { town } = sampleOf(visit)
  const asked = { path: { case: params.number ?? '' }, query: { municipality: town.id } }
  const [found, decisions] = await Promise.all([
    visit.api.GET('/cases/{case}', { params: asked }),
    visit.api.GET('/cases/{case}/decisions', { params: asked }),
  ])
  const one = told(found)
  const isOver = one.status === 'closed' || one.verification === 'confirmed'
  const isLong = visit.now_ms - Date.parse(one.openedAt) > WATCHED_MS
  const isStill = new URL(request.url).searchParams.has('still')
  const sentences = (decisions.data?.items ?? []).map(
    ({ inWords }) => inWords[visit.locale].sentence,
  )
  return { town, one, sentences, refreshes: !isOver && !isLong && !isStill }
}

/** Each step of one broken lamp as it happens: what the API tells everybody, and nothing else. */
export default function DemoCasePage() {
  const { demo } = useWords()
  const { town: here } = useSetting()
  const { town, one, sentences, refreshes } = useLoaderData<typeof loader>()
  const lamp = one.asset?.publicNumber ?? one.asset?.id
  return (
    <div className="narrow">
      <title>{`${demo.follow(one.number)} · Lantaarn`}</title>
      {refreshes && <meta httpEquiv="refresh" content="2" />}
      <h1>{demo.follow(one.number)}</h1>
      {lamp && <p className="lead">{demo.lamp(lamp)}</p>}
      {sentences.length > 0 && <h2>{demo.why}</h2>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h2>{demo.steps}</h2>
      <Timeline one={one} />
      {refreshes && (
        <p>
          {demo.refreshes} <a href="?still=yes">{demo.still}</a>
        </p>
      )}
      <p>
        <a href={`/${here?.id}/cases/${one.number}`}>{demo.case}</a>
      </p>
      <form method="post" action={`/${town.id}/demo`}>
        <Button look="quiet">{demo.again}</Button>
      </form>
    </div>
  )
}
