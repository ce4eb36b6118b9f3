import { useSetting, useWords } from '../../setting.ts'
import { DeskCaseRow } from './desk-case-row.tsx'
import { LateMap } from './late-map.tsx'
import type { CaseRead } from './read-case.ts'

/** Where it is, and what else is open there: on a map once the page runs, and in a list. */
export function CasePlace({
  read: { one, map, around },
  now_ms,
}: {
  read: CaseRead
  now_ms: number
}) {
  const { desk } = useWords()
  const { town } = useSetting()
  if (!one.place) return null
  return (
    <section className="case-map" aria-labelledby="where">
      <h2 id="where">{desk.whereItIs}</h2>
      {map && (
        <LateMap
          mode="look"
          municipality={one.municipality}
          map={map}
          at={one.place}
          isMarked
          casesAt={`/${town?.id}/desk/cases`}
        />
      )}
      {around.length > 0 && (
        <>
          <h3>{desk.openNearby}</h3>
          <ul className="rows">
            {around.map((other) => (
              <DeskCaseRow key={other.id} one={other} now_ms={now_ms} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
