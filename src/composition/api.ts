import { OpenAPIHono } from '@hono/zod-openapi'
import type { Committer } from '#journal'
import type { Clock } from '#kernel/clock'
import { AGREEMENT_PROBLEMS, agreementOperations } from '#modules/agreements'
import { CASE_PROBLEMS, type CaseDoor, caseOperations } from '#modules/cases'
import { categoryOperations } from '#modules/categories'
import {
  changeTemplates,
  DELIVERY_PROBLEMS,
  deliveryOperations,
  mailboxOperations,
  templateOperations,
  workOperations,
} from '#modules/delivery'
import { type AnyOperation, DIRECTORY_PROBLEMS, directoryOperations } from '#modules/directory'
import { DUTY_PROBLEMS, dutyOperations } from '#modules/duty'
import { IDENTITY_PROBLEMS, type Identity, identityOperations } from '#modules/identity'
import { PLACE_PROBLEMS, placeOperations } from '#modules/places'
import { SUBSCRIPTION_PROBLEMS, subscriptionOperations } from '#modules/subscriptions'
import { THING_PROBLEMS, type ThingDoor, thingOperations } from '#modules/things'
import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { MailFolder } from '#platform/mail-folder'
import type { MapSettings } from '#platform/map-settings'
import { mountOperation } from '#platform/mount-operation'
import { API_BASE, API_VERSION } from '#platform/operation'
import { documentOperation } from '#platform/operation-document'
import { type Catalogue, HTTP_PROBLEMS, type ProblemDefinition } from '#platform/problem'
import type { Uploads } from '#platform/uploads'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import { createLocatieserver } from '#standards/locatieserver'
import { aroundOf } from './access.ts'
import {
  createAdmission,
  createBearerOf,
  hasWrongKey,
  type KeyOf,
  unauthorized,
} from './admission.ts'
import { createAdmitSession } from './admit-session.ts'
import { createAnswering } from './answering.ts'
import { createChangeStream, STREAM_PROBLEMS } from './change-stream.ts'
import { createConnectionTest } from './channels/create-connection-test.ts'
import { listChannels } from './channels/list-channels.ts'
import type { TestConnection } from './channels/test-connection.ts'
import { createRetry, listWaitingMessages } from './channels/waiting-messages.ts'
import { createDeskStream } from './desk-stream.ts'
import { createAgreementNeeds } from './draft-needs.ts'
import { enterKindAddress } from './enter-kind-address.ts'
import { createEnterSignal } from './enter-signal.ts'
import { createIsOutside } from './is-outside.ts'
import { listCaseReplays } from './list-case-replays.ts'
import { listDeskNeeds } from './list-desk-needs.ts'
import { listMovedCases } from './list-moved-cases.ts'
import { createLogSights } from './log-sights.ts'
import { createLayInvitation } from './mail/invitation-mail.ts'
import { createLayLinkMail } from './mail/lay-link-mail.ts'
import { createNeighbourOf } from './neighbour-of.ts'
import { createPeopleOf } from './people-of.ts'
import { ROUTING_PROBLEMS, readRouting } from './read-routing.ts'
import type { ReportSignal } from './report-signal.ts'
import { createWebhookNeeds } from './subscriber-webhooks.ts'
import { createAboutOf, createFilterOf, isCaseClosed } from './subscription-words.ts'
import { createSurvey } from './survey-place.ts'
import { createTakeRequest } from './take-events.ts'
import type { Towns } from './town.ts'

type Needs = {
  pool: Pool
  worker: Pool
  testConnection: TestConnection
  vault: Vault
  clock: Clock
  wake: Wake
  committer: Committer
  towns: Towns
  cases: CaseDoor
  things: ThingDoor
  reportSignal: ReportSignal
  newId: () => string
  publicUrl: () => string
  keyOf: KeyOf
  identity: Identity
  files: FileStore
  uploads: Uploads
  map: MapSettings
  canCallPrivateAddresses?: boolean
  /** Where mails lie that anybody may read. */
  mailFolder?: MailFolder | undefined
  /** A register of addresses outside did not answer; what was asked of it is not in the error. */
  onAddressError: (error: Error) => void
}

/** Every problem that there is, of every room; a name is in one catalogue only. */
export const ALL_PROBLEMS: Catalogue = {
  ...HTTP_PROBLEMS,
  ...DIRECTORY_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...PLACE_PROBLEMS,
  ...AGREEMENT_PROBLEMS,
  ...DUTY_PROBLEMS,
  ...CASE_PROBLEMS,
  ...THING_PROBLEMS,
  ...DELIVERY_PROBLEMS,
  ...SUBSCRIPTION_PROBLEMS,
  ...STREAM_PROBLEMS,
  ...ROUTING_PROBLEMS,
}

/** The REST API: its operations, its document, and the pages that its problems point at. */
export type Api = {
  operations: readonly AnyOperation[]
  mount(http: OpenAPIHono): void
  /** Ends the streams that are open, so that a server that stops need not wait for them. */
  endStreams(): void
}

export function createApi(needs: Needs): Api {
  const { towns, keyOf, vault, clock, identity } = needs
  const changes = createChangeStream(needs)
  const desk = createDeskStream(needs)
  const operations = [...operationsOf(needs), changes.operation as AnyOperation, ...desk.operations]
  const router = new OpenAPIHono()
  const document = documentOf(operations)
  router.get('/openapi.json', (c) => {
    c.header('access-control-allow-origin', '*')
    return c.json(document)
  })
  const bearerOf = createBearerOf({
    keyOf,
    readLink: (token) => vault.readLink(token, clock()),
    sessionOf: identity.sessionOf,
  })
  router.use(async (c, next) => {
    if (await hasWrongKey(c, bearerOf)) return unauthorized('key-wrong')
    return next()
  })
  const logSights = createLogSights(needs)
  const findMunicipality = towns.find
  const admitSession = createAdmitSession({
    findMunicipality,
    origin: identity.origin,
    isOutside: createIsOutside(needs.pool),
    logSights,
  })
  const admit = createAdmission({ bearerOf, findMunicipality, admitSession, logSights })
  for (const operation of operations) mountOperation(router, operation, admit)
  return {
    operations,
    mount(http) {
      http.route(API_BASE, router)
      mountProblemPages(http)
    },
    endStreams() {
      changes.close()
      desk.close()
    },
  }
}

function operationsOf(needs: Needs): AnyOperation[] {
  const { towns, committer } = needs
  const { countAttempts } = needs.identity
  const townOf = (municipality: string) => towns.get(municipality)
  const answering = createAnswering(needs)
  return [
    ...caseOperations({
      ...needs,
      ...answering,
      enterSignal: createEnterSignal(needs),
      neighbourOf: createNeighbourOf(towns),
      survey: createSurvey(needs),
      peopleOf: createPeopleOf(needs),
      layLinkMail: createLayLinkMail(needs),
      countAttempts,
    }),
    ...workOperations({ ...needs, ...answering }),
    ...agreementOperations(createAgreementNeeds(needs)),
    readRouting(needs) as AnyOperation,
    listMovedCases(needs) as AnyOperation,
    listDeskNeeds(needs) as AnyOperation,
    listCaseReplays(needs) as AnyOperation,
    ...deliveryOperations(needs),
    listChannels(needs) as AnyOperation,
    listWaitingMessages(needs) as AnyOperation,
    createRetry(needs) as AnyOperation,
    createConnectionTest(needs) as AnyOperation,
    ...dutyOperations({
      ...needs,
      partiesOf: async (id) => new Set((await towns.get(id)).parties.keys()),
      onEntered: towns.touch,
    }),
    ...templateOperations({
      ...needs,
      changeMailText: (municipality, change) =>
        committer.submit(municipality, changeTemplates, change),
      townOf: (id) => ({ id, name: towns.find(id)?.name ?? id }),
    }),
    ...subscriptionOperations({
      ...needs,
      filterOf: createFilterOf(needs),
      aboutOf: createAboutOf(needs),
      isClosed: isCaseClosed,
      countAttempts,
      ...createWebhookNeeds(needs),
    }),
    ...mailboxOperations(needs),
    ...thingOperations({ ...needs, takeRequest: createTakeRequest(needs) }),
    ...directoryOperations({
      partiesOf: async (id) => (await towns.get(id)).parties,
      kindAddressesOf: async (id) => (await towns.get(id)).kindAddresses,
      enterKindAddress: (municipality, address, by) =>
        enterKindAddress(needs, municipality, address, by),
    }),
    ...identityOperations({
      ...needs,
      partiesOf: async (id) => new Set((await towns.get(id)).parties.keys()),
      layInvitation: createLayInvitation(needs),
    }),
    ...placeOperations({
      ...needs,
      placesOf: townOf,
      boundaryOf: async (id) => (await towns.get(id)).municipality.boundary,
      findAddresses: addressFinder(needs),
      mapStyleUrl: needs.map.styleUrl,
    }),
    ...categoryOperations({ categoriesOf: async (id) => (await towns.get(id)).categories }),
  ]
}

function addressFinder({ map: { pdokUrl: url }, clock, onAddressError: onError }: Needs) {
  return url === undefined ? async () => [] : createLocatieserver({ url, clock, onError })
}

function documentOf(operations: readonly AnyOperation[]) {
  const writer = new OpenAPIHono()
  const { openAPIRegistry } = writer
  openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Api-Key',
  })
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-lantaarn',
    description:
      'Of whoever signed in at /auth. What changes something must come from our own pages.',
  })
  for (const operation of operations) documentOperation(writer, operation, aroundOf(operation))
  return writer.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lantaarn',
      version: API_VERSION,
      description:
        'Who is on it, and by when: cases, assignments and agreements of municipalities that direct.',
      contact: CONTACT,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: API_BASE, description: 'This installation.' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
  })
}

const CONTACT = {
  name: 'Lantaarn',
  email: 'lantaarn@example.org',
  url: 'https://lantaarn.example.org',
}

/** What a problem's `type` leads to. */
function mountProblemPages(http: OpenAPIHono): void {
  http.get('/problems/:name', (c) => {
    const name = c.req.param('name')
    if (!Object.hasOwn(ALL_PROBLEMS, name)) return c.notFound()
    const { status, title } = ALL_PROBLEMS[name] as ProblemDefinition
    return c.text(`${name}\n\n${title}.\n\nIt comes with HTTP status ${status}.\n`)
  })
}
