import type { Clock } from '#kernel/clock'
import {
  type CaseDoor,
  type CaseRow,
  caseInWords,
  caseToTell,
  followCodeOf,
  listCases,
  listPublished,
} from '#modules/cases'
import type { ApiKey } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type {
  Locale,
  Open311Port,
  RequestsFilter,
  Service,
  SubmitContext,
  SubmitResult,
  SubmittedRequest,
} from '#standards/open311'
import { toServiceRequest, withoutHidden } from './open311-request.ts'
import { createOpen311Updates } from './open311-updates.ts'
import type { IncomingReport, ReportSignal } from './report-signal.ts'
import { toService } from './service-of-category.ts'
import { confidentialOf, type Town, type Towns } from './town.ts'

/** What stands behind the Open311 door: our words in, the standard's words out. */
export function createOpen311Port(options: {
  pool: Pool
  clock: Clock
  towns: Towns
  vault: Vault
  cases: CaseDoor
  reportSignal: ReportSignal
  keyOf: (token: string) => Promise<ApiKey | undefined>
  /** Where it is reached from outside. */
  publicUrl: () => string
}): Open311Port {
  const { pool, clock, towns, vault, reportSignal, keyOf, publicUrl } = options
  const services = rememberServices(towns)
  return {
    municipality(id) {
      const found = towns.find(id)
      if (!found) return undefined
      const { name, contactEmail } = found
      return { id: found.id, name, contact: contactEmail ?? `Gemeente ${name}` }
    },
    services,
    ...createOpen311Updates(options),
    async submit(municipality, input, context) {
      const source = await sourceOf(municipality, context, keyOf)
      if (source === undefined) return WRONG_KEY[context.locale]
      const answer = await reportSignal(municipality, toReport(input, context, source))
      if (!answer.ok) return refused(answer.refusal, context.locale)
      const town = await towns.get(municipality)
      const confidential = confidentialOf(town)
      const told = answer.isRepeat
        ? await findSeen(pool, municipality, answer.number, confidential)
        : caseToTell(withoutHidden(answer.case, confidential))
      const sentence = told ? caseInWords(told, town, context.locale).sentence : ''
      const follow_code = followCodeOf(vault, municipality, answer.signalId)
      const service_notice = `${sentence} ${FOLLOW_WITH[context.locale](follow_code)}`.trim()
      return { ok: true, service_request_id: answer.number, service_notice, follow_code }
    },
    async requests(municipality, filter, locale) {
      const town = await towns.get(municipality)
      const confidential = confidentialOf(town)
      const { rows, published } = await pool.read({ tenant: municipality }, async (query) => {
        const rows = await listCases(query, municipality, { ...toFilter(filter), confidential })
        const ids = rows.map(({ id }) => id)
        return { rows, published: await listPublished(query, vault, municipality, ids) }
      })
      const told = { town, locale, now_ms: clock(), publicUrl: publicUrl() }
      return rows.map((row) =>
        toServiceRequest(withoutHidden(row, confidential), published.get(row.id) ?? [], told),
      )
    },
    async requestOfToken(municipality, token) {
      const confidential = confidentialOf(await towns.get(municipality))
      const [row] = await pool.read({ tenant: municipality }, (query) =>
        listCases(query, municipality, { isStaff: false, confidential, numbers: [token], most: 1 }),
      )
      return row?.number
    },
  }
}

const FOLLOW_WITH: Record<Locale, (code: string) => string> = {
  nl: (code) => `Volg uw melding met code ${code}.`,
  en: (code) => `Follow your report with code ${code}.`,
}

async function findSeen(
  pool: Pool,
  municipality: string,
  number: string,
  confidential: readonly string[],
): Promise<CaseRow | undefined> {
  const [row] = await pool.read({ tenant: municipality }, (query) =>
    listCases(query, municipality, { isStaff: true, numbers: [number], most: 1 }),
  )
  return row && withoutHidden(row, confidential)
}

async function sourceOf(
  municipality: string,
  context: SubmitContext,
  keyOf: (token: string) => Promise<ApiKey | undefined>,
): Promise<string | undefined> {
  if (context.apiKey === undefined) return 'public'
  const key = await keyOf(context.apiKey)
  if (!key || key.kind === 'party' || key.municipality !== municipality) return undefined
  return `key/${key.id}`
}

const wrongKey = (description: string): SubmitResult => ({
  ok: false,
  problem: [{ status: 403, code: 'api-key-wrong', description }],
})
const WRONG_KEY: Record<Locale, SubmitResult> = {
  nl: wrongKey('Deze api_key is hier niet bekend of mag hier niet melden.'),
  en: wrongKey('This api_key is not known here, or may not report here.'),
}

function refused(
  refusal: { reason: string; detail: { nl: string; en: string } },
  locale: Locale,
): SubmitResult {
  const { reason: code, detail } = refusal
  const status = code === 'category-unknown' ? 404 : 400
  return { ok: false, problem: [{ status, code, description: detail[locale] }] }
}

function toReport(input: SubmittedRequest, context: SubmitContext, source: string): IncomingReport {
  const { lat, long, accuracy_m, description, address_string, media_url, attributes } = input
  return {
    channel: 'open311',
    source,
    locale: context.locale,
    category: input.service_code,
    clientAddress: context.clientAddress,
    ...(context.idempotencyKey === undefined ? {} : { sourceId: context.idempotencyKey }),
    ...(lat === undefined || long === undefined
      ? {}
      : { place: { lat, lon: long, ...(accuracy_m === undefined ? {} : { accuracy_m }) } }),
    ...(input.address_id === undefined ? {} : { asset: input.address_id }),
    ...(input.photos === undefined ? {} : { photos: input.photos }),
    ...(input.requested_datetime_ms === undefined ? {} : { seen_ms: input.requested_datetime_ms }),
    words: {
      ...(description === undefined ? {} : { description }),
      ...(address_string === undefined ? {} : { address: address_string }),
      ...(media_url === undefined ? {} : { mediaUrl: media_url }),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    },
    contact: {
      ...(input.email === undefined ? {} : { email: input.email }),
      ...(input.phone === undefined ? {} : { phone: input.phone }),
      ...(input.first_name === undefined ? {} : { firstName: input.first_name }),
      ...(input.last_name === undefined ? {} : { lastName: input.last_name }),
      ...(input.account_id === undefined ? {} : { accountId: input.account_id }),
      ...(input.device_id === undefined ? {} : { deviceId: input.device_id }),
    },
  }
}

function toFilter(filter: RequestsFilter) {
  const { ids, service_codes, start_ms, end_ms, status, most } = filter
  return {
    isStaff: false,
    most,
    ...(ids === undefined ? {} : { numbers: ids }),
    ...(service_codes === undefined ? {} : { categories: service_codes }),
    ...(start_ms === undefined ? {} : { opened_from_ms: start_ms }),
    ...(end_ms === undefined ? {} : { opened_to_ms: end_ms }),
    ...(status === undefined
      ? {}
      : {
          statuses: status.flatMap((one) =>
            one === 'open' ? (['open'] as const) : (['done', 'closed'] as const),
          ),
        }),
  }
}

/** One list a town and language, the same array until the town is compiled anew. */
function rememberServices(towns: Towns) {
  const remembered = new WeakMap<Town, Map<Locale, readonly Service[]>>()
  return (municipality: string, locale: Locale): readonly Service[] => {
    const town = towns.peek(municipality)
    if (!town) return []
    const known = remembered.get(town) ?? new Map<Locale, readonly Service[]>()
    remembered.set(town, known)
    let services = known.get(locale)
    if (!services) {
      services = servicesOf(town, locale)
      known.set(locale, services)
    }
    return services
  }
}

function servicesOf(town: Town, locale: Locale): Service[] {
  const parents = new Set([...town.categories.values()].map((one) => one.parent))
  return [...town.categories.values()]
    .filter((one) => one.isReportable && !parents.has(one.id))
    .map((one) => toService(one, town, locale))
}
