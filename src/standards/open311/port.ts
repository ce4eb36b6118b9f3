import type { SentPhoto } from '#platform/uploads'

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
  /** That came along as files. */
  photos?: readonly SentPhoto[]
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
  | {
      ok: true
      service_request_id: string
      service_notice: string
      account_id?: string
      /** Extension: with it, and the id, whoever reported it follows it without an account. */
      follow_code?: string
    }
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
  extended: ExtendedAttributes
}

/** What we know of a request beyond the standard, for those who ask for `extensions`. */
export type ExtendedAttributes = {
  /** How many reports of the same problem it is made of. */
  signals: number
  /** Who was asked to do something for it, with the date that each was asked to be done by. */
  parties: readonly { name: string; expected_datetime_ms: number | null }[]
  /** Separate facts, none of which follows from another. */
  made_safe_datetime_ms: number | null
  done_datetime_ms: number | null
  confirmed_datetime_ms: number | null
  /** In the end: confirmed by another source, unchallenged (silence), contested, or none yet. */
  verification: 'confirmed' | 'unchallenged' | 'contested' | 'none'
}

/** The statuses of mySociety's extension for updates; it is written in capitals. */
export const UPDATE_STATUSES = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'IN_PROGRESS',
  'PLANNED',
  'ACTION_SCHEDULED',
  'INVESTIGATING',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'NO_FURTHER_ACTION',
  'INTERNAL_REFERRAL',
  'CANCELLED',
  'REOPEN',
  'FOR_TRIAGE',
  'UNCHANGED',
] as const
export type UpdateStatus = (typeof UPDATE_STATUSES)[number]

/** The range is `[start_ms, end_ms]` of `updated_datetime`; of named requests it may be left out. Oldest first. */
export type UpdatesFilter = {
  ids?: readonly string[]
  start_ms?: number
  end_ms?: number
  /** A list that is cut there is cut between two seconds, so that who asks on from the last loses none. */
  most: number
}

export type RequestUpdate = {
  /** `[\w\-]+` */
  update_id: string
  service_request_id: string
  status: UpdateStatus
  updated_datetime_ms: number
  description: string
  media_url: string
}

/** What a client says of a request; its own `update_id` makes a repeat known. */
export type SubmittedUpdate = {
  service_request_id: string
  update_id: string
  status: UpdateStatus
  updated_datetime_ms: number
  description?: string
}

export type SubmitUpdateResult =
  | { ok: true; update_id: string }
  | { ok: false; problem: readonly Problem[] }

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
  updates(
    municipality: string,
    filter: UpdatesFilter,
    locale: Locale,
  ): Promise<readonly RequestUpdate[]>
  /** Answers `ok` only after the commit, and to a repeat the same as before. */
  submitUpdate(
    municipality: string,
    input: SubmittedUpdate,
    context: { apiKey: string; locale: Locale },
  ): Promise<SubmitUpdateResult>
  /** For clients that take the id of a POST for a token, and for ids given out elsewhere as tokens. */
  requestOfToken(municipality: string, token: string): Promise<string | undefined>
}
