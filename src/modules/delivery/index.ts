export { type AssignmentMessage, assignmentToldBy, noticeOf } from './assignment-message.ts'
export { createWebhookSender, type Unsealed, type WebhookOptions } from './webhook.ts'
