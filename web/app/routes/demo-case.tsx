import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Button } from '../components/button.tsx'
import { Island } from '../components/island.tsx'
import { Timeline } from '../features/case/parts.tsx'
import { sampleOf } from '../features/demo/sample.ts'
import { useWords } from '../setting.ts'
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
  const isConfirmed = one.verification === 'confirmed'
  const isOver = one.status === 'closed' || isConfirmed
  const isLong = visit.now_ms - Date.parse(one.openedAt) > WATCHED_MS
  const isStill = new URL(request.url).searchParams.has('still')
  const sentences = (decisions.data?.items ?? []).map(
    ({ inWords }) => inWords[visit.locale].sentence,
  )
  return { town, one, sentences, isConfirmed, isOver, isLive: !isOver && !isLong && !isStill }
}

/** Each step of one broken lamp as it happens: what the API tells everybody, and nothing else. */
export default function DemoCasePage() {
  const { demo } = useWords()
  const { town, one, sentences, isConfirmed, isOver, isLive } = useLoaderData<typeof loader>()
  const lamp = one.asset?.publicNumber ?? one.asset?.id
  return (
    <div className="narrow">
      <title>{`${demo.follow(one.number)} · Lantaarn`}</title>
      {isLive && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      <h1>{lamp === undefined ? demo.anyLamp : demo.lamp(lamp)}</h1>
      <p className="quiet number">{one.number}</p>
      <live-steps data-live={isLive ? 'yes' : undefined} aria-live="polite">
        {sentences.length > 0 && (
          <>
            <h2>{demo.why}</h2>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </>
        )}
        <h2>{demo.steps}</h2>
        <Timeline one={one} />
        {isConfirmed && <p className="standing standing--closed">{demo.confirmed}</p>}
        {isOver && !isConfirmed && <p className="standing standing--closed">{demo.over}</p>}
        {isLive && (
          <p className="quiet">
            {demo.refreshes} <a href="?still=yes">{demo.still}</a>
          </p>
        )}
      </live-steps>
      <p>
        <a className="tall" href={`/${town.id}/cases/${one.number}`}>
          {demo.case}
        </a>
      </p>
      <form method="post" action={`/${town.id}/demo`}>
        <Button look="quiet">{demo.again}</Button>
      </form>
      {isLive && <Island name="live-steps">{null}</Island>}
    </div>
  )
}
