import { DUTY_TYPES, FORWARDED_TYPE, MESSAGE_TYPES, REPORTER_MESSAGE } from '#modules/delivery'
import { ASKED_MESSAGE, NEWS_MESSAGE } from '#modules/subscriptions'
import { assignmentMail } from './assignment-mail.ts'
import { composeDutyCall, composeDutyTakenOver } from './duty-mails.ts'
import { composeForwarded } from './forwarded-mail.ts'
import { composeInvitation, INVITATION_TYPE } from './invitation-mail.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'
import { composePasswordMail, PASSWORD_TYPE } from './password-mail.ts'
import { reporterMail } from './reporter-mail.ts'
import { composeSubscriptionAsked, composeSubscriptionNews } from './subscription-mails.ts'

/** Every type of message that leaves by mail, with what writes it. */
export function mailComposers(needs: MailNeeds): Readonly<Record<string, ComposeMail>> {
  return {
    [DUTY_TYPES.called]: composeDutyCall(needs),
    [DUTY_TYPES.takenOver]: composeDutyTakenOver(needs),
    [INVITATION_TYPE]: composeInvitation(needs),
    [PASSWORD_TYPE]: composePasswordMail(needs),
    [FORWARDED_TYPE]: composeForwarded(needs),
    [MESSAGE_TYPES.offered]: assignmentMail(needs, 'offered'),
    [MESSAGE_TYPES.changed]: assignmentMail(needs, 'changed'),
    [MESSAGE_TYPES.reopened]: assignmentMail(needs, 'reopened'),
    [MESSAGE_TYPES.withdrawn]: assignmentMail(needs, 'withdrawn'),
    [MESSAGE_TYPES.answered]: assignmentMail(needs, 'answered'),
    [MESSAGE_TYPES.termNear]: assignmentMail(needs, 'term-near'),
    [MESSAGE_TYPES.members]: assignmentMail(needs, 'members'),
    [MESSAGE_TYPES.linkAsked]: assignmentMail(needs, 'asked'),
    [MESSAGE_TYPES.replied]: assignmentMail(needs, 'replied'),
    [REPORTER_MESSAGE]: reporterMail(needs),
    [ASKED_MESSAGE]: composeSubscriptionAsked(needs),
    [NEWS_MESSAGE]: composeSubscriptionNews(needs),
  }
}
