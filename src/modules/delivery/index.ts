export { type AssignmentMessage, MESSAGE_TYPES, noticeOf } from './assignment-message.ts'
export { createWebhookSender, type Description, type WebhookOptions } from './webhook.ts'
