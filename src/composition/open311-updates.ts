import { type RecordedEvent, readStreams, readWithin } from '#journal'
import {
  type CaseDoor,
  type CaseUpdate,
  listCases,
  type Progress,
  remarkIdOf,
  sealRemark,
  TOLD_TYPES,
  updatesOf,
} from '#modules/cases'
import type { ApiKey } from '#modules/directory'
import type { Pool, Query } from '#platform/database'
import type { Vault } from '#platform/vault'
import type {
  Locale,
  Open311Port,
  Problem,
  RequestUpdate,
  SubmittedUpdate,
  SubmitUpdateResult,
  UpdateStatus,
  UpdatesFilter,
} from '#standards/open311'
import { confidentialOf, type Town, type Towns } from './town.ts'

/** Done is what the party says; whether that was confirmed the text tells, for the standard has no word for it. */
const STATUS_OF: Record<Progress, UpdateStatus> = {
  open: 'OPEN',
  accepted: 'INVESTIGATING',
  planned: 'PLANNED',
  started: 'IN_PROGRESS',
  done: 'FIXED',
  'nothing-found': 'NO_FURTHER_ACTION',
  'will-not-be-done': 'NO_FURTHER_ACTION',
  'owner-only': 'NOT_COUNCILS_RESPONSIBILITY',
  left: 'NOT_COUNCILS_RESPONSIBILITY',
  'settled-by-desk': 'CLOSED',
  cleared: 'FIXED',
  duplicate: 'DUPLICATE',
}

/** What a status that is sent to us says of the work; any other says nothing of it, and is a remark. */
const JUDGES: { readonly [status in UpdateStatus]?: 'confirmed' | 'contested' } = {
  FIXED: 'confirmed',
  CLOSED: 'confirmed',
  OPEN: 'contested',
  REOPEN: 'contested',
}

type Needs = {
  pool: Pool
  vault: Vault
  towns: Towns
  cases: CaseDoor
  keyOf: (token: string) => Promise<ApiKey | undefined>
}

/** The updates of Open311: the journal in the standard's words, and what others say of a request as our commands. */
export function createOpen311Updates(needs: Needs): Pick<Open311Port, 'updates' | 'submitUpdate'> {
  const { pool, vault, towns } = needs
  return {
    async updates(municipality, filter, locale) {
      const town = await towns.get(municipality)
      const updates = await pool.read({ tenant: municipality }, (query) =>
        filter.ids ? readNamed(query, town, filter, filter.ids) : readRange(query, town, filter),
      )
      return updates.map((one) => toRequestUpdate(vault, municipality, one, locale))
    },
    submitUpdate: (municipality, input, context) => submit(needs, municipality, input, context),
  }
}

const streamOf = (caseId: string) => `case/${caseId}`
const secondOf = ({ occurred_ms }: { occurred_ms: number }) => Math.floor(occurred_ms / 1000)

/** Moments are told without fractions: to the end of a second is to the end of what is told of it. */
const endOfSecond = (at_ms: number) => Math.floor(at_ms / 1000) * 1000 + 999

/** Everything of named cases, in the order of time. */
async function readNamed(
  query: Query,
  town: Town,
  { start_ms = -Infinity, end_ms = Infinity, most }: UpdatesFilter,
  numbers: readonly string[],
): Promise<CaseUpdate[]> {
  const updates = await updatesOfCases(query, town, { numbers })
  const within = updates
    .filter(({ occurred_ms }) => occurred_ms >= start_ms && occurred_ms <= endOfSecond(end_ms))
    .sort((a, b) => a.occurred_ms - b.occurred_ms)
  return cut(within, most)
}

const PIECE = 1_000

/** What happened within a time, to any case that everybody may know. */
async function readRange(
  query: Query,
  town: Town,
  { start_ms = 0, end_ms = 0, most }: UpdatesFilter,
): Promise<CaseUpdate[]> {
  const found: CaseUpdate[] = []
  let after: RecordedEvent | undefined
  do {
    const events: RecordedEvent[] = await readWithin(query, town.municipality.id, {
      from_ms: start_ms,
      to_ms: endOfSecond(end_ms),
      types: TOLD_TYPES,
      ...(after === undefined ? {} : { after }),
      most: PIECE,
    })
    const ids = [...new Set(events.map(({ stream }) => stream.slice('case/'.length)))]
    const told = await updatesOfCases(query, town, { ids })
    const byEvent = new Map(told.map((one) => [`${streamOf(one.caseId)} ${one.version}`, one]))
    for (const { stream, version } of events) {
      const update = byEvent.get(`${stream} ${version}`)
      if (update) found.push(update)
    }
    after = events.length < PIECE ? undefined : events.at(-1)
  } while (after !== undefined && !isBeyond(found, most))
  return cut(found, most)
}

async function updatesOfCases(
  query: Query,
  town: Town,
  which: { ids: readonly string[] } | { numbers: readonly string[] },
): Promise<CaseUpdate[]> {
  const { id } = town.municipality
  const most = Object.values(which).flat().length
  const confidential = confidentialOf(town)
  const rows = await listCases(query, id, { isStaff: false, confidential, most, ...which })
  const events = await readStreams(
    query,
    id,
    rows.map((row) => streamOf(row.id)),
  )
  const hidden = new Set(confidential)
  return updatesOf(events, { names: town, isHidden: (category) => hidden.has(category) })
}

/** Whether a whole second after the last that is given has been read. */
function isBeyond(found: readonly CaseUpdate[], most: number): boolean {
  const edge = found[most - 1]
  const last = found.at(-1)
  return edge !== undefined && last !== undefined && secondOf(last) > secondOf(edge)
}

/** Cut between two seconds: updates are told without fractions, and the next question begins at the last. */
function cut(updates: readonly CaseUpdate[], most: number): CaseUpdate[] {
  const edge = updates[most - 1]
  if (edge === undefined) return [...updates]
  return updates.filter((one, i) => i < most || secondOf(one) === secondOf(edge))
}

/** Versions are not told as they are: the gaps between them would tell how much is not told. */
function toRequestUpdate(
  vault: Vault,
  municipality: string,
  update: CaseUpdate,
  locale: Locale,
): RequestUpdate {
  const { caseId, version, heardAs } = update
  return {
    update_id: heardAs ?? vault.pseudonym(municipality, `update/${caseId}/${version}`),
    service_request_id: update.number,
    status: STATUS_OF[update.progress],
    updated_datetime_ms: update.occurred_ms,
    description: update.text[locale],
    media_url: '',
  }
}

async function submit(
  { pool, vault, towns, cases, keyOf }: Needs,
  municipality: string,
  input: SubmittedUpdate,
  { apiKey, locale }: { apiKey: string; locale: Locale },
): Promise<SubmitUpdateResult> {
  const key = await keyOf(apiKey)
  if (!key || !maySend(key, municipality)) return refusal(WRONG_KEY, locale)
  const isStaff = key.kind === 'desk'
  const confidential = confidentialOf(await towns.get(municipality))
  const { service_request_id, status, updated_datetime_ms: seen_ms, description } = input
  const [row] = await pool.read({ tenant: municipality }, (query) =>
    listCases(query, municipality, {
      isStaff,
      confidential,
      numbers: [service_request_id],
      most: 1,
    }),
  )
  if (!row) return refusal(NOT_FOUND, locale)
  const { id: caseId } = row
  const identity = `update/${caseId}/${key.id}/${input.update_id}`
  const idempotencyKey = vault.pseudonym(municipality, identity)
  const remark =
    description === undefined
      ? undefined
      : sealRemark(vault, municipality, remarkIdOf(caseId, idempotencyKey), description)
  const heard = {
    idempotencyKey,
    ...(remark === undefined ? {} : { remarkDigest: remark.digest }),
  }
  const about = { caseId, source: `key/${key.id}`, heard, seals: remark?.seals ?? NOTHING }
  const outcome = JUDGES[status]
  const answer = await cases(
    municipality,
    outcome === undefined
      ? { type: 'RemarkOnCase', said: status, ...about }
      : { type: 'VerifyCase', by: 'reporter', outcome, seen_ms, ...about },
  )
  if (answer.status === 'accepted') return { ok: true, update_id: idempotencyKey }
  const reason = answer.status === 'rejected' ? answer.reason : answer.status
  const words = WRONG_STATE[reason]
  if (!words) throw new Error(`an update cannot be refused as ${reason}`)
  return refusal({ status: 400, code: reason, ...words }, locale)
}

function maySend(key: ApiKey, municipality: string): boolean {
  const isSender = key.kind === 'desk' || key.kind === 'integrator'
  return isSender && key.municipality === municipality
}

const NOTHING = { keys: [], boxes: [] }

type Refusal = Pick<Problem, 'status' | 'code'> & { nl: string; en: string }

function refusal({ status, code, ...words }: Refusal, locale: Locale): SubmitUpdateResult {
  return { ok: false, problem: [{ status, code, description: words[locale] }] }
}

const WRONG_KEY: Refusal = {
  status: 403,
  code: 'api-key-wrong',
  nl: 'Deze api_key is hier niet bekend of mag hier geen updates sturen.',
  en: 'This api_key is not known here, or may not send updates here.',
}

const NOT_FOUND: Refusal = {
  status: 404,
  code: 'request-not-found',
  nl: 'Er is geen melding met dit nummer die met deze api_key te zien is.',
  en: 'There is no service request of this number that this api_key can see.',
}

const WRONG_STATE: { readonly [reason: string]: { nl: string; en: string } | undefined } = {
  'case-not-done': {
    nl: 'Op dat moment had nog niemand gezegd dat het werk klaar is: er is niets te bevestigen of te betwisten.',
    en: 'At that moment nobody had said that the work is done: there is nothing to confirm or contest.',
  },
  'case-closed': {
    nl: 'De melding is gesloten. Is het er weer, stuur dan een nieuwe melding.',
    en: 'The service request is closed. If it is back, send a new one.',
  },
}
