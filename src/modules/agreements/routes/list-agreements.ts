import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { AgreementVersion } from '../agreement.ts'
import { listAgreementVersions } from '../queries.ts'
import { AgreementView, agreementView } from './agreement-view.ts'

const Query = z.strictObject({
  party: z.string().max(80).optional(),
  knownAt: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'As the register was at this moment; absent: as it is now.',
  }),
  ...pageQuery(IdCursor),
})

export const listAgreements = ({ pool }: { pool: Pool }) =>
  townOperation({
    method: 'get',
    path: '/agreements',
    operationId: 'listAgreements',
    tag: 'Agreements',
    summary: 'Who is responsible for what: the latest version of each agreement',
    parameters: { query: Query },
    success: { 200: 'Agreements in the order of their ids.' },
    answer: pageOf(AgreementView, 'Agreements'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const versions = await pool.read({ tenant: municipality }, (run) =>
        listAgreementVersions(run, municipality),
      )
      const known_ms = query.knownAt === undefined ? Infinity : Date.parse(query.knownAt)
      const latest = new Map<string, AgreementVersion & { id: string }>()
      for (const one of versions)
        if (one.entered_ms <= known_ms)
          latest.set(one.agreement.id, { ...one, id: one.agreement.id })
      const wanted = [...latest.values()].filter(
        ({ agreement }) => query.party === undefined || agreement.party === query.party,
      )
      const { rows, next } = pageById(wanted, query)
      return { body: { items: rows.map((one) => agreementView(municipality, one)), next } }
    },
  })
