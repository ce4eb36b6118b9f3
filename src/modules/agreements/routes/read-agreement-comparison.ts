import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf, type Locale } from '#platform/operation'
import { pageOf } from '#platform/page'
import type { Agreement } from '../agreement.ts'
import { differencesOf } from '../differences.ts'
import { type DifferenceNames, differencesInWords } from '../differences-in-words.ts'
import { agreementsOfDraft } from '../draft.ts'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { findDrafts, listAgreementVersions } from '../queries.ts'

export type ComparisonNeeds = {
  pool: Pool
  namesOf: (municipality: string, locale: Locale) => Promise<DifferenceNames>
}

const Query = z.strictObject({
  draft: z.string().min(1).max(80).optional().openapi({
    description: 'What this draft changes, beside the agreements as they are now.',
  }),
  agreement: z.string().min(1).max(80).optional().openapi({
    description: 'Two versions of this agreement; beside a draft only that agreement of it.',
  }),
  before: z.coerce.number().int().min(0).optional().openapi({
    description: 'A version; absent: the one before `after`. 0: as if there were none.',
  }),
  after: z.coerce.number().int().min(1).optional().openapi({
    description: 'A version; absent: the last.',
  }),
})

const Compared = z
  .object({
    agreement: z.string(),
    href: z.string(),
    differences: z.array(z.string()).openapi({ description: 'A sentence each.' }),
  })
  .openapi('AgreementCompared')

type Pair = { id: string; before: Agreement | undefined; after: Agreement | undefined }

export const readAgreementComparison = ({ pool, namesOf }: ComparisonNeeds) =>
  townOperation({
    method: 'get',
    path: '/agreement-comparisons',
    operationId: 'readAgreementComparison',
    tag: 'Agreements',
    summary: 'What is different between two versions of an agreement, or under a draft, in words',
    parameters: { query: Query },
    success: { 200: 'Each agreement that is different, with its differences as sentences.' },
    answer: pageOf(Compared, 'AgreementComparison'),
    problems: among(
      AGREEMENT_PROBLEMS,
      'agreement-not-found',
      'draft-not-found',
      'draft-ends-wrong',
    ),
    async handle({ caller: { municipality }, query, locale }, refuse) {
      const pairs = await pairsOf(pool, municipality, query)
      if (typeof pairs === 'string') return refuse(pairs)
      const names = await namesOf(municipality, locale)
      const items = pairs.flatMap(({ id, before, after }) => {
        const differences = differencesInWords(differencesOf(before, after), names, locale)
        const href = hrefOf(['agreements', id], { municipality })
        return differences.length > 0 ? [{ agreement: id, href, differences }] : []
      })
      return { body: { items } }
    },
  })

async function pairsOf(
  pool: Pool,
  municipality: string,
  { draft, agreement, before, after }: z.output<typeof Query>,
): Promise<Pair[] | 'agreement-not-found' | 'draft-not-found' | 'draft-ends-wrong'> {
  const { versions, rows } = await pool.read({ tenant: municipality }, async (query) => ({
    versions: await listAgreementVersions(query, municipality),
    rows: draft === undefined ? [] : await findDrafts(query, municipality, { ids: [draft] }),
  }))
  const ofOne = (id: string) => versions.filter((one) => one.agreement.id === id)
  if (draft === undefined) {
    const own = ofOne(agreement ?? '')
    const last = own.at(-1)?.version ?? 0
    const find = (version: number) => own.find((one) => one.version === version)?.agreement
    const [from, to] = [before ?? (after ?? last) - 1, after ?? last]
    const [was, is] = [find(from), find(to)]
    if (agreement === undefined || !is || (from > 0 && !was)) return 'agreement-not-found'
    return [{ id: agreement, before: was, after: is }]
  }
  const [row] = rows
  if (!row) return 'draft-not-found'
  // What was put in force is compared with what it was made against.
  const base = versions.filter(({ agreement: { id }, version }) => {
    return row.status !== 'in-force' || version <= (row.base[id] ?? 0)
  })
  const whole = agreementsOfDraft(row.body, base)
  if (!whole.accepted) return whole.reason
  return whole.agreements
    .filter(({ id }) => agreement === undefined || id === agreement)
    .map((one) => {
      const was = base.filter((other) => other.agreement.id === one.id).at(-1)?.agreement
      return { id: one.id, before: was, after: one }
    })
}
