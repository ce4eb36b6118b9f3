import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  type Actor,
  type AnyOperation,
  type ApiKey,
  DIRECTORY_PROBLEMS,
  type OwnCaller,
  type TownCaller,
} from '#modules/directory'
import type { Admit } from '#platform/mount-operation'
import { among } from '#platform/operation'
import { type Catalogue, HTTP_PROBLEMS, problemOf } from '#platform/problem'

const yes = true
const no = false

const COLUMNS = [
  'public',
  'integrator',
  'desk',
  'administrator',
  'party',
] as const satisfies Actor[]

/** Who may call what, in the order of COLUMNS; what is not here cannot be mounted. */
// biome-ignore format: a table is read by its columns
const TABLE = {
  //                     public, integrator, desk, administrator, party
  listCases:             [yes,    yes,        yes,  yes,           yes],
  readCase:              [yes,    yes,        yes,  yes,           yes],
  listCaseDecisions:     [yes,    yes,        yes,  yes,           yes],
  listCaseAssignments:   [yes,    yes,        yes,  yes,           yes],
  listCaseRemarks:       [no,     no,         yes,  yes,           no],
  createVerification:    [no,     yes,        yes,  no,            no],
  createOverruling:      [no,     no,         yes,  no,            no],
  createDeskSettlement:  [no,     no,         yes,  no,            no],
  createClosure:         [no,     no,         yes,  no,            no],
  listAssignments:       [no,     no,         yes,  yes,           yes],
  readAssignment:        [no,     no,         yes,  yes,           yes],
  createRelease:         [no,     no,         yes,  no,            no],
  createAnswer:          [no,     no,         yes,  no,            yes],
  listAnswers:           [no,     no,         yes,  yes,           yes],
  createDangerRaising:   [no,     yes,        yes,  no,            yes],
  createTakeover:        [no,     no,         yes,  no,            yes],
  createSafetyReport:    [no,     no,         yes,  no,            no],
  createDangerLowering:  [no,     no,         yes,  no,            no],
  listDutyRosters:       [no,     no,         yes,  yes,           no],
  createDutyRoster:      [no,     no,         no,   yes,           no],
  listAgreements:        [yes,    yes,        yes,  yes,           yes],
  readAgreement:         [yes,    yes,        yes,  yes,           yes],
  createAgreement:       [no,     no,         no,   yes,           no],
  listParties:           [yes,    yes,        yes,  yes,           yes],
  listAreas:             [yes,    yes,        yes,  yes,           yes],
  listAssets:            [yes,    yes,        yes,  yes,           yes],
  readAsset:             [yes,    yes,        yes,  yes,           yes],
  listCategories:        [yes,    yes,        yes,  yes,           yes],
  createEvents:          [no,     yes,        no,   no,            no],
  listRejects:           [no,     no,         yes,  yes,           no],
  readFigures:           [yes,    yes,        yes,  yes,           yes],
  streamChanges:         [yes,    yes,        yes,  yes,           yes],
} as const satisfies Record<string, readonly boolean[]>

export const ACCESS: Readonly<Record<string, Readonly<Record<Actor, boolean>>>> =
  Object.fromEntries(
    Object.entries(TABLE).map(([operationId, row]) => [
      operationId,
      Object.fromEntries(COLUMNS.map((actor, column) => [actor, row[column] === yes])) as Record<
        Actor,
        boolean
      >,
    ]),
  )

/** The parameter that every operation has beside its own. */
export const MunicipalityQuery = z.object({
  municipality: z
    .string()
    .regex(/^[Gg][Mm]\d{4}$/)
    .optional()
    .openapi({
      description:
        'Which municipality, by its CBS code. Required without a key and with the key of a party, save for what is the party’s own; the key of a municipality stands for that municipality.',
      example: 'GM0228',
    }),
})

/** What any call of this operation can be refused with, and what it may show who it is with. */
export function aroundOf({ operationId, method, isOfOneTenant }: AnyOperation) {
  const isPublic = ACCESS[operationId]?.public === true
  const problems: Catalogue = {
    ...among(HTTP_PROBLEMS, 'input-invalid', 'key-wrong', 'not-allowed'),
    ...(isPublic ? {} : among(HTTP_PROBLEMS, 'key-missing')),
    ...(isOfOneTenant ? DIRECTORY_PROBLEMS : among(DIRECTORY_PROBLEMS, 'municipality-unknown')),
    ...(method === 'post' ? among(HTTP_PROBLEMS, 'body-too-large', 'rate-exceeded') : {}),
    ...among(HTTP_PROBLEMS, 'fault', 'database-unreachable'),
  }
  const security: Record<string, string[]>[] = [{ bearer: [] }, { apiKey: [] }]
  return { query: MunicipalityQuery, problems, security: isPublic ? [{}, ...security] : security }
}

export type KeyOf = (token: string) => Promise<ApiKey | undefined>
export type FindMunicipality = (id: string) => { id: string } | undefined

/** The one place where a caller is let in or turned away. */
export function createAdmission(options: {
  keyOf: KeyOf
  findMunicipality: FindMunicipality
}): Admit<TownCaller & OwnCaller> {
  const { keyOf, findMunicipality } = options
  return async (c, operation) => {
    const token = tokenOf(c)
    const key = token === undefined ? undefined : await keyOf(token)
    if (token !== undefined && !key) return unauthorized('key-wrong')
    const actor: Actor = key?.kind ?? 'public'
    if (!ACCESS[operation.operationId]?.[actor])
      return key ? problemOf(HTTP_PROBLEMS, 'not-allowed') : unauthorized('key-missing')
    const { municipality: named, ...query } = c.req.queries()
    const wanted = named?.length === 1 ? named[0]?.toUpperCase() : undefined
    if (named && wanted === undefined) return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    const own = key && 'municipality' in key ? key.municipality : undefined
    if (own !== undefined && wanted !== undefined && wanted !== own)
      return problemOf(HTTP_PROBLEMS, 'not-allowed', {
        detail: 'This API key is of another municipality.',
      })
    const municipality = own ?? wanted
    if (municipality === undefined && operation.isOfOneTenant)
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    if (municipality !== undefined && !findMunicipality(municipality))
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
    return { caller: callerOf(actor, key, municipality), query: single(query) }
  }
}

/** A wrong key is refused on every address, also where none is needed. */
export async function hasWrongKey(c: Context, keyOf: KeyOf): Promise<boolean> {
  const token = tokenOf(c)
  return token !== undefined && (await keyOf(token)) === undefined
}

export function unauthorized(name: 'key-wrong' | 'key-missing'): Response {
  const refusal = problemOf(HTTP_PROBLEMS, name)
  refusal.headers.set('www-authenticate', 'Bearer')
  return refusal
}

/** Undefined without a key; a scheme that is not ours is an empty key, which nobody has. */
function tokenOf(c: Context): string | undefined {
  const authorization = c.req.header('authorization')
  if (authorization === undefined) return c.req.header('x-api-key')
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

function callerOf(
  actor: Actor,
  key: ApiKey | undefined,
  municipality: string | undefined,
): TownCaller & OwnCaller {
  const organisation = key?.kind === 'party' ? key.organisation : undefined
  const town = municipality ?? ''
  return {
    actor,
    by: key ? `key/${key.id}` : 'public',
    municipality: town,
    isStaff: actor === 'desk' || actor === 'administrator',
    ...(organisation === undefined ? {} : { organisation }),
    of:
      organisation === undefined
        ? { municipality: town }
        : { organisation, ...(municipality === undefined ? {} : { municipality }) },
  }
}

function single(query: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] as string) : values,
    ]),
  )
}
