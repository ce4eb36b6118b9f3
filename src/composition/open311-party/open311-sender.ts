import type { Clock } from '#kernel/clock'
import { type Open311Mapping, serviceFor } from '#modules/agreements'
import {
  type AssignmentMessage,
  completeMessage,
  type ForeignRequestRow,
  findForeignRequest,
  follow,
  keepForeignId,
  keepToken,
  MESSAGE_TYPES,
  markAsked,
  organisationByOpen311,
  scrubbed,
  unmarkAsked,
  wordsIn,
} from '#modules/delivery'
import type { Open311Settings } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { Message, Sent, Told } from '#platform/outbox'
import type { ForeignResult, ForeignServer, Open311Client } from '#standards/open311'
import type { MessageReading } from '../message-reading.ts'
import type { Towns } from '../town.ts'
import { serverOf } from './foreign-server.ts'
import { markerOf, requestForm, type ToldTask } from './request-form.ts'
import { isKnownAlready, updateForm } from './update-form.ts'

type Needs = {
  worker: Pool
  clock: Clock
  towns: Towns
  reading: MessageReading
  client: Open311Client
  /** Tells it by mail instead; undefined where the organisation has no mail address. */
  tellByMail: (message: Message, organisation: string) => Promise<Sent | undefined>
}

/** One message to one server, with all that is known of it. */
type Task = Needs & {
  message: Message
  organisation: string
  server: ForeignServer
  settings: Open311Settings
  mapping: Open311Mapping
  serviceCode: string
  form: NonNullable<ReturnType<typeof requestForm>>
  told: ToldTask
  row: ForeignRequestRow | undefined
  of: { municipality: string; assignment: string }
}

const LOCALE = 'nl'

/**
 * Gives a task to a party's own Open311 server: asked → (token →) an id, which is its receipt. Before a request leaves it is
 * noted; when its answer is lost it is looked for there by its marker, and sent again only where that is safe. What is to be
 * told afterwards goes as an update where the server takes these, else by mail, else by a person.
 */
export function createOpen311Sender(needs: Needs): (message: Message) => Promise<Sent> {
  return async (message) => {
    const task = await prepare(needs, message)
    if ('isDelivered' in task) return task
    const isOver = message.type === MESSAGE_TYPES.withdrawn
    const { row } = task
    if (isOver && row?.foreign_id == null && row?.asked_at == null) return { isDelivered: true }
    const known = row?.foreign_id == null ? await obtainId(task) : { foreignId: row.foreign_id }
    if ('isDelivered' in known) return known
    // What was posted just now holds the present state.
    const isTold = 'isPosted' in known && known.isPosted && !isOver
    if (isTold || message.type === MESSAGE_TYPES.offered)
      return { isDelivered: true, ...task.lastTold() }
    return tell(task, known.foreignId)
  }
}

type Known = { foreignId: string; isPosted?: boolean }

/** What the far end said last, for the log. */
type Telling = {
  noted<T>(result: ForeignResult<T>): ForeignResult<T>
  lastTold(): { told?: Told }
  isConfidential: boolean
}

async function prepare(needs: Needs, message: Message): Promise<(Task & Telling) | Sent> {
  const { worker, towns, reading } = needs
  const no = (error: string): Sent => ({ isDelivered: false, isOfMessage: true, error })
  const organisation = organisationByOpen311(message.destination)
  if (organisation === undefined) return no('this is no destination of Open311')
  const endpoint = await reading.endpointOf(organisation)
  if (endpoint?.kind !== 'open311')
    return { isDelivered: false, error: 'this organisation has no Open311 server' }
  const { tenant } = message
  const town = await towns.get(tenant)
  const { assignment } = message.body as AssignmentMessage
  const mapping = town.rules.agreement(assignment.agreement.id, assignment.agreement.version)?.reach
    .open311
  if (!mapping) return no('the agreement does not say what its categories are at the party')
  const parentOf = (category: string) => town.categories.get(category)?.parent
  const service = serviceFor(mapping, assignment.category, parentOf)
  if (!service) return no(`the agreement names no service_code for ${assignment.category}`)
  const told = (await completeMessage(message, reading)) as ToldTask
  const form = requestForm(told, service, LOCALE)
  if (!form) return no('there is no place or object, which an Open311 server asks for')
  const of = { municipality: tenant, assignment: assignment.id }
  const row = await worker.read({}, (query) => findForeignRequest(query, tenant, assignment.id))
  const server = serverOf(endpoint, mapping)
  const isConfidential = await reading.isConfidential(message)
  let last: Told = { kind: 'open311', host: URL.parse(endpoint.url)?.host ?? '' }
  return {
    ...needs,
    message,
    organisation,
    server,
    settings: endpoint.open311,
    mapping,
    serviceCode: service.serviceCode,
    form,
    told,
    row,
    of,
    noted(result) {
      last = {
        ...last,
        ...(result.status === 0 ? {} : { status: result.status }),
        ...(isConfidential ? {} : { answer: scrubbed(result.text, wordsIn(told)) }),
      }
      return result
    },
    lastTold: () => ({ told: last }),
    isConfidential,
  }
}

/** The id under which the server has the task, or why there is none yet. */
async function obtainId(task: Task & Telling): Promise<Known | Sent> {
  const { row, message } = task
  if (row?.token != null) return idOfToken(task, row.token)
  if (row?.asked_at != null) {
    const found = await lookUp(task, row)
    if (found !== 'may-be-sent') return found
    // Whoever need not do it any more is not sent it to be told so, unless that gives the id of what they have.
    if (message.type === MESSAGE_TYPES.withdrawn && task.settings.repeats !== 'always')
      return { isDelivered: true, ...task.lastTold() }
  }
  return post(task)
}

async function post(task: Task & Telling): Promise<Known | Sent> {
  const { worker, clock, client, server, of, organisation, form, row } = task
  await worker.write({}, (query) => markAsked(query, { ...of, organisation }, clock()))
  const result = task.noted(await client.post(server, form, of.assignment))
  if (!result.ok) {
    // Of one that was lost before, this says nothing.
    const hasNothing = row?.asked_at == null && (result.isRefused || !result.isSent)
    if (hasNothing) await worker.write({}, (query) => unmarkAsked(query, of))
    return failed(task, result)
  }
  const { service_request_id, token } = result.value
  if (service_request_id !== undefined)
    return { ...(await keep(task, service_request_id)), isPosted: true }
  if (token === undefined) return failed(task, { ...result, error: 'no id and no token' })
  await worker.write({}, (query) => keepToken(query, { ...of, token }))
  return idOfToken(task, token)
}

async function idOfToken(task: Task & Telling, token: string): Promise<Known | Sent> {
  const result = task.noted(await task.client.token(task.server, token))
  if (!result.ok) return failed(task, result)
  const { service_request_id } = result.value
  if (service_request_id !== undefined) return keep(task, service_request_id)
  const error = 'the party has it, and has not given it an id yet'
  return { isDelivered: false, isOfMessage: true, error, ...task.lastTold() }
}

async function keep(task: Task & Telling, foreignId: string): Promise<Known> {
  const { worker, clock, of, organisation, settings } = task
  await worker.write({}, (query) =>
    keepForeignId(query, {
      ...of,
      organisation,
      foreignId,
      now_ms: clock(),
      poll_s: settings.poll_s,
    }),
  )
  return { foreignId }
}

/** Clocks of servers differ. */
const CLOCKS_MS = 15 * 60_000
const MOST_RANGE_MS = 90 * 86_400_000

/** Looks whether a request whose answer was lost is there. */
async function lookUp(
  task: Task & Telling,
  row: ForeignRequestRow,
): Promise<Known | Sent | 'may-be-sent'> {
  const { client, server, clock, of, serviceCode, settings } = task
  const start_ms = (row.asked_at ?? clock()) - CLOCKS_MS
  const end_ms = Math.min(clock() + CLOCKS_MS, start_ms + MOST_RANGE_MS)
  const range = { start_ms, end_ms, service_code: serviceCode }
  const result = task.noted(await client.requests(server, range))
  if (result.ok) {
    const marker = markerOf(of.assignment)
    const found = result.value.find(({ description }) => description?.includes(marker))
    if (found) return keep(task, found.service_request_id)
  }
  if (settings.repeats === 'always' || row.is_asked_again) return 'may-be-sent'
  if (!result.ok) return failed(task, result)
  if (settings.repeats === 'when-not-found') return 'may-be-sent'
  return {
    isDelivered: false,
    isOfMessage: true,
    waitsForPerson: true,
    error:
      'the answer was lost and the request is not found there: call the party, or send it again',
    ...task.lastTold(),
  }
}

/** Says something of what the party has. */
async function tell(task: Task & Telling, foreignId: string): Promise<Sent> {
  const { worker, client, server, settings, message, told, organisation, of, tellByMail } = task
  const form = updateForm(message, told, foreignId, LOCALE)
  if (!form) return { isDelivered: true }
  const isOver = message.type === MESSAGE_TYPES.withdrawn
  const noteFollowed = () =>
    worker.write({}, (query) => follow(query, { ...of, isFollowed: !isOver }))
  if (!settings.has_updates) {
    await noteFollowed()
    // That a term is near is at the desk already.
    if (message.type === MESSAGE_TYPES.termNear) return { isDelivered: true }
    return (await tellByMail(message, organisation)) ?? { isDelivered: true, isLeftToPerson: true }
  }
  const result = task.noted(await client.postUpdate(server, form))
  if (!result.ok && !isKnownAlready(result.error)) return failed(task, result)
  await noteFollowed()
  return { isDelivered: true, ...task.lastTold() }
}

/** What a server answers to one request that it will not have; anything else is of the server. */
const OF_MESSAGE: readonly number[] = [200, 201, 400, 404, 409, 410, 422]

function failed<T>(
  task: Telling,
  result: Omit<Extract<ForeignResult<T>, { ok: false }>, 'ok' | 'isSent' | 'isRefused'> & {
    isRefused?: boolean
  },
): Sent {
  const isOfMessage = result.isRefused === true && OF_MESSAGE.includes(result.status)
  // Its words may repeat where a confidential case is.
  const isUntold = task.isConfidential && result.status !== 0
  return {
    isDelivered: false,
    error: isUntold ? `answered ${result.status}` : scrubbed(result.error),
    ...(isOfMessage ? { isOfMessage } : {}),
    ...task.lastTold(),
  }
}
