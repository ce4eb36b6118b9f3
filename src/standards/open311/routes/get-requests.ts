import type { Element } from '../document.ts'
import { finding } from '../errors.ts'
import { isExtended } from '../extensions.ts'
import type { Fields } from '../fields.ts'
import type { Operation } from '../operation.ts'
import type { ExtendedAttributes, ServiceRequest } from '../port.ts'
import { REQUEST_ID, readRequestsFilter } from '../requests-filter.ts'
import { formatW3cDatetime } from '../w3c-datetime.ts'

/** GET Service Requests. */
export const getRequests: Operation = async ({ port, municipality, locale, query, clock }) => {
  const { filter, findings } = readRequestsFilter(query, clock())
  if (findings.length > 0) return { findings }
  const requests = await port.requests(municipality.id, filter, locale)
  return { document: { root: 'service_requests', value: requests.map(elementFor(query)) } }
}

/** GET Service Request: an array of one. */
export const getRequest: Operation = async ({ port, municipality, locale, query, id }) => {
  const requests = REQUEST_ID.test(id)
    ? await port.requests(municipality.id, { ids: [id], most: 1 }, locale)
    : []
  if (requests.length === 0) return { findings: [finding('request-not-found', id)] }
  return { document: { root: 'service_requests', value: requests.map(elementFor(query)) } }
}

function elementFor(query: Fields): (request: ServiceRequest) => Element {
  if (!isExtended(query)) return requestElement
  return (request) => ({
    ...requestElement(request),
    extended_attributes: extendedElement(request.extended),
  })
}

function extendedElement(extended: ExtendedAttributes): Element {
  return {
    signals: extended.signals,
    parties: extended.parties.map(({ name, expected_datetime_ms }) => ({
      name,
      expected_datetime: momentOf(expected_datetime_ms),
    })),
    made_safe_datetime: momentOf(extended.made_safe_datetime_ms),
    done_datetime: momentOf(extended.done_datetime_ms),
    confirmed_datetime: momentOf(extended.confirmed_datetime_ms),
    verification: extended.verification,
  }
}

function momentOf(at_ms: number | null): string | null {
  return at_ms === null ? null : formatW3cDatetime(at_ms)
}

function requestElement(request: ServiceRequest): Element {
  return {
    service_request_id: request.service_request_id,
    status: request.status,
    status_notes: request.status_notes || null,
    service_name: request.service_name || null,
    service_code: request.service_code,
    description: request.description || null,
    agency_responsible: request.agency_responsible || null,
    service_notice: request.service_notice || null,
    requested_datetime: formatW3cDatetime(request.requested_datetime_ms),
    updated_datetime: formatW3cDatetime(request.updated_datetime_ms),
    expected_datetime: momentOf(request.expected_datetime_ms),
    address: request.address || null,
    address_id: request.address_id || null,
    zipcode: request.zipcode || null,
    lat: request.lat,
    long: request.long,
    media_url: request.media_url || null,
  }
}
