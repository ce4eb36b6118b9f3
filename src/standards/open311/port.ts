/** The languages that the texts of this door exist in; `nl` where a client asks for neither. */
export const LOCALES = ['nl', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export type Open311Municipality = {
  id: string
  name: string
  /** Human-readable: whom to ask about this endpoint. */
  contact: string
  /** When the services last changed; without it clients refresh after every restart. */
  changeset_ms?: number
}

export type Datatype =
  | 'string'
  | 'number'
  | 'datetime'
  | 'text'
  | 'singlevaluelist'
  | 'multivaluelist'

/** A question of a service. `values` is empty unless the datatype is a list. */
export type ServiceAttribute = {
  variable: boolean
  code: string
  datatype: Datatype
  required: boolean
  datatype_description: string
  order: number
  description: string
  values: readonly { key: string; name: string }[]
}

/** `metadata` follows from `attributes`; `type` is always `realtime`. */
export type Service = {
  service_code: string
  service_name: string
  description: string
  keywords: readonly string[]
  group: string
  attributes: readonly ServiceAttribute[]
}

/**
 * What a client sent, in the standard's words; an absent key is a parameter that was absent or
 * empty.
 */
export type SubmittedRequest = {
  service_code: string
  lat?: number
  long?: number
  /** Extension: the radius in metres within which the client trusts `lat` and `long`. */
  accuracy_m?: number
  /** Extension: when it was seen, for a client that passes on what it got before. */
  requested_datetime_ms?: number
  address_string?: string
  address_id?: string
  attributes: Readonly<Record<string, readonly string[]>>
  email?: string
  device_id?: string
  account_id?: string
  first_name?: string
  last_name?: string
  phone?: string
  description?: string
  /** An http(s) address, kept as text and never fetched. */
  media_url?: string
}

export type SubmitContext = {
  apiKey?: string
  idempotencyKey?: string
  clientAddress: string
  locale: Locale
}

export type Problem = {
  status: 400 | 403 | 404 | 409 | 413 | 429 | 503
  code: string
  description: string
}

export type SubmitResult =
  | { ok: true; service_request_id: string; service_notice: string; account_id?: string }
  | { ok: false; problem: readonly Problem[] }

/**
 * `ids` stands alone; else the range is `[start_ms, end_ms]` of `requested_datetime`. Newest first.
 */
export type RequestsFilter = {
  ids?: readonly string[]
  service_codes?: readonly string[]
  start_ms?: number
  end_ms?: number
  status?: readonly RequestStatus[]
  most: number
}

export const REQUEST_STATUSES = ['open', 'closed'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

/** Every element of the standard; an empty text or null is an element that is there and empty. */
export type ServiceRequest = {
  /** `[\w\-]+` */
  service_request_id: string
  status: RequestStatus
  status_notes: string
  service_name: string
  service_code: string
  description: string
  agency_responsible: string
  service_notice: string
  requested_datetime_ms: number
  updated_datetime_ms: number
  expected_datetime_ms: number | null
  address: string
  address_id: string
  zipcode: string
  lat: number | null
  long: number | null
  media_url: string
}

/**
 * What this room asks of the program behind it; `municipality` arguments are
 * `Open311Municipality.id`.
 */
export type Open311Port = {
  /** Finds by the path segment, in whatever case it was written. */
  municipality(id: string): Open311Municipality | undefined
  /**
   * What may be reported here; a code that is not in it is refused as not found. Called on every
   * POST: give the same array until something changes, for it is indexed once per array.
   */
  services(municipality: string, locale: Locale): readonly Service[]
  /** Answers `ok` only after the commit. */
  submit(
    municipality: string,
    input: SubmittedRequest,
    context: SubmitContext,
  ): Promise<SubmitResult>
  requests(
    municipality: string,
    filter: RequestsFilter,
    locale: Locale,
  ): Promise<readonly ServiceRequest[]>
  /**
   * Only for ids given out elsewhere as tokens: POST answers with the service_request_id itself.
   */
  requestOfToken?(municipality: string, token: string): Promise<string | undefined>
}
