import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { AdministrationFrame, useParts } from '../features/administration/administration-frame.tsx'
import { enter } from '../features/administration/entry.ts'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { head } = await enter(context.get(visitContext))
  return { head }
}

/** What whoever looks may administer here. */
export default function AdministrationPage() {
  const { administration } = useWords()
  const { head } = useLoaderData<typeof loader>()
  const parts = useParts(head)
  return (
    <AdministrationFrame title={administration.title(head.town.name)} head={head}>
      <p className="lead">{administration.intro}</p>
      <ul className="cards">
        {parts.map(([href, name]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </AdministrationFrame>
  )
}
