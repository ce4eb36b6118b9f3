import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
} from 'react-router'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { sampleOf } from '../features/demo/sample.ts'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export function loader({ context }: LoaderFunctionArgs) {
  sampleOf(context.get(visitContext))
  return null
}

export async function action({ context }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { town, sample } = sampleOf(visit)
  const broken = await sample.breakThing()
  if ('number' in broken) return redirect(`/${town.id}/demo/${broken.number}`, 303)
  return data(broken, { status: broken.problem === 'often' ? 429 : 503 })
}

/** In the sample town anybody lets a lamp break, to see what comes of it. */
export default function DemoPage() {
  const { demo } = useWords()
  const broken = useActionData<typeof action>()
  return (
    <div className="narrow">
      <title>{`${demo.title} · Lantaarn`}</title>
      <h1>{demo.title}</h1>
      {broken && 'problem' in broken && <Notice isWrong title={demo[broken.problem]} />}
      <p className="lead">{demo.intro}</p>
      <form method="post">
        <Button>{demo.submit}</Button>
      </form>
    </div>
  )
}
