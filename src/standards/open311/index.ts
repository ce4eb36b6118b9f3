export {
  createOpen311Client,
  type Fields,
  type ForeignRequest,
  type ForeignResult,
  type ForeignServer,
  type ForeignUpdate,
  type Open311Client,
} from './client.ts'
export { inWords } from './errors.ts'
export type {
  Datatype,
  ExtendedAttributes,
  Locale,
  Open311Municipality,
  Open311Port,
  Problem,
  RequestStatus,
  RequestsFilter,
  RequestUpdate,
  Service,
  ServiceAttribute,
  ServiceRequest,
  SubmitContext,
  SubmitResult,
  SubmittedRequest,
  SubmittedUpdate,
  SubmitUpdateResult,
  UpdateStatus,
  UpdatesFilter,
} from './port.ts'
export { createOpen311Routes, type Open311Options } from './routes.ts'
export { checkAttributes } from './service-attributes.ts'
export { formatW3cDatetime } from './w3c-datetime.ts'
