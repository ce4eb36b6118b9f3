import { finding } from '../errors.ts'
import type { Operation } from '../operation.ts'
import { REQUEST_ID } from '../requests-filter.ts'

/** GET service_request_id from a token. */
export const getToken: Operation = async ({ port, municipality, id }) => {
  const service_request_id = REQUEST_ID.test(id)
    ? await port.requestOfToken(municipality.id, id)
    : undefined
  if (service_request_id === undefined) return { findings: [finding('token-not-found', id)] }
  return { document: { root: 'service_requests', value: [{ service_request_id, token: id }] } }
}
