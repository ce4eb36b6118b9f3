import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { among, hrefOf } from '#platform/operation'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { GATHERING_LEVELS, type GatheringLevel } from '../cluster-terms.ts'
import { COVERAGE_FINDINGS, type CoverageCell, isCovered } from '../coverage.ts'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { ROLES } from '../roles.ts'
import type { Chosen } from '../routing-decision.ts'

export type CoverageNeeds = {
  clock: Clock
  /** `draft-not-found` where there is no such draft, or it is dropped; `draft-ends-wrong` where it no longer fits. */
  coverageOf: (
    municipality: string,
    asked: { at_ms: number; category?: string; area?: string; draft?: string },
  ) => Promise<readonly CoverageCell[] | 'draft-not-found' | 'draft-ends-wrong'>
}

const Cursor = z.tuple([z.string(), z.string(), z.string(), z.string()])

const Query = z.strictObject({
  at: z.iso
    .datetime({ offset: true })
    .optional()
    .openapi({ description: 'At this moment; absent: now.' }),
  category: z.string().max(64).optional(),
  area: z.string().max(80).optional(),
  draft: z
    .string()
    .max(80)
    .optional()
    .openapi({ description: 'As it would be once this draft is in force.' }),
  shows: z
    .enum(['problems', 'all'])
    .default('problems')
    .openapi({ description: 'Only where something is wrong, or every combination.' }),
  ...pageQuery(Cursor),
})

export const AgreementNamed = z
  .object({ href: z.string(), id: z.string(), version: z.int(), party: z.string() })
  .openapi('AgreementNamed')

const Cell = z
  .object({
    category: z.string(),
    area: z.string().optional().openapi({ description: 'Absent: places that lie in no area.' }),
    assetType: z.string().optional().openapi({ description: 'Absent: about no known object.' }),
    level: z
      .enum(GATHERING_LEVELS as [GatheringLevel, ...GatheringLevel[]])
      .optional()
      .openapi({ description: 'Of several that are one problem at this level; absent: of one.' }),
    thresholds: z
      .array(
        z.object({
          agreement: z.string(),
          version: z.int(),
          from: z.int(),
          withinMinutes: z.int(),
        }),
      )
      .optional()
      .openapi({
        description:
          'Of a level: from how many they are one problem, by whoever gets it. Empty: they never are.',
      }),
    parties: z.array(z.string()).openapi({ description: 'Who gets it now.' }),
    roles: z
      .array(
        z.object({
          role: z.enum(ROLES),
          isPartial: z.boolean(),
          stated: z.object({ id: z.string(), version: z.int() }).optional().openapi({
            description: 'The stated role; absent where an agreement has it.',
          }),
        }),
      )
      .openapi({ description: 'What the municipality is there.' }),
    findings: z.array(
      z.object({
        kind: z.enum(COVERAGE_FINDINGS),
        agreements: z.array(AgreementNamed),
        isPartial: z.boolean().openapi({
          description: 'At some hours, for some holders or in a part of the area only.',
        }),
        from: z.iso.datetime().optional().openapi({ description: 'From when nobody has it.' }),
      }),
    ),
  })
  .openapi('CoverageCell')

export const readCoverage = ({ clock, coverageOf }: CoverageNeeds) =>
  townOperation({
    method: 'get',
    path: '/coverage',
    operationId: 'readCoverage',
    tag: 'Agreements',
    summary: 'Where no agreement holds, or two, or none soon',
    description:
      'Each category × area × type of object, as the routing rule answers it for a signal of the usual priority about one object: no agreement (`no-agreement`), one that is off or in shadow only (`not-live`), two as close (`conflict`), nobody any more within 90 days (`expiring`), or only an owner to be asked (`owner-only`). What nobody gets on purpose (`enforces`, `leaves`) is no problem, and stands among the roles. Agreements on single objects are not counted. Where an agreement of the category says from how many several objects are one problem at a `level`, each combination is asked as several, too.',
    parameters: { query: Query },
    success: { 200: 'Combinations in the order of category, area and type.' },
    answer: pageOf(Cell, 'Coverage'),
    problems: among(AGREEMENT_PROBLEMS, 'draft-not-found', 'draft-ends-wrong'),
    async handle({ caller: { municipality }, query }, refuse) {
      const { at, category, area, draft, shows, cursor, limit } = query
      const cells = await coverageOf(municipality, {
        at_ms: at === undefined ? clock() : Date.parse(at),
        ...(category === undefined ? {} : { category }),
        ...(area === undefined ? {} : { area }),
        ...(draft === undefined ? {} : { draft }),
      })
      if (typeof cells === 'string') return refuse(cells)
      const after = cursor && cells.findIndex((cell) => isAfter(keyOf(cell), cursor))
      const rest = after === undefined ? cells : after === -1 ? [] : cells.slice(after)
      const wanted = shows === 'all' ? rest : rest.filter((cell) => !isCovered(cell))
      const { rows, next } = cutPage(wanted, limit, keyOf)
      return { body: { items: rows.map((cell) => viewOf(municipality, cell)), next } }
    },
  })

function keyOf(cell: CoverageCell): z.input<typeof Cursor> {
  return [cell.category, cell.area ?? '', cell.assetType ?? '', cell.level ?? '']
}

function isAfter(key: readonly string[], cursor: readonly string[]): boolean {
  for (const [at, part] of key.entries()) {
    const other = cursor[at] as string
    if (part !== other) return part > other
  }
  return false
}

function viewOf(
  municipality: string,
  { findings, parties, roles, thresholds, ...cell }: CoverageCell,
) {
  return {
    ...cell,
    ...(thresholds && { thresholds: [...thresholds] }),
    parties: [...parties],
    roles: [...roles],
    findings: findings.map(({ kind, isPartial, agreements, from_ms }) => ({
      kind,
      isPartial,
      agreements: agreements.map((one) => namedOf(municipality, one)),
      ...(from_ms === undefined ? {} : { from: toIso(from_ms) }),
    })),
  }
}

/** An agreement by its version and party, with the address of its versions. */
export function namedOf(municipality: string, { agreement: id, version, party }: Chosen) {
  return { href: hrefOf(['agreements', id], { municipality }), id, version, party }
}
