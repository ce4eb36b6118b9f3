import { z } from '@hono/zod-openapi'
import { hrefOf } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { ORGANISATION_KINDS, type Organisation } from '../directory.ts'
import { townOperation } from './caller.ts'

export type PartiesOf = (municipality: string) => Promise<ReadonlyMap<string, Organisation>>

const Party = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    agreements: z.string().openapi({ description: 'Where its agreements are.' }),
  })
  .openapi('Party')

export const listParties = ({ partiesOf }: { partiesOf: PartiesOf }) =>
  townOperation({
    method: 'get',
    path: '/parties',
    operationId: 'listParties',
    tag: 'Parties',
    summary: 'The organisations that have a role in this municipality',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Parties in the order of their ids.' },
    answer: pageOf(Party, 'Parties'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const parties = await partiesOf(municipality)
      const sorted = [...parties.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const { rows, next } = pageById(sorted, query)
      const items = rows.map(({ id, name, kind }) => {
        return { id, name, kind, agreements: hrefOf(['agreements'], { municipality, party: id }) }
      })
      return { body: { items, next } }
    },
  })
