export { type AssignmentMessage, assignmentToldBy, noticeOf } from './assignment-message.ts'
export { DUTY_TYPES, type DutyMessage } from './duty-message.ts'
export { caseForwardedBy, FORWARDED_TYPE, type ForwardedMessage } from './forwarded-message.ts'
export { createWebhookSender, type Unsealed, type WebhookOptions } from './webhook.ts'
