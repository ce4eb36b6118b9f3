export {
  CLOUD_EVENT_MEDIA_TYPE,
  type CloudEvent,
  type CloudEventInput,
  cloudEvent,
} from './cloud-event.ts'
export {
  type AttributeProblem,
  type ParseResult,
  parseCloudEvent,
  type ReceivedCloudEvent,
} from './parse-cloud-event.ts'
export { type HttpRead, type ReadEvent, readHttpEvents } from './read-http-events.ts'
export {
  isSignedWebhook,
  makeWebhookSecret,
  signWebhook,
  type WebhookHeaders,
} from './webhook-signature.ts'
