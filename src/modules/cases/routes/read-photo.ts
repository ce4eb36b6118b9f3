import { z } from '@hono/zod-openapi'
import { type TownCaller, townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { findAssignment, listAssignments } from '../assignment-queries.ts'
import { findCase } from '../case-queries.ts'
import { findPhoto, type PhotoRow } from '../photo-queries.ts'
import { openPhoto, PHOTO_SIZES } from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { listPublished } from '../publication-queries.ts'
import { hasIt, sightOfAll } from './case-sight.ts'
import { agreementOf, type TownOf } from './town-view.ts'

type Needs = { pool: Pool; vault: Vault; files: FileStore; townOf: TownOf }

/** What was released can be taken back, and then nobody should see it much longer. */
const RELEASED = { 'cache-control': 'public, max-age=300' }
const OWN = { 'cache-control': 'private, no-store' }
/** Strangers sent it: were a browser ever to read it as a page, that page could do nothing and be nobody's. */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
}

export const readPhoto = (needs: Needs) =>
  townOperation({
    method: 'get',
    path: '/photos/{photo}',
    operationId: 'readPhoto',
    tag: 'Cases',
    summary: 'One photo',
    description:
      'The staff sees every photo of its municipality, a party its own and those of a case that it has where its agreement names a ground, whoever holds its link the same of that one assignment, everybody what was released.',
    parameters: {
      path: z.strictObject({ photo: z.uuid() }),
      query: z.strictObject({ size: z.enum(PHOTO_SIZES).default('full') }),
    },
    success: { 200: 'The photo.' },
    answer: z.string().openapi({ format: 'binary' }),
    contentType: 'image/jpeg',
    problems: among(CASE_PROBLEMS, 'photo-not-found'),
    async handle({ caller, path, query }, refuse) {
      const { municipality } = caller
      const row = await needs.pool.read({ tenant: municipality }, (run) =>
        findPhoto(run, municipality, path.photo),
      )
      if (!row) return refuse('photo-not-found')
      const isOwn = caller.isStaff || (await isSharedWith(needs, caller, row))
      if (!isOwn && !(await isReleased(needs, row))) return refuse('photo-not-found')
      const picture = await openPhoto(needs, row, query.size)
      if (!picture) return refuse('photo-not-found')
      return new Response(new Uint8Array(picture), {
        headers: {
          ...(isOwn ? OWN : RELEASED),
          ...HARMLESS,
          'content-type': 'image/jpeg',
          'content-length': String(picture.length),
          'content-disposition': `inline; filename="${row.id}.jpg"`,
          vary: 'Authorization, X-Api-Key',
        },
      })
    },
  })

/** Whether a party sent it, or has the case under an agreement that names on what ground it sees what people send. */
async function isSharedWith(
  needs: Needs,
  { municipality, organisation, link }: TownCaller,
  photo: PhotoRow,
): Promise<boolean> {
  const { pool, townOf } = needs
  const { case_id: caseId, assignment_id } = photo
  if (link?.kind === 'assignment') return isSharedByLink(needs, municipality, link.subject, photo)
  if (organisation === undefined) return false
  const own = await pool.read({ tenant: municipality }, (query) =>
    listAssignments(query, { of: { organisation, municipality }, caseId, most: 50 }),
  )
  if (own.some(({ id }) => id === assignment_id)) return true
  const town = await townOf(municipality)
  return own.some(
    ({ status, agreement, agreement_version }) =>
      hasIt(status) &&
      agreementOf(town, agreement, agreement_version)?.reach.shareDescriptionOn !== undefined,
  )
}

/** Of one assignment: what was sent for it, and what people sent, on the same ground as their words. */
async function isSharedByLink(
  { pool, townOf }: Needs,
  municipality: string,
  assignmentId: string,
  { case_id, signal_id, assignment_id }: PhotoRow,
): Promise<boolean> {
  const row = await pool.read({ tenant: municipality }, (query) =>
    findAssignment(query, { municipality }, assignmentId),
  )
  if (row?.case_id !== case_id || !hasIt(row.status)) return false
  if (assignment_id === assignmentId) return true
  const isOfSignal = signal_id !== null && signal_id !== undefined
  const agreement = agreementOf(await townOf(municipality), row.agreement, row.agreement_version)
  return isOfSignal && agreement?.reach.shareDescriptionOn !== undefined
}

async function isReleased(
  { pool, vault, townOf }: Needs,
  { municipality, case_id, id }: PhotoRow,
): Promise<boolean> {
  const { ofCase, published } = await pool.read({ tenant: municipality }, async (query) => ({
    ofCase: await findCase(query, municipality, case_id, true),
    published: await listPublished(query, vault, municipality, [case_id]),
  }))
  if (!ofCase || sightOfAll(ofCase, await townOf(municipality)) !== 'public') return false
  return published.get(case_id)?.some(({ photos }) => photos.includes(id)) ?? false
}
