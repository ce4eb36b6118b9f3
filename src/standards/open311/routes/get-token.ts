import { finding } from '../errors.ts'
import type { Operation } from '../operation.ts'

/** GET service_request_id from a token. */
export const getToken: Operation = async ({ port, municipality, id }) => {
  const service_request_id = await port.requestOfToken?.(municipality.id, id)
  if (service_request_id === undefined) return { findings: [finding('token-not-found', id)] }
  return { document: { root: 'service_requests', value: [{ service_request_id, token: id }] } }
}
