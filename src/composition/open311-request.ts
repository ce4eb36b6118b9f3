import { type CaseRow, caseInWords, type Published } from '#modules/cases'
import { hrefOf } from '#platform/operation'
import type { ExtendedAttributes, Locale, ServiceRequest } from '#standards/open311'
import type { Town } from './town.ts'

/** What somebody wrote and a photo are empty until they are released; so is the place of what shows only its status. */
export function toServiceRequest(
  row: CaseRow,
  published: readonly Published[],
  told: { town: Town; locale: Locale; now_ms: number; publicUrl: string },
): ServiceRequest {
  const { town, locale, now_ms } = told
  const words = caseInWords(row, town, locale, now_ms)
  // The strictest of what the case was opened as and what its category is now.
  const isPublic =
    row.visibility === 'public' && town.categories.get(row.category)?.visibility !== 'status-only'
  const shown = isPublic ? published : []
  const photo = shown.flatMap(({ photos }) => photos)[0]
  return {
    extended: extendedOf(row, town),
    service_request_id: row.number,
    status: row.status === 'open' ? 'open' : 'closed',
    status_notes: words.status,
    service_name: words.category,
    service_code: row.category,
    description: shown.find(({ text }) => text !== undefined)?.text ?? '',
    agency_responsible: words.responsible,
    service_notice: words.sentence,
    requested_datetime_ms: row.opened_at,
    updated_datetime_ms: lastMoment(row),
    expected_datetime_ms: row.reporter_by,
    address: '',
    address_id: isPublic ? (row.asset_id ?? '') : '',
    zipcode: '',
    lat: isPublic ? row.lat : null,
    long: isPublic ? row.lon : null,
    media_url:
      photo === undefined
        ? ''
        : `${told.publicUrl}${hrefOf(['photos', photo], { municipality: town.municipality.id })}`,
  }
}

/** "For requests with status=closed, this will be the date the request was closed", whatever came after. */
function lastMoment({ status, done_at, closed_at, updated_at }: CaseRow): number {
  const ended = status === 'open' ? null : (closed_at ?? done_at)
  return ended ?? updated_at
}

/** Of a task that nobody may know of, its party is not named either. */
export function withoutHidden<Row extends { category: string; assignments: readonly Task[] }>(
  row: Row,
  confidential: readonly string[],
): Row {
  // Who reported what is itself confidential may know who has it.
  if (confidential.includes(row.category)) return row
  const assignments = row.assignments.filter(({ category }) => !confidential.includes(category))
  return { ...row, assignments }
}

type Task = { category: string }

function extendedOf(row: CaseRow, town: Town): ExtendedAttributes {
  const asked = row.assignments.filter((one) => one.is_offered)
  const parties = Map.groupBy(asked, ({ organisation }) => organisation)
  return {
    signals: row.signals,
    parties: [...parties].map(([id, own]) => ({
      name: town.parties.get(id)?.name ?? id,
      expected_datetime_ms: expectedOf(own),
    })),
    made_safe_datetime_ms: row.made_safe_at,
    done_datetime_ms: row.done_at,
    confirmed_datetime_ms: row.closed_as === 'confirmed' ? row.closed_at : null,
    verification: verificationOf(row),
  }
}

function verificationOf({ closed_as, contested }: CaseRow): ExtendedAttributes['verification'] {
  if (closed_as === 'confirmed' || closed_as === 'unchallenged') return closed_as
  return contested > 0 ? 'contested' : 'none'
}

/** When the last of what a party still has to do is to be done. */
function expectedOf(assignments: CaseRow['assignments']): number | null {
  const dates = assignments
    .filter(({ status }) => AT_WORK.includes(status))
    .flatMap(({ party_by }) => party_by)
    .flatMap(({ milestone, by_ms }) => (milestone === 'done' ? [by_ms] : []))
  return dates.length === 0 ? null : Math.max(...dates)
}

const AT_WORK: readonly string[] = ['offered', 'accepted', 'planned', 'started']
