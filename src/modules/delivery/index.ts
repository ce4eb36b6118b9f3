export { kindOfDestination, organisationToldBy } from './addressee.ts'
export { ENDS_DANGER } from './answer-words.ts'
export { writeAssignmentMail } from './assignment-mail.ts'
export { type AssignmentMessage, assignmentToldBy } from './assignment-message.ts'
export {
  type AttemptRow,
  attemptRow,
  noteRest,
  openAttemptLog,
  sweepAttempts,
} from './attempt-log.ts'
export { listPolls, listRests } from './attempt-queries.ts'
export { changeTemplates } from './commands.ts'
export { DIGEST_TYPES, digestReason } from './digest.ts'
export { addDigestLines, endDigest, listInDigest } from './digest-line-commands.ts'
export { findGathered, listDigestLines } from './digest-line-queries.ts'
export { type DigestTask, writeDigestMail, writeDigestReplied } from './digest-mail.ts'
export {
  clusterOver,
  type DigestReply,
  digestMessage,
  digestReplyRefused,
  digestSheetAnswered,
} from './digest-message.ts'
export { DIGEST_WORDS } from './digest-words.ts'
export { DUTY_TYPES, type DutyMessage } from './duty-message.ts'
export {
  askAgain,
  follow,
  keepForeignId,
  keepToken,
  markAsked,
  noteSeen,
  putPollBack,
  type Seen,
  unmarkAsked,
} from './foreign-request-commands.ts'
export {
  claimPolls,
  type ForeignRequestRow,
  findForeignRequest,
  letGoPolls,
  listFollowed,
  type PollRow,
} from './foreign-request-queries.ts'
export { caseForwardedBy, FORWARDED_TYPE, type ForwardedMessage } from './forwarded-message.ts'
export { assignmentIn, linkAsked } from './link-message.ts'
export { localDay } from './local-day.ts'
export type { MailReason } from './mail-words.ts'
export { uuidv5 } from './message-id.ts'
export { MESSAGE_TYPES } from './message-types.ts'
export { noticesOf } from './notices.ts'
export { byOpen311To, organisationByOpen311 } from './open311-destination.ts'
export { DELIVERY_PROBLEMS } from './problems.ts'
export { type ReplyMessage, replyRefused, sheetAnswered } from './reply-message.ts'
export { type ReplyFault, replySaid } from './reply-said.ts'
export { RESULT_HEADINGS, replyInWords, SHEET_IN_WORDS } from './reply-words.ts'
export { REPORTER_MESSAGE, type ReporterMessage } from './reporter-notices.ts'
export { FOOTER, type ReporterFacts, valuesOf } from './reporter-words.ts'
export { resultInWords } from './result-words.ts'
export { deliveryOperations } from './routes/delivery-operations.ts'
export { mailboxOperations } from './routes/mailbox-operations.ts'
export { templateOperations } from './routes/template-operations.ts'
export { workOperations } from './routes/work-operations.ts'
export { scrubbed } from './scrub.ts'
export { SUBSCRIBER_FOOTER } from './subscriber-words.ts'
export { fill, kindOf } from './template.ts'
export { findTemplate } from './template-queries.ts'
export {
  completeMessage,
  createWebhookSender,
  tellsConfidential,
  type Unsealed,
  type WebhookOptions,
  wordsIn,
} from './webhook.ts'
