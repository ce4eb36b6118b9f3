import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { LOCALES, TEMPLATE_KINDS } from '../template.ts'
import { listOwnTemplates } from '../template-queries.ts'
import { TemplateView, templateView } from './template-view.ts'

export const listTemplates = ({ pool }: { pool: Pool }) =>
  townOperation({
    method: 'get',
    path: '/templates',
    operationId: 'listTemplates',
    tag: 'Mail texts',
    summary: 'What reporters are written at each step, in each language',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Every text as it is used now.' },
    answer: pageOf(TemplateView, 'Templates'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const own = await pool.read({ tenant: municipality }, (read) =>
        listOwnTemplates(read, municipality),
      )
      const all = TEMPLATE_KINDS.flatMap((kind) =>
        LOCALES.map((locale) => ({ id: `${kind}/${locale}`, kind, locale })),
      ).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const { rows, next } = pageById(all, query)
      const items = rows.map(({ kind, locale }) => {
        const row = own.find((one) => one.kind === kind && one.locale === locale)
        return templateView(municipality, kind, locale, row)
      })
      return { body: { items, next } }
    },
  })
