export { type AssignmentMessage, noticeOf } from './assignment-message.ts'
export { createWebhookSender, type Description, type WebhookOptions } from './webhook.ts'
