export { writeAssignmentMail } from './assignment-mail.ts'
export {
  type AssignmentMessage,
  assignmentToldBy,
  MESSAGE_TYPES,
  noticeOf,
} from './assignment-message.ts'
export { DUTY_TYPES, type DutyMessage } from './duty-message.ts'
export { caseForwardedBy, FORWARDED_TYPE, type ForwardedMessage } from './forwarded-message.ts'
export { assignmentIn, linkAsked } from './link-message.ts'
export type { MailReason } from './mail-words.ts'
export { createWebhookSender, type Unsealed, type WebhookOptions } from './webhook.ts'
