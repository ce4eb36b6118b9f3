import sql from 'sql-template-tag'
import type { Query } from '#platform/database'

/** The ids of the cases that a person reported, the last reported first. */
export async function listPersonCases(
  query: Query,
  municipality: string,
  person: string,
  most: number,
): Promise<string[]> {
  const rows = await query<{ case_id: string }>(sql`
    select case_id from cases.signals
    where municipality = ${municipality} and person = ${person}
    group by case_id
    order by max(received_at) desc, case_id
    limit ${most}`)
  return rows.map(({ case_id }) => case_id)
}

/** Who reported a case, with their signals; and how many other cases each of them reported. */
export async function listCasePersons(
  query: Query,
  municipality: string,
  caseId: string,
): Promise<{ id: string; person: string | null; others: number }[]> {
  return query<{ id: string; person: string | null; others: number }>(sql`
    select s.id, s.person, (
      select count(distinct o.case_id) from cases.signals o
      where o.municipality = s.municipality and o.person = s.person and o.case_id <> s.case_id
    )::int as others
    from cases.signals s
    where s.municipality = ${municipality} and s.case_id = ${caseId}::uuid
    order by s.received_at, s.id
    limit 200`)
}
