import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { Vault } from '#platform/vault'
import { listRosters } from '../queries.ts'
import type { OpenRoster } from '../roster.ts'
import { type Reaches, readReaches } from '../sealing.ts'
import { DutyRosterBody } from './duty-roster-body.ts'

const RosterView = z
  .object({
    id: z.string(),
    version: z.int().openapi({ description: 'Rises with each change.' }),
    roster: DutyRosterBody,
  })
  .openapi('DutyRosterVersion')

export const listDutyRosters = ({ pool, vault }: { pool: Pool; vault: Vault }) =>
  townOperation({
    method: 'get',
    path: '/duty-rosters',
    operationId: 'listDutyRosters',
    tag: 'Danger',
    summary: 'Who is called when it is dangerous',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Rosters in the order of their ids, each with its contacts in turn.' },
    answer: pageOf(RosterView, 'DutyRosters'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const known = await pool.read({ tenant: municipality }, (query) =>
        listRosters(query, municipality),
      )
      const all = known.map(({ version, body }) => ({ id: body.id, version, body }))
      const { rows, next } = pageById(all, query)
      const ids = rows.map(({ id }) => id)
      const reaches = await readReaches(pool, vault, municipality, ids)
      const items = rows.map(({ id, version, body }) => ({
        id,
        version,
        roster: completed(body, reaches.get(id) ?? {}),
      }))
      return { body: { items, next } }
    },
  })

function completed({ contacts, ...roster }: OpenRoster, reaches: Reaches) {
  return {
    ...roster,
    contacts: contacts.map(({ hours, ...contact }) => ({
      ...contact,
      hours: [...hours],
      ...(reaches[contact.id] ?? { name: contact.id }),
    })),
  }
}
