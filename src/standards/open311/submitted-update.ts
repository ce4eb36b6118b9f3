import { type Finding, finding } from './errors.ts'
import type { FieldsResult } from './fields.ts'
import { type SubmittedUpdate, UPDATE_STATUSES, type UpdateStatus } from './port.ts'
import { REQUEST_ID } from './requests-filter.ts'
import { readText, type TextLimit } from './submitted-request.ts'
import { parseW3cDatetime } from './w3c-datetime.ts'

/** Clocks of other systems differ; nothing was seen later than this. */
const CLOCK_TOLERANCE_MS = 300_000

const REQUIRED = {
  service_request_id: { most: 100 },
  update_id: { most: 200 },
  status: { most: 40 },
  updated_datetime: { most: 40 },
} as const satisfies Record<string, TextLimit>

const OPTIONAL = {
  description: { most: 4000, isLines: true },
  api_key: { most: 500 },
  jurisdiction_id: { most: 100 },
} as const satisfies Record<string, TextLimit>

export type UpdateForm = {
  input?: SubmittedUpdate
  api_key?: string
  jurisdiction_id?: string
  findings: Finding[]
}

/**
 * Reads the arguments of POST Service Request Update. Who wrote it is not asked for and not kept; what is unknown is
 * left alone.
 */
export function readSubmittedUpdate(
  { fields, findings: before }: FieldsResult,
  now_ms: number,
): UpdateForm {
  const findings = [...before]
  const read = (name: string, limit: TextLimit) => readText(fields, name, limit, findings)
  const required = (name: keyof typeof REQUIRED) => {
    const known = findings.length
    const text = read(name, REQUIRED[name])
    // Of a body that could not be read nothing more is said.
    const isMissing = text === undefined && before.length === 0 && findings.length === known
    if (isMissing) findings.push(finding('parameter-missing', name))
    return text
  }
  const service_request_id = required('service_request_id')
  const update_id = required('update_id')
  const status = readStatus(required('status'), findings)
  const updated_datetime_ms = readMoment(required('updated_datetime'), now_ms, findings)
  const description = read('description', OPTIONAL.description)
  const form: UpdateForm = { findings }
  const api_key = read('api_key', OPTIONAL.api_key)
  if (api_key !== undefined) form.api_key = api_key
  const jurisdiction_id = read('jurisdiction_id', OPTIONAL.jurisdiction_id)
  if (jurisdiction_id !== undefined) form.jurisdiction_id = jurisdiction_id
  if (service_request_id !== undefined && !REQUEST_ID.test(service_request_id))
    findings.push(finding('request-not-found', service_request_id))
  if (findings.length > 0 || !service_request_id || !update_id || !status) return form
  if (updated_datetime_ms === undefined) return form
  const input = { service_request_id, update_id, status, updated_datetime_ms }
  form.input = description === undefined ? input : { ...input, description }
  return form
}

function readStatus(word: string | undefined, findings: Finding[]): UpdateStatus | undefined {
  if (word === undefined) return undefined
  const status = UPDATE_STATUSES.find((known) => known === word.toUpperCase())
  if (status === undefined) findings.push(finding('update-status-unknown', word))
  return status
}

function readMoment(
  text: string | undefined,
  now_ms: number,
  findings: Finding[],
): number | undefined {
  if (text === undefined) return undefined
  const at_ms = parseW3cDatetime(text)
  if (at_ms === undefined) findings.push(finding('not-a-datetime', `updated_datetime=${text}`))
  else if (at_ms > now_ms + CLOCK_TOLERANCE_MS) findings.push(finding('in-future', text))
  return at_ms
}
