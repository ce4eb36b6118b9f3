import { Heading } from '@nl-design-system-candidate/heading-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { municipalities: context.get(visitContext).municipalities }
}

/** Which municipalities are served here. */
export default function StartPage() {
  const { start } = useWords()
  const { municipalities } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${start.title} · Lantaarn`}</title>
      <Heading level={1}>{start.title}</Heading>
      <Paragraph purpose="lead">{start.intro}</Paragraph>
      <Heading level={2}>{start.municipalities}</Heading>
      {municipalities.length === 0 ? (
        <Paragraph>{start.none}</Paragraph>
      ) : (
        <ul className="cards">
          {municipalities.map(({ id, name }) => (
            <li key={id}>
              <a href={`/${id}`}>
                <strong>{name}</strong> <span className="quiet">{id}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
