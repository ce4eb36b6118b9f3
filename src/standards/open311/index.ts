export type {
  Datatype,
  Locale,
  Open311Municipality,
  Open311Port,
  Problem,
  RequestStatus,
  RequestsFilter,
  Service,
  ServiceAttribute,
  ServiceRequest,
  SubmitContext,
  SubmitResult,
  SubmittedRequest,
} from './port.ts'
export { createOpen311Routes, type Open311Options } from './routes.ts'
