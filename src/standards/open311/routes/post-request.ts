import { MOST_PHOTOS } from '#platform/uploads'
import { type Finding, finding } from '../errors.ts'
import { isExtended } from '../extensions.ts'
import { readBody } from '../fields.ts'
import { type Answer, type Call, isJurisdiction, type Operation } from '../operation.ts'
import type { SubmitContext, SubmitResult } from '../port.ts'
import { checkAttributes, serviceOf } from '../service-attributes.ts'
import { readSingle, readSubmittedRequest, type SubmittedForm } from '../submitted-request.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/

/** POST Service Request. Everything that is wrong is told at once, before the port is asked. */
export const postRequest: Operation = async (call) => {
  const { port, municipality, request, locale } = call
  const body = await readBody(request, call.uploads, MOST_PHOTOS)
  const form = readSubmittedRequest(body)
  const findings = [...form.findings, ...findingsAbout(form, call)]
  const apiKey = form.api_key ?? readSingle(call.query, 'api_key', findings)
  const wait_s = await call.waitOf(apiKey)
  if (wait_s !== undefined) return { findings: [finding('rate-exceeded', String(wait_s))] }
  const idempotencyKey = request.header('idempotency-key')
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    findings.push(finding('idempotency-key'))
  }
  if (findings.length > 0) return { findings }
  const context: SubmitContext = { clientAddress: call.clientAddress, locale }
  if (apiKey !== undefined) context.apiKey = apiKey
  if (idempotencyKey !== undefined) context.idempotencyKey = idempotencyKey
  const { photos = [] } = body
  const input = photos.length === 0 ? form.input : { ...form.input, photos }
  const result = await port.submit(municipality.id, input, context)
  if (!result.ok) return { problems: result.problem }
  return created(result, isExtended(call.query))
}

type Received = Extract<SubmitResult, { ok: true }>

function findingsAbout(form: SubmittedForm, { port, municipality, locale }: Call): Finding[] {
  const findings: Finding[] = []
  const { jurisdiction_id, input } = form
  if (jurisdiction_id !== undefined && !isJurisdiction(municipality, jurisdiction_id)) {
    findings.push(finding('jurisdiction-not-found', jurisdiction_id))
  }
  if (input.service_code === '') return findings
  const service = serviceOf(port.services(municipality.id, locale), input.service_code)
  if (service === undefined) findings.push(finding('service-code-not-found', input.service_code))
  else findings.push(...checkAttributes(service, input.attributes))
  return findings
}

function created(
  { service_request_id, service_notice, account_id, follow_code }: Received,
  isExtended: boolean,
): Answer {
  const element = {
    service_request_id,
    service_notice: service_notice || null,
    account_id: account_id ?? null,
    ...(isExtended && follow_code !== undefined ? { extended_attributes: { follow_code } } : {}),
  }
  return { document: { root: 'service_requests', value: [element] } }
}
