import type { Clock } from '#kernel/clock'
import { OF_THING, type Rules } from '#modules/cases'
import {
  CONDITION_TO_CATEGORY,
  type DeviceReport,
  DeviceReportData,
  EVENT_KINDS,
  type EventKind,
  type EventResult,
  isTimeSuspect,
  type Refused,
  type TakeRequest,
  type ThingDoor,
  type ThingEvent,
  type Told,
} from '#modules/things'
import type { Vault } from '#platform/vault'
import {
  type HttpRead,
  type ReadEvent,
  type ReceivedCloudEvent,
  readHttpEvents,
} from '#standards/cloudevents'
import { findAsset, locate } from './report-signal.ts'
import type { Town, Towns } from './town.ts'

/** Settled by one commit: measured at 45 ms, and nobody should hold the lock longer. */
const MOST_IN_BATCH = 100
/** What an index can hold, and more than anybody needs. */
const MOST_CHARACTERS = { id: 255, source: 500 } as const

type Needs = { vault: Vault; clock: Clock; towns: Towns; things: ThingDoor; newId: () => string }

/** What a door read: events, or a whole that it refuses. */
export type ReadEvents = HttpRead | { kind: 'refused'; refused: Refused; text: string }

export type TakeEvents = (
  sender: { municipality: string; by: string },
  read: ReadEvents,
  received_ms: number,
) => Promise<readonly EventResult[]>

/** From what a door read to the commit: judges each event by itself, and takes the good ones. */
export function createTakeEvents(needs: Needs): TakeEvents {
  const { towns, things, newId } = needs
  return ({ municipality, by }, read, received_ms) => {
    const head = () => ({ by, rejectId: newId(), received_ms })
    const whole = (refused: Refused, text: string) => [{ ...head(), text, refused }]
    const make = async (rules: Rules): Promise<ThingEvent[]> => {
      if (read.kind === 'refused') return whole(read.refused, read.text)
      if (read.kind === 'unreadable')
        return whole({ reason: 'event-unreadable', detail: read.why }, read.text)
      const events = read.kind === 'one' ? [read.event] : read.events
      const town = await towns.get(municipality, rules.epoch)
      return events.map((event) => ({
        ...head(),
        text: event.text,
        ...judge(event, received_ms, town, needs),
      }))
    }
    return things(municipality, make)
  }
}

/** The same of a request over HTTP. */
export function createTakeRequest(needs: Needs): TakeRequest {
  const take = createTakeEvents(needs)
  return async (sender, headers, bytes) => {
    const received_ms = needs.clock()
    const read = readHttpEvents(headers, bytes)
    const isBatch = read.kind === 'batch'
    const isTooLarge = isBatch && read.events.length > MOST_IN_BATCH
    const text = new TextDecoder().decode(bytes.subarray(0, 10_000))
    const fit: ReadEvents = isTooLarge ? { kind: 'refused', refused: TOO_LARGE, text } : read
    return { isBatch, results: await take(sender, fit, received_ms) }
  }
}

type Judged = { told: Told } | { refused: Refused; source?: string; id?: string }

function judge({ result }: ReadEvent, received_ms: number, town: Town, needs: Needs): Judged {
  if (!result.ok) {
    const detail = result.problems.map(({ attribute, rule }) => `${attribute} ${rule}`.trim())
    return { refused: { reason: 'event-invalid', detail: detail.slice(0, 20).join('; ') } }
  }
  const { event } = result
  for (const name of ['source', 'id'] as const)
    if (event[name].length > MOST_CHARACTERS[name])
      return refuse('event-invalid', `${name} has more than ${MOST_CHARACTERS[name]} characters`)
  const { source, id } = event
  const known = (refused: Judged): Judged => ({ ...refused, source, id }) as Judged
  if (!Object.hasOwn(EVENT_KINDS, event.type))
    return known(refuse('event-type-unknown', `type is ${Object.keys(EVENT_KINDS).join(' or ')}`))
  const data = DeviceReportData.safeParse(event.data)
  if (!data.success) return known(refuse('event-data-invalid', faultsOf(data.error.issues)))
  const judged = judgeReport(event, data.data, received_ms, town, needs)
  return 'told' in judged ? judged : known(judged)
}

function faultsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const faults = issues.map(({ path, message }) => `${['data', ...path].join('.')}: ${message}`)
  return faults.slice(0, 20).join('; ')
}

function judgeReport(
  event: ReceivedCloudEvent,
  data: DeviceReport,
  received_ms: number,
  town: Town,
  needs: Needs,
): Judged {
  const { source, id } = event
  const { condition } = data
  const seen_ms = data.observedAt === undefined ? event.time_ms : Date.parse(data.observedAt)
  if (seen_ms !== undefined && (seen_ms < 0 || seen_ms >= END_OF_TIME_MS))
    return refuse('event-data-invalid', 'the moment lies before 1970 or after 2099')
  const asset = findAsset(town, data.asset)
  if (!asset)
    return refuse(
      'event-asset-unknown',
      'data.asset is no id of an object here, and no number of one object only',
    )
  const kind: EventKind = EVENT_KINDS[event.type as keyof typeof EVENT_KINDS]
  const seen = seen_ms === undefined ? {} : { seen_ms }
  const told = { source, id, asset: asset.id, condition, received_ms, ...seen }
  if (kind === 'cleared') return { told: { ...told, kind } }
  const name = data.category ?? CONDITION_TO_CATEGORY[condition]
  const category = town.categories.get(name)
  // Nothing joins what is confidential: each message of a thing would be a case of its own.
  if (!category?.isReportable || category.visibility === 'confidential')
    return refuse('event-category-unknown', CATEGORY_DETAIL[data.category ? 'named' : 'default'])
  const pressing = data.isDangerous ? { ...category, priority: 'danger' as const } : category
  return { told: { ...told, kind, ...reportOf(told, pressing, town, needs) } }
}

type Raised = Extract<Told, { kind: 'raised' }>

function reportOf(
  told: Omit<Told, 'kind'>,
  category: NonNullable<ReturnType<Town['categories']['get']>>,
  town: Town,
  { vault, newId }: Needs,
): Pick<Raised, 'report' | 'radius_m' | 'seals'> {
  const { source, id, asset, condition, received_ms, seen_ms } = told
  const { visibility, priority, joinRadius_m } = category
  const municipality = town.municipality.id
  const signalId = newId()
  const signal = {
    signalId,
    received_ms,
    channel: OF_THING,
    kind: 'device' as const,
    condition,
    source,
    sourceId: vault.pseudonym(municipality, `${source}/${id}`),
    isFingerprint: false,
    category: category.id,
    ...locate(town, { asset, category: category.id }),
    ...(seen_ms === undefined ? {} : { seen_ms }),
    ...(isTimeSuspect(told) ? { isTimeSuspect: true as const } : {}),
  }
  const report = { caseId: newId(), signal, visibility, priority, isHistory: false }
  return { report, radius_m: joinRadius_m, seals: NOTHING_WRITTEN }
}

/** No key and no box: there is nothing to destroy later. */
const NOTHING_WRITTEN = { keys: [], boxes: [] }

const refuse = (reason: Refused['reason'], detail: string): Judged => ({
  refused: { reason, detail },
})

const END_OF_TIME_MS = Date.UTC(2100, 0)

const TOO_LARGE: Refused = {
  reason: 'batch-too-large',
  detail: `A batch holds at most ${MOST_IN_BATCH} events.`,
}

const CATEGORY_DETAIL = {
  named: 'data.category is not a category that things can report in here',
  default: 'what this condition stands for is not a category here: name one in data.category',
}
