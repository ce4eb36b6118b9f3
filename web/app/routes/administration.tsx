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
      <ul className="rows parts">
        {parts.map(([href, name, about]) => (
          <li key={href} className="row">
            <p className="row__title">
              <a href={href}>{name}</a>
            </p>
            <p className="quiet">{about}</p>
          </li>
        ))}
      </ul>
    </AdministrationFrame>
  )
}
