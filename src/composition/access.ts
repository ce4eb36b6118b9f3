import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  type Actor,
  type AnyOperation,
  type ApiKey,
  type CallerLink,
  DIRECTORY_PROBLEMS,
  LINK_KINDS,
  type LinkKind,
  type OwnCaller,
  type TownCaller,
} from '#modules/directory'
import { LINK_PREFIX, type LinkReading } from '#platform/link'
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
  'link',
] as const satisfies Actor[]

/** What opens an operation to a link: of which kind it must be, and which part of the path must be its subject. */
type LinkRule = {
  kind: LinkKind
  /** Absent where no name in the path says what it is about: then the operation takes the link's own subject. */
  subjectIn?: (path: Readonly<Record<string, string>>) => string | undefined
  /** For asking a new one. */
  takesExpired?: true
}

const ofAssignment: LinkRule = { kind: 'assignment', subjectIn: ({ assignment }) => assignment }
const alsoExpired: LinkRule = { ...ofAssignment, takesExpired: true }

/** The operation finds the assignment, and refuses what is not of it. */
const ofPhotos: LinkRule = { kind: 'assignment' }

const ofDuty: LinkRule = { kind: 'duty', subjectIn: (path) => path.case }
/** The operation finds the case that the signal came to, and refuses any other. */
const ofReport: LinkRule = { kind: 'report' }

type Row = readonly [boolean, boolean, boolean, boolean, boolean, false | LinkRule]

/**
 * Who may call what, in the order of COLUMNS; what is not here cannot be mounted. To a link nothing is open without
 * the rule that binds the call to what the link is about.
 */
// biome-ignore format: a table is read by its columns
const TABLE = {
  //                     public, integrator, desk, administrator, party, link
  createSignal:          [yes,    yes,        yes,  no,            yes,   no],
  listCases:             [yes,    yes,        yes,  yes,           yes,   no],
  listMovedCases:        [no,     no,         yes,  yes,           no,    no],
  listCaseCells:         [yes,    yes,        yes,  yes,           yes,   no],
  readCase:              [yes,    yes,        yes,  yes,           yes,   ofDuty],
  listCaseDecisions:     [yes,    yes,        yes,  yes,           yes,   no],
  listCaseAssignments:   [yes,    yes,        yes,  yes,           yes,   no],
  listCaseRemarks:       [no,     no,         yes,  yes,           no,    no],
  createReply:           [no,     no,         yes,  no,            no,    ofReport],
  createVerification:    [no,     yes,        yes,  no,            no,    ofReport],
  createFollow:          [yes,    yes,        no,   no,            no,    no],
  listFollows:           [no,     no,         no,   no,            no,    ofReport],
  createMailStop:        [no,     no,         no,   no,            no,    ofReport],
  createOverruling:      [no,     no,         yes,  no,            no,    no],
  createDeskSettlement:  [no,     no,         yes,  no,            no,    no],
  createClosure:         [no,     no,         yes,  no,            no,    no],
  createKindCorrection:  [no,     no,         yes,  no,            no,    no],
  createPublication:     [no,     no,         yes,  no,            no,    no],
  createPublicationWithdrawal: [no, no,       yes,  no,            no,    no],
  listAssignments:       [no,     no,         yes,  yes,           yes,   no],
  readAssignment:        [no,     no,         yes,  yes,           yes,   ofAssignment],
  createRelease:         [no,     no,         yes,  no,            no,    no],
  createPhoto:           [no,     no,         yes,  no,            yes,   ofAssignment],
  createAnswer:          [no,     no,         yes,  no,            yes,   ofAssignment],
  listAnswers:           [no,     no,         yes,  yes,           yes,   ofAssignment],
  createLink:            [no,     no,         yes,  no,            no,    alsoExpired],
  createDangerRaising:   [no,     yes,        yes,  no,            yes,   no],
  createTakeover:        [no,     no,         yes,  no,            yes,   ofDuty],
  createSafetyReport:    [no,     no,         yes,  no,            no,    ofDuty],
  createDangerLowering:  [no,     no,         yes,  no,            no,    no],
  listDutyRosters:       [no,     no,         yes,  yes,           no,    no],
  createDutyRoster:      [no,     no,         no,   yes,           no,    no],
  listAgreements:        [yes,    yes,        yes,  yes,           yes,   no],
  readAgreement:         [yes,    yes,        yes,  yes,           yes,   no],
  createAgreement:       [no,     no,         no,   yes,           no,    no],
  listStatedRoles:       [yes,    yes,        yes,  yes,           yes,   no],
  createStatedRole:      [no,     no,         no,   yes,           no,    no],
  readCoverage:          [no,     no,         yes,  yes,           no,    no],
  listAgreementDrafts:   [no,     no,         yes,  yes,           no,    no],
  readAgreementDraft:    [no,     no,         yes,  yes,           no,    no],
  createAgreementDraft:  [no,     no,         no,   yes,           no,    no],
  createDraftEntry:      [no,     no,         no,   yes,           no,    no],
  createDraftDropping:   [no,     no,         no,   yes,           no,    no],
  createSimulation:      [no,     no,         no,   yes,           no,    no],
  listDraftDifferences:  [no,     no,         yes,  yes,           no,    no],
  readAgreementComparison: [no,   no,         yes,  yes,           no,    no],
  readRouting:           [yes,    yes,        yes,  yes,           yes,   no],
  listParties:           [yes,    yes,        yes,  yes,           yes,   no],
  listKindAddresses:     [yes,    yes,        yes,  yes,           yes,   no],
  replaceKindAddress:    [no,     no,         no,   yes,           no,    no],
  listAreas:             [yes,    yes,        yes,  yes,           yes,   no],
  listAssets:            [yes,    yes,        yes,  yes,           yes,   no],
  readAsset:             [yes,    yes,        yes,  yes,           yes,   no],
  listCategories:        [yes,    yes,        yes,  yes,           yes,   no],
  createEvents:          [no,     yes,        no,   no,            no,    no],
  listRejects:           [no,     no,         yes,  yes,           no,    no],
  readPhoto:             [yes,    yes,        yes,  yes,           yes,   ofPhotos],
  listTemplates:         [no,     no,         yes,  yes,           no,    no],
  replaceTemplate:       [no,     no,         no,   yes,           no,    no],
  deleteTemplate:        [no,     no,         no,   yes,           no,    no],
  createTemplatePreview: [no,     no,         no,   yes,           no,    no],
  readFigures:           [yes,    yes,        yes,  yes,           yes,   no],
  streamChanges:         [yes,    yes,        yes,  yes,           yes,   no],
} as const satisfies Record<string, Row>

export const ACCESS: Readonly<Record<string, Readonly<Record<Actor, boolean>>>> =
  Object.fromEntries(
    Object.entries(TABLE).map(([operationId, row]) => [
      operationId,
      Object.fromEntries(COLUMNS.map((actor, column) => [actor, row[column] !== no])) as Record<
        Actor,
        boolean
      >,
    ]),
  )

const LINK_RULES: Readonly<Record<string, LinkRule>> = Object.fromEntries(
  Object.entries(TABLE).flatMap(([operationId, row]) => {
    const rule: false | LinkRule = row[COLUMNS.indexOf('link')] as false | LinkRule
    return rule === no ? [] : [[operationId, rule]]
  }),
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
    ...among(DIRECTORY_PROBLEMS, 'municipality-unknown'),
    ...(isOfOneTenant ? among(DIRECTORY_PROBLEMS, 'municipality-missing') : {}),
    ...(operationId in LINK_RULES ? among(DIRECTORY_PROBLEMS, 'link-expired') : {}),
    ...(method === 'get' ? {} : among(HTTP_PROBLEMS, 'body-too-large')),
    ...(method === 'post' ? among(HTTP_PROBLEMS, 'rate-exceeded') : {}),
    ...among(HTTP_PROBLEMS, 'fault', 'database-unreachable'),
  }
  const security: Record<string, string[]>[] = [{ bearer: [] }, { apiKey: [] }]
  return { query: MunicipalityQuery, problems, security: isPublic ? [{}, ...security] : security }
}

export type KeyOf = (token: string) => Promise<ApiKey | undefined>
export type FindMunicipality = (id: string) => { id: string } | undefined

/** What came as a key: one that is known, a link that is ours, or nothing that we ever gave. */
type Bearer =
  | { is: 'nothing' | 'wrong' }
  | { is: 'key'; key: ApiKey }
  | { is: 'link'; link: CallerLink; municipality: string }

export type BearerOf = (c: Context) => Promise<Bearer>

export function createBearerOf(options: {
  keyOf: KeyOf
  readLink: (token: string) => LinkReading
}): BearerOf {
  const { keyOf, readLink } = options
  return async (c) => {
    const token = tokenOf(c)
    if (token === undefined) return { is: 'nothing' }
    if (!token.startsWith(LINK_PREFIX)) {
      const key = await keyOf(token)
      return key ? { is: 'key', key } : { is: 'wrong' }
    }
    const reading = readLink(token)
    if (reading.state === 'forged') return { is: 'wrong' }
    const { tenant: municipality, subject, revision, ...rest } = reading.link
    const kind = LINK_KINDS.find((one) => one === rest.kind)
    if (kind === undefined) return { is: 'wrong' }
    const link = { kind, subject, revision, isExpired: reading.state === 'expired' }
    return { is: 'link', link, municipality }
  }
}

/** The one place where a caller is let in or turned away. */
export function createAdmission(options: {
  bearerOf: BearerOf
  findMunicipality: FindMunicipality
}): Admit<TownCaller & OwnCaller> {
  const { bearerOf, findMunicipality } = options
  return async (c, operation) => {
    const bearer = await bearerOf(c)
    if (bearer.is === 'wrong') return unauthorized('key-wrong')
    const actor = actorOf(bearer)
    if (!ACCESS[operation.operationId]?.[actor])
      return bearer.is === 'nothing'
        ? unauthorized('key-missing')
        : problemOf(HTTP_PROBLEMS, 'not-allowed')
    const refusal = bearer.is === 'link' && refusalOfLink(bearer.link, operation.operationId, c)
    if (refusal) return refusal
    const { municipality: named, ...query } = c.req.queries()
    const wanted = named?.length === 1 ? named[0]?.toUpperCase() : undefined
    if (named && wanted === undefined) return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    const own = municipalityOf(bearer)
    if (own !== undefined && wanted !== undefined && wanted !== own)
      return problemOf(HTTP_PROBLEMS, 'not-allowed', {
        detail: 'This key is of another municipality.',
      })
    const municipality = own ?? wanted
    if (municipality === undefined && operation.isOfOneTenant)
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-missing')
    if (municipality !== undefined && !findMunicipality(municipality))
      return problemOf(DIRECTORY_PROBLEMS, 'municipality-unknown')
    return { caller: callerOf(bearer, municipality), query: single(query) }
  }
}

/** Whoever holds a link may reach what it is about, and nothing beside it. */
function refusalOfLink(link: CallerLink, operationId: string, c: Context): Response | undefined {
  const rule = LINK_RULES[operationId]
  const subject = rule?.subjectIn ? rule.subjectIn(c.req.param())?.toLowerCase() : link.subject
  if (!rule || rule.kind !== link.kind || subject !== link.subject)
    return problemOf(HTTP_PROBLEMS, 'not-allowed', { detail: 'This link is about something else.' })
  if (!link.isExpired || rule.takesExpired) return undefined
  return asUnauthorized(problemOf(DIRECTORY_PROBLEMS, 'link-expired'))
}

/** A wrong key is refused on every address, also where none is needed. */
export async function hasWrongKey(c: Context, bearerOf: BearerOf): Promise<boolean> {
  return (await bearerOf(c)).is === 'wrong'
}

export function unauthorized(name: 'key-wrong' | 'key-missing'): Response {
  return asUnauthorized(problemOf(HTTP_PROBLEMS, name))
}

function asUnauthorized(refusal: Response): Response {
  refusal.headers.set('www-authenticate', 'Bearer')
  return refusal
}

/** Undefined without a key; a scheme that is not ours is an empty key, which nobody has. */
function tokenOf(c: Context): string | undefined {
  const authorization = c.req.header('authorization')
  if (authorization === undefined) return c.req.header('x-api-key')
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

function actorOf(bearer: Bearer): Actor {
  if (bearer.is === 'key') return bearer.key.kind
  return bearer.is === 'link' ? 'link' : 'public'
}

function municipalityOf(bearer: Bearer): string | undefined {
  if (bearer.is === 'link') return bearer.municipality
  return bearer.is === 'key' && 'municipality' in bearer.key ? bearer.key.municipality : undefined
}

function callerOf(bearer: Bearer, municipality: string | undefined): TownCaller & OwnCaller {
  const actor = actorOf(bearer)
  const town = municipality ?? ''
  const anyone = {
    actor,
    municipality: town,
    isStaff: false,
    by: 'public',
    of: { municipality: town },
  }
  if (bearer.is === 'link') {
    const { link } = bearer
    const of = { municipality: town, only: link.subject }
    return { ...anyone, by: `link/${link.kind}`, link, of }
  }
  if (bearer.is !== 'key') return anyone
  const by = `key/${bearer.key.id}`
  const isStaff = actor === 'desk' || actor === 'administrator'
  if (bearer.key.kind !== 'party') return { ...anyone, by, isStaff }
  const { organisation } = bearer.key
  const of = { organisation, ...(municipality === undefined ? {} : { municipality }) }
  return { ...anyone, by, organisation, of }
}

function single(query: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] as string) : values,
    ]),
  )
}
