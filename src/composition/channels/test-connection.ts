import type { Clock } from '#kernel/clock'
import { type Open311Mapping, serviceFor } from '#modules/agreements'
import { scrubbed } from '#modules/delivery'
import { type Endpoint, readEndpoints, readMailAddresses } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { Mailer } from '#platform/mail'
import type { CallOutside } from '#platform/outgoing'
import type { Vault } from '#platform/vault'
import { CLOUD_EVENT_MEDIA_TYPE, cloudEvent, signWebhook } from '#standards/cloudevents'
import { createOpen311Client, type ForeignResult } from '#standards/open311'
import { serverOf } from '../open311-party/foreign-server.ts'
import type { Town, Towns } from '../town.ts'
import { type ChannelKind, channelsOf, serves } from './channels-of-town.ts'
import { type Step, type StepName, stepsOfReaching } from './connection-steps.ts'

export const TEST_TYPE = 'nl.lantaarn.assignment.test.v1'

type Needs = {
  worker: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  newId: () => string
  call: CallOutside
  mailer: () => Mailer
}

export type ConnectionTest = { kind: ChannelKind; isOk: boolean; steps: readonly Step[] }
export type TestConnection = (
  municipality: string,
  organisation: string,
) => Promise<readonly ConnectionTest[]>

/**
 * Tries each way in which a town's agreements reach an organisation, and tells how far it came. What is sent says of itself
 * that it is a test; no case comes of it and no figure counts it. Empty where no agreement reaches the organisation so.
 */
export function createTestConnection(needs: Needs): TestConnection {
  return async (municipality, organisation) => {
    const { worker, vault, towns } = needs
    const town = await towns.get(municipality)
    const channels = channelsOf(town).filter((one) => one.organisation === organisation)
    const endpoint = (await readEndpoints(worker, vault, [organisation])).get(organisation)
    const tests: ConnectionTest[] = []
    for (const { kind } of channels) {
      const steps = await stepsOf(needs, town, organisation, kind, endpoint)
      tests.push({ kind, steps, isOk: steps.every(({ isOk }) => isOk) })
    }
    return tests
  }
}

async function stepsOf(
  needs: Needs,
  town: Town,
  organisation: string,
  kind: ChannelKind,
  endpoint: Endpoint | undefined,
): Promise<Step[]> {
  if (kind === 'email') return testMail(needs, town, organisation)
  if (!endpoint || !serves(endpoint, kind))
    return [{ step: 'endpoint', isOk: false, detail: 'lantaarn endpoint ORGANISATION URL' }]
  return endpoint.kind === 'open311'
    ? testOpen311(needs, town, endpoint)
    : testWebhook(needs, town, endpoint)
}

async function testWebhook(
  { call, newId, clock }: Needs,
  town: Town,
  endpoint: Endpoint,
): Promise<Step[]> {
  const id = newId()
  const municipality = town.municipality.id
  const { organisation } = endpoint
  const body = JSON.stringify(
    cloudEvent({
      id,
      source: `urn:nld:gemeente:${municipality}:systeem:lantaarn`,
      type: TEST_TYPE,
      subject: organisation,
      time_ms: clock(),
      sequence: 0,
      data: { isTest: true, municipality, organisation },
    }),
  )
  const timestamp_s = Math.floor(clock() / 1000)
  const signed = signWebhook({ secret: endpoint.secret, id, timestamp_s, body })
  const reading = await call(endpoint.url, {
    method: 'POST',
    isFresh: true,
    headers: { 'content-type': CLOUD_EVENT_MEDIA_TYPE, ...signed },
    body,
  })
  const steps = stepsOfReaching(endpoint.url, reading)
  if (reading.status === 0) return steps
  const isOk = reading.status >= 200 && reading.status < 300
  const said = scrubbed(reading.body.toString())
  const detail = isOk ? 'webhook-signature' : `HTTP ${reading.status}${said ? `: ${said}` : ''}`
  return [...steps, { step: 'signature', isOk, detail }]
}

async function testOpen311(
  { call, newId }: Needs,
  town: Town,
  endpoint: Extract<Endpoint, { kind: 'open311' }>,
): Promise<Step[]> {
  const client = createOpen311Client((url, options) => call(url, { ...options, isFresh: true }))
  const steps: Step[] = []
  const mappings = mappingsOf(town, endpoint.organisation)
  const server = serverOf(endpoint, mappings[0])
  const discovery = await client.discovery(server)
  steps.push(...stepsOfReaching(endpoint.url, discovery.reading))
  if (discovery.status === 0) return steps
  steps.push(stepOf('discovery', discovery))
  const services = await client.services(server)
  steps.push(stepOf('services', services))
  if (!services.ok) return steps
  for (const mapping of mappings) {
    for (const service of mapping.services) {
      const detail = `${service.category} → ${service.serviceCode}`
      if (!services.value.includes(service.serviceCode)) {
        steps.push({ step: 'mapping', isOk: false, detail: `${detail}: not in services` })
        continue
      }
      const definition = await client.definition(server, service.serviceCode)
      const mapped = new Set(service.attributes.map(({ code }) => code))
      const required = definition.ok ? definition.value.filter((one) => one.isRequired) : []
      const lacks = required.flatMap(({ code }) => (mapped.has(code) ? [] : [code]))
      const words = lacks.length === 0 ? detail : `${detail}: ${lacks.join(', ')} required`
      steps.push({ step: 'mapping', isOk: lacks.length === 0, detail: words })
    }
    for (const category of unmappedIn(town, endpoint.organisation, mapping))
      steps.push({ step: 'mapping', isOk: false, detail: `${category} → ?` })
    if (mapping.testService === undefined) continue
    const form = {
      service_code: mapping.testService,
      description: `TEST van Lantaarn voor ${town.municipality.name}: hier hoeft niets mee te gebeuren.`,
      ...placeIn(town),
    }
    steps.push(stepOf('test-request', await client.post(server, form, newId())))
  }
  return steps
}

/** On the boundary: a place that the municipality has for certain. */
function placeIn({ municipality: { boundary, name } }: Town) {
  const ring = boundary.type === 'Polygon' ? boundary.coordinates[0] : boundary.coordinates[0]?.[0]
  const [lon, lat] = ring?.[0] ?? []
  return lon === undefined || lat === undefined
    ? { address_string: name }
    : { lat: String(lat), long: String(lon) }
}

function stepOf<T>(step: StepName, result: ForeignResult<T>): Step {
  const { took_ms } = result.reading
  const detail = result.ok ? `HTTP ${result.status}` : scrubbed(result.error)
  return { step, isOk: result.ok, detail, took_ms }
}

/** Of the newest versions; one mapping that two agreements share is looked at once. */
function mappingsOf(town: Town, organisation: string): Open311Mapping[] {
  const all = newestOf(town, organisation).flatMap(({ reach }) => reach.open311 ?? [])
  const byText = new Map(all.map((one) => [JSON.stringify(one), one]))
  return [...byText.values()]
}

function newestOf(town: Town, organisation: string) {
  return [...town.agreements.values()].flatMap((versions) => {
    const { agreement } = versions.at(-1) ?? {}
    return agreement?.party === organisation ? [agreement] : []
  })
}

/** What an agreement gives the party that the mapping has no service for. */
function unmappedIn(town: Town, organisation: string, mapping: Open311Mapping): string[] {
  const parentOf = (category: string) => town.categories.get(category)?.parent
  return newestOf(town, organisation).flatMap(({ reach, scope }) =>
    JSON.stringify(reach.open311) === JSON.stringify(mapping)
      ? scope.categories.filter((category) => !serviceFor(mapping, category, parentOf))
      : [],
  )
}

async function testMail(
  { worker, vault, mailer, newId }: Needs,
  town: Town,
  organisation: string,
): Promise<Step[]> {
  const known = (await readMailAddresses(worker, vault, [organisation])).get(organisation)
  if (!known)
    return [
      { step: 'endpoint', isOk: false, detail: 'lantaarn endpoint ORGANISATION mailto:ADDRESS' },
    ]
  const { address, locale } = known
  const { subject, text } = TEST_MAIL[locale](town.municipality.name)
  const started_ms = performance.now()
  const sent = await mailer().send({ to: address, subject, text, messageId: newId() })
  const took_ms = Math.round(performance.now() - started_ms)
  return [
    {
      step: 'mail',
      isOk: sent.isDelivered,
      detail: sent.isDelivered ? subject : scrubbed(sent.error),
      took_ms,
    },
  ]
}

const TEST_MAIL = {
  nl: (town: string) => ({
    subject: `[TEST] Bericht van gemeente ${town}`,
    text: `Dit is een test. U hoeft niets te doen.\n\nZo komt werk van gemeente ${town} bij u binnen.\n`,
  }),
  en: (town: string) => ({
    subject: `[TEST] Message of the municipality of ${town}`,
    text: `This is a test. You need not do anything.\n\nWork of the municipality of ${town} will reach you like this.\n`,
  }),
} as const
