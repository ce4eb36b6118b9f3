import { z } from '@hono/zod-openapi'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import type { Vault } from '#platform/vault'
import {
  type AssignmentFilter,
  type AssignmentRow,
  listAssignments as readAssignments,
} from '../assignment-queries.ts'
import { listCases } from '../case-list-queries.ts'
import type { CaseRow } from '../case-queries.ts'
import { ACTIVE_STATUSES, ASSIGNMENT_STATUSES } from '../lifecycle.ts'
import { type AssignmentTold, AssignmentView, assignmentView } from './assignment-view.ts'
import type { NamesOf } from './names-of.ts'
import { assignmentInFull, type SeenAssignment } from './seen-assignment.ts'
import { agreementOf, type TownOf } from './town-view.ts'

const Query = z.strictObject({
  status: z.array(z.enum(ASSIGNMENT_STATUSES)).optional(),
  ...pageQuery(z.tuple([z.number(), z.uuid()]).transform(([opened_ms, id]) => ({ opened_ms, id }))),
})

type Needs = { pool: Pool; townOf: TownOf }

export const listAssignments = (needs: Needs) =>
  ownOperation({
    method: 'get',
    path: '/assignments',
    operationId: 'listAssignments',
    tag: 'Assignments',
    summary: 'What is asked: of a party in all its municipalities, or by one municipality',
    parameters: { query: Query },
    success: { 200: 'Assignments, of the newest case first.' },
    answer: pageOf(AssignmentView, 'Assignments'),
    problems: {},
    async handle({ caller: { of, isStaff }, query }) {
      const { status: statuses, cursor, limit } = query
      const scope =
        'organisation' in of ? { organisation: of.organisation } : { tenant: of.municipality }
      const found = await needs.pool.read(scope, (run) =>
        readAssignments(run, {
          of,
          ...(statuses && { statuses }),
          ...(cursor && { after: cursor }),
          most: limit + 1,
        }),
      )
      const { rows, next } = cutPage(found, limit, (row) => [row.opened_at, row.id])
      return { body: { items: await told(needs, rows, isStaff), next } }
    },
  })

/** What is open and asked of a party, each as it reads it alone: in full only where something of it is sealed. */
export async function listWork(
  needs: Needs & { vault: Vault; namesOf: NamesOf },
  of: AssignmentFilter['of'],
  isStaff: boolean,
  most: number,
): Promise<AssignmentTold[]> {
  const scope =
    'organisation' in of ? { organisation: of.organisation } : { tenant: of.municipality }
  const statuses = ACTIVE_STATUSES.filter((status) => status !== 'proposed')
  const rows = await needs.pool.read(scope, (run) => readAssignments(run, { of, statuses, most }))
  const all: AssignmentTold[] = []
  for (const seen of await seeAll(needs, rows)) {
    const { row, ofCase, town } = seen
    const agreement = agreementOf(town, row.agreement, row.agreement_version)
    const isPlain = agreement?.reach.shareDescriptionOn === undefined && ofCase.lon !== null
    all.push(
      isPlain
        ? assignmentView(row, ofCase, town, isStaff)
        : await assignmentInFull(needs, seen, isStaff),
    )
  }
  return all
}

async function told(needs: Needs, rows: readonly AssignmentRow[], isStaff: boolean) {
  const all = await seeAll(needs, rows)
  return all.map(({ row, ofCase, town }) => assignmentView(row, ofCase, town, isStaff))
}

/** With their cases, read once a municipality. */
async function seeAll(
  { pool, townOf }: Needs,
  rows: readonly AssignmentRow[],
): Promise<SeenAssignment[]> {
  const cases = new Map<string, CaseRow>()
  const towns = new Map<string, Awaited<ReturnType<TownOf>>>()
  for (const [municipality, own] of Map.groupBy(rows, (row) => row.municipality)) {
    const ids = [...new Set(own.map((row) => row.case_id))]
    const read = await pool.read({ tenant: municipality }, (query) =>
      listCases(query, municipality, { isStaff: true, ids, most: ids.length }),
    )
    for (const row of read) cases.set(row.id, row)
    towns.set(municipality, await townOf(municipality))
  }
  return rows.flatMap((row) => {
    const ofCase = cases.get(row.case_id)
    const town = towns.get(row.municipality)
    return ofCase && town ? [{ row, ofCase, town }] : []
  })
}
