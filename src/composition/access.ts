import { z } from '@hono/zod-openapi'
import {
  ACTORS,
  type Actor,
  type AnyOperation,
  DIRECTORY_PROBLEMS,
  type LinkKind,
} from '#modules/directory'
import { type Action, IDENTITY_PROBLEMS, may } from '#modules/identity'
import { among } from '#platform/operation'
import { type Catalogue, HTTP_PROBLEMS } from '#platform/problem'

const no = false

/** What opens an operation to a link: of which kind it must be, and which part of the path must be its subject. */
export type LinkRule = {
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

/** It is about the link itself, also to say that it has ended. */
const ofAnswerLink: LinkRule = { kind: 'assignment', takesExpired: true }

const ofDuty: LinkRule = { kind: 'duty', subjectIn: (path) => path.case }
/** The operation finds the case that the signal came to, and refuses any other. */
const ofReport: LinkRule = { kind: 'report' }

/** The operation takes what the link's own subject follows, and nothing of anybody else. */
const ofSubscriber: LinkRule = { kind: 'subscriber' }

/** Its subject is a task of the party; the operation takes all that is open of that party there, and nothing else. */
const ofWork: LinkRule = { kind: 'work' }

/** It is about the invitation itself, and so about nothing that a path could name. */
const ofInvitation: LinkRule = { kind: 'invitation' }

type Row = readonly [Action, false | LinkRule]

/**
 * Of which action each operation is, and what opens it to a link; who may do an action stands in the table of roles
 * (src/modules/identity/permissions.ts). What is not here cannot be mounted. To a link nothing is open without the rule
 * that binds the call to what the link is about.
 */
const TABLE = {
  createSignal: ['report', no],
  createMeToo: ['join-in', no],
  previewSignal: ['look', no],
  listCases: ['look', no],
  listMovedCases: ['see-moved', no],
  listDeskNeeds: ['see-needs', no],
  createJoining: ['join-cases', no],
  createSplit: ['join-cases', no],
  createWithholding: ['publish', no],
  listTellings: ['serve-reporters', no],
  createTelling: ['serve-reporters', no],
  listCaseReporters: ['serve-reporters', no],
  readReporter: ['serve-reporters', no],
  createReporterLookup: ['serve-reporters', no],
  replaceNamedContact: ['serve-reporters', no],
  listCaseHistory: ['see-remarks', no],
  listCaseReplays: ['see-steering', no],
  listCaseCells: ['look', no],
  readCaseTile: ['look', no],
  readCase: ['look', ofDuty],
  listCaseDecisions: ['look', no],
  listCaseAssignments: ['look', no],
  listCaseRemarks: ['see-remarks', no],
  createReply: ['reply', ofReport],
  createVerification: ['verify', ofReport],
  createFollow: ['follow', no],
  listFollows: ['follow-own', ofReport],
  createMailStop: ['follow-own', ofReport],
  createSubscription: ['subscribe', no],
  listSubscriptions: ['own-subscriptions', ofSubscriber],
  createSubscriptionConfirmation: ['own-subscriptions', ofSubscriber],
  createSubscriptionStop: ['own-subscriptions', ofSubscriber],
  createWebhook: ['manage-webhooks', no],
  listWebhooks: ['manage-webhooks', no],
  createWebhookResumption: ['manage-webhooks', no],
  deleteWebhook: ['manage-webhooks', no],
  createOverruling: ['overrule', no],
  createDeskSettlement: ['settle', no],
  createClosure: ['settle', no],
  createKindCorrection: ['settle', no],
  createPublication: ['publish', no],
  createPublicationWithdrawal: ['publish', no],
  listAssignments: ['see-work', no],
  readAssignment: ['see-work', ofAssignment],
  createRelease: ['release', no],
  createPhoto: ['answer', ofAssignment],
  createAnswer: ['answer', ofAssignment],
  createAnswers: ['answer', no],
  readWorkSheet: ['see-work', ofWork],
  createWorkSheet: ['answer', ofWork],
  listAnswers: ['see-work', ofAssignment],
  createLink: ['send-link', alsoExpired],
  listAnswerLinks: ['open-answer', ofAnswerLink],
  createDangerRaising: ['raise-danger', no],
  createTakeover: ['take-over-danger', ofDuty],
  createSafetyReport: ['end-danger', ofDuty],
  createDangerLowering: ['end-danger', no],
  listDeliveryAttempts: ['see-deliveries', no],
  readForeignRequest: ['see-work', no],
  listChannels: ['see-channels', no],
  listWaitingMessages: ['see-channels', no],
  createRetry: ['see-to-deliveries', no],
  createConnectionTest: ['see-to-deliveries', no],
  listDutyRosters: ['see-rosters', no],
  createDutyRoster: ['set-rosters', no],
  listAgreements: ['look', no],
  readAgreement: ['look', no],
  createAgreement: ['enter-agreements', no],
  listStatedRoles: ['look', no],
  createStatedRole: ['state-roles', no],
  readCoverage: ['see-steering', no],
  listAgreementDrafts: ['see-steering', no],
  readAgreementDraft: ['see-steering', no],
  createAgreementDraft: ['draft-agreements', no],
  createDraftEntry: ['enter-agreements', no],
  createDraftDropping: ['draft-agreements', no],
  createSimulation: ['draft-agreements', no],
  listDraftDifferences: ['see-steering', no],
  readAgreementComparison: ['see-steering', no],
  readRouting: ['look', no],
  listParties: ['look', no],
  listKindAddresses: ['look', no],
  replaceKindAddress: ['set-addresses', no],
  listAreas: ['look', no],
  listAssets: ['look', no],
  readAsset: ['look', no],
  searchPlaces: ['look', no],
  readWhereabouts: ['look', no],
  readMap: ['look', no],
  readAssetTile: ['look', no],
  readAreaTile: ['look', no],
  readBaseTile: ['look', no],
  listCategories: ['look', no],
  searchCategories: ['look', no],
  createEvents: ['send-events', no],
  listRejects: ['see-rejects', no],
  readPhoto: ['look', ofPhotos],
  listTemplates: ['see-mail-texts', no],
  replaceTemplate: ['set-mail-texts', no],
  deleteTemplate: ['set-mail-texts', no],
  createTemplatePreview: ['set-mail-texts', no],
  listMails: ['look', no],
  readMail: ['look', no],
  listWrongfulReports: ['see-wrongful', no],
  readWrongfulReport: ['see-wrongful', no],
  readWrongfulSheet: ['see-wrongful', no],
  createWrongfulSettlement: ['settle-wrongful', no],
  createWrongfulReply: ['answer-wrongful', no],
  readFigures: ['look', no],
  readAreaFigures: ['look', no],
  streamChanges: ['look', no],
  streamDesk: ['see-needs', no],
  createPresence: ['see-needs', no],
  readMe: ['own-account', no],
  listSessions: ['own-account', no],
  deleteSession: ['own-account', no],
  deleteSessions: ['own-account', no],
  listRoles: ['see-roles', no],
  createRole: ['grant-roles', no],
  deleteRole: ['grant-roles', no],
  listInvitations: ['grant-roles', no],
  deleteInvitation: ['grant-roles', no],
  createInvitation: ['grant-roles', no],
  readInvitation: ['come-in', ofInvitation],
  createAccount: ['come-in', ofInvitation],
  listKeys: ['manage-keys', no],
  createKey: ['manage-keys', no],
  deleteKey: ['manage-keys', no],
  listProcessings: ['see-processing-log', no],
} as const satisfies Record<string, Row>

export const ACCESS: Readonly<Record<string, Readonly<Record<Actor, boolean>>>> =
  Object.fromEntries(
    Object.entries(TABLE).map(([operationId, [action, link]]) => [
      operationId,
      Object.fromEntries(
        ACTORS.map((actor) => [actor, actor === 'link' ? link !== no : may(actor, action)]),
      ) as Record<Actor, boolean>,
    ]),
  )

export const ACTION_OF: Readonly<Record<string, Action>> = Object.fromEntries(
  Object.entries(TABLE).map(([operationId, [action]]) => [operationId, action]),
)

export const LINK_RULES: Readonly<Record<string, LinkRule>> = Object.fromEntries(
  Object.entries(TABLE).flatMap(([operationId, [, rule]]) =>
    rule === no ? [] : [[operationId, rule as LinkRule]],
  ),
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
    ...(isPublic ? {} : among(IDENTITY_PROBLEMS, 'second-factor-needed')),
    ...(isPublic ? {} : among(HTTP_PROBLEMS, 'key-missing')),
    ...among(DIRECTORY_PROBLEMS, 'municipality-unknown'),
    ...(isOfOneTenant ? among(DIRECTORY_PROBLEMS, 'municipality-missing') : {}),
    ...(operationId in LINK_RULES ? among(DIRECTORY_PROBLEMS, 'link-expired') : {}),
    ...(method === 'get' ? {} : among(HTTP_PROBLEMS, 'body-too-large')),
    ...(method === 'get' ? {} : among(IDENTITY_PROBLEMS, 'cross-site')),
    ...(method === 'post' ? among(HTTP_PROBLEMS, 'rate-exceeded') : {}),
    ...among(HTTP_PROBLEMS, 'fault', 'database-unreachable'),
  }
  const security: Record<string, string[]>[] = [{ bearer: [] }, { apiKey: [] }, { session: [] }]
  return { query: MunicipalityQuery, problems, security: isPublic ? [{}, ...security] : security }
}
