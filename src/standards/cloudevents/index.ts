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
export type { ReadEvent } from './read-event.ts'
export { type HttpRead, readHttpEvents } from './read-http-events.ts'
export { type MqttContent, readMqttEvent } from './read-mqtt-event.ts'
export {
  isSignedWebhook,
  makeWebhookSecret,
  signWebhook,
  type WebhookHeaders,
} from './webhook-signature.ts'
