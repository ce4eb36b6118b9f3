import { finding } from '../errors.ts'
import { readBody } from '../fields.ts'
import { isJurisdiction, type Operation } from '../operation.ts'
import { readSingle } from '../submitted-request.ts'
import { readSubmittedUpdate } from '../submitted-update.ts'

/** POST Service Request Update: what another system says of a request that it sent or follows. */
export const postUpdate: Operation = async (call) => {
  const { port, municipality, request, locale } = call
  const body = await readBody(request, call.uploads, 0)
  const { input, jurisdiction_id, ...form } = readSubmittedUpdate(body, call.clock())
  const { findings } = form
  if (jurisdiction_id !== undefined && !isJurisdiction(municipality, jurisdiction_id))
    findings.push(finding('jurisdiction-not-found', jurisdiction_id))
  const apiKey = form.api_key ?? readSingle(call.query, 'api_key', findings)
  const wait_s = await call.waitOf(apiKey)
  if (wait_s !== undefined) return { findings: [finding('rate-exceeded', String(wait_s))] }
  if (apiKey === undefined) findings.push(finding('api-key-missing'))
  if (input === undefined || apiKey === undefined || findings.length > 0) return { findings }
  const result = await port.submitUpdate(municipality.id, input, { apiKey, locale })
  if (!result.ok) return { problems: result.problem }
  const value = [{ update_id: result.update_id }]
  return { document: { root: 'service_request_updates', value } }
}
