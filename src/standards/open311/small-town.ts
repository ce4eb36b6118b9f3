import { tmpdir } from 'node:os'
import { Hono } from 'hono'
import { createUploads } from '#platform/uploads'
import { createOpen311Routes, type Open311Options } from './index.ts'
import type {
  Open311Port,
  RequestsFilter,
  RequestUpdate,
  Service,
  ServiceRequest,
  SubmitContext,
  SubmitResult,
  SubmittedRequest,
  SubmittedUpdate,
  UpdatesFilter,
} from './port.ts'

const uploads = createUploads({
  folder: tmpdir(),
  maxPhoto_bytes: 1_048_576,
  maxText_bytes: 1_048_576,
})

export const NOW_MS = Date.UTC(2026, 4, 20, 12, 0, 0, 789)

const QUESTION = { variable: true, required: false, datatype_description: '', values: [] }

const NAMES = { nl: 'Straatlamp stuk', en: 'Street light broken' }

function servicesIn(locale: 'nl' | 'en'): readonly Service[] {
  const lamp: Service = {
    service_code: 'street-light',
    service_name: NAMES[locale],
    description: 'Een lamp brandt niet',
    keywords: ['lantaarn', 'lamp'],
    group: 'Verlichting',
    attributes: [
      { ...QUESTION, code: 'since', datatype: 'datetime', order: 3, description: 'Sinds wanneer?' },
      {
        ...QUESTION,
        code: 'how',
        datatype: 'singlevaluelist',
        required: true,
        order: 1,
        description: 'Wat is er?',
        values: [
          { key: 'dark', name: 'Donker' },
          { key: 'blinks', name: 'Knippert' },
        ],
      },
      {
        ...QUESTION,
        code: 'where',
        datatype: 'multivaluelist',
        order: 2,
        description: 'Waar?',
        values: [
          { key: 'path', name: 'Pad' },
          { key: 'road', name: 'Weg' },
        ],
      },
      { ...QUESTION, code: 'pole', datatype: 'number', order: 4, description: 'Mastnummer?' },
    ],
  }
  const bench = { service_code: 'bench', service_name: 'Bank', description: '', keywords: [] }
  return [lamp, { ...bench, group: '', attributes: [] }]
}

const SERVICES = { nl: servicesIn('nl'), en: servicesIn('en') }

export function serviceRequest(id: string, changes: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    service_request_id: id,
    status: 'open',
    status_notes: '',
    service_name: NAMES.nl,
    service_code: 'street-light',
    description: '',
    agency_responsible: 'Aannemer Licht',
    service_notice: '',
    requested_datetime_ms: NOW_MS - 86_400_000,
    updated_datetime_ms: NOW_MS,
    expected_datetime_ms: null,
    address: '',
    address_id: '',
    zipcode: '',
    lat: 52.0412,
    long: 5.6653,
    media_url: '',
    extended: {
      signals: 2,
      parties: [{ name: 'Aannemer Licht', expected_datetime_ms: NOW_MS }],
      made_safe_datetime_ms: null,
      done_datetime_ms: NOW_MS,
      confirmed_datetime_ms: null,
      verification: 'none',
    },
    ...changes,
  }
}

export type Submission = {
  municipality: string
  input: SubmittedRequest
  context: SubmitContext
}

/** A town in memory behind the door: what it was asked, and what it answers. */
export class SmallTown {
  readonly submissions: Submission[] = []
  readonly filters: RequestsFilter[] = []
  known: ServiceRequest[] = []
  readonly updateFilters: UpdatesFilter[] = []
  readonly submittedUpdates: (SubmittedUpdate & { apiKey: string })[] = []
  knownUpdates: RequestUpdate[] = []
  answer: SubmitResult = { ok: true, service_request_id: 'GM0228-26-1', service_notice: 'Dank u.' }
  fault: Error | undefined

  readonly port: Open311Port = {
    municipality: (id) =>
      id.toUpperCase() === 'GM0228'
        ? { id: 'GM0228', name: 'Ede', contact: 'api@ede.example', changeset_ms: NOW_MS }
        : undefined,
    services: (_municipality, locale) => SERVICES[locale],
    submit: async (municipality, input, context) => {
      if (this.fault !== undefined) throw this.fault
      this.submissions.push({ municipality, input, context })
      return this.answer
    },
    requests: async (_municipality, filter) => {
      this.filters.push(filter)
      return this.known.filter(
        ({ service_request_id }) => filter.ids?.includes(service_request_id) ?? true,
      )
    },
    requestOfToken: async (_municipality, token) =>
      this.known.find((one) => one.service_request_id === token)?.service_request_id,
    updates: async (_municipality, filter) => {
      this.updateFilters.push(filter)
      return this.knownUpdates
    },
    submitUpdate: async (_municipality, input, { apiKey }) => {
      this.submittedUpdates.push({ ...input, apiKey })
      return { ok: true, update_id: `told-${input.update_id}` }
    },
  }

  open(options: Partial<Open311Options> = {}) {
    const routes = createOpen311Routes(this.port, { clock: () => NOW_MS, uploads, ...options })
    const app = new Hono().route('/open311/v2/:municipality', routes)
    const at = (path: string) => `https://ede.example/open311/v2/GM0228${path}`
    return {
      app,
      get: (path: string, headers: Record<string, string> = {}) =>
        app.request(at(path), { headers }),
      post: (path: string, body: Sent, headers: Record<string, string> = {}) =>
        app.request(at(path), { method: 'POST', body, headers: { ...FORM, ...headers } }),
    }
  }
}

export type Sent = string | Buffer<ArrayBuffer>

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

/** The smallest body that the street light of this town accepts, changed or (`''`) emptied. */
export function body(changes: Record<string, string> = {}): string {
  const least = { service_code: 'street-light', lat: '52.0412', long: '5.6653' }
  return new URLSearchParams({ ...least, 'attribute[how]': 'dark', ...changes }).toString()
}

/** The JSON of an answer, in the shape that the test goes on to prove. */
export async function jsonOf<Shape>(response: Response): Promise<Shape> {
  return (await response.json()) as Shape
}

export async function codesOf(response: Response): Promise<string[]> {
  return (await jsonOf<{ code: string }[]>(response)).map(({ code }) => code)
}
