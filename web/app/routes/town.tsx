import { Heading } from '@nl-design-system-candidate/heading-react'
import { Link } from '@nl-design-system-candidate/link-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ButtonLink } from '../components/button.tsx'
import { CaseRow } from '../components/case-row.tsx'
import { Island } from '../components/island.tsx'
import { SeesSomething } from '../components/sees-something.tsx'
import { Figures } from '../features/town/figures.tsx'
import { FindCase } from '../features/town/find-case.tsx'
import { readTown } from '../features/town/read-town.ts'
import { shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined
  const { now_ms } = visit
  const isSample = visit.sample?.municipality === town.id
  return { town, now_ms, cursor, isSample, ...(await readTown(visit.api, town.id, cursor)) }
}

/** How it stands in one municipality. */
export default function TownPage() {
  const words = useWords()
  const { locale } = useSetting()
  const { town, now_ms, cursor, isSample, open, lately, figures } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${words.town.title(town.name)} · Lantaarn`}</title>
      <Heading level={1}>{words.town.title(town.name)}</Heading>
      <Paragraph purpose="lead">{words.town.intro}</Paragraph>
      <p className="actions">
        <ButtonLink href={`/${town.id}/melden`}>{words.frame.reportIt}</ButtonLink>
        <Link href={`/${town.id}/buurt`}>{words.area.all(town.name)}</Link>
        {isSample && <Link href={`/${town.id}/demo`}>{words.demo.title}</Link>}
      </p>
      <FindCase municipality={town.id} />
      <div className="columns">
        <section aria-labelledby="open">
          <Heading level={2} id="open">
            {words.town.open}
          </Heading>
          {open.items.length === 0 && (
            <>
              <Paragraph>{words.town.noOpen}</Paragraph>
              <SeesSomething municipality={town.id} />
            </>
          )}
          <ul className="rows">
            {open.items.map((one) => (
              <CaseRow
                key={one.id}
                one={one}
                now_ms={now_ms}
                when={`${words.case.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
              />
            ))}
          </ul>
          <p className="pager">
            {cursor && <Link href={`/${town.id}`}>{words.town.newest}</Link>}
            {open.next && (
              <Link rel="next" href={`/${town.id}?${new URLSearchParams({ cursor: open.next })}`}>
                {words.town.older}
              </Link>
            )}
          </p>
        </section>
        <div>
          <Figures figures={figures} />
          {lately && (
            <section aria-labelledby="lately">
              <Heading level={2} id="lately">
                {words.town.lately}
              </Heading>
              {lately.length === 0 && <Paragraph>{words.town.noLately}</Paragraph>}
              <ul className="rows">
                {lately.map((one) => (
                  <CaseRow
                    key={one.id}
                    one={one}
                    now_ms={now_ms}
                    when={`${words.case.solvedOn} ${shortDayIn(one.closedAt ?? one.updatedAt, locale)}`}
                  />
                ))}
              </ul>
            </section>
          )}
          <Island name="copy-link">
            <copy-link data-done={words.copy.done}>
              <Button type="button" look="quiet" hidden>
                {words.copy.link}
              </Button>
              <span role="status" />
            </copy-link>
          </Island>
        </div>
      </div>
    </>
  )
}
