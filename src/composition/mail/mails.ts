import { DUTY_TYPES, FORWARDED_TYPE, REPORTER_MESSAGE } from '#modules/delivery'
import { composeDutyCall, composeDutyTakenOver } from './duty-mails.ts'
import { composeForwarded } from './forwarded-mail.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'
import { reporterMail } from './reporter-mail.ts'

/** Every type of message that leaves by mail, with what writes it. */
export function mailComposers(needs: MailNeeds): Readonly<Record<string, ComposeMail>> {
  return {
    [DUTY_TYPES.called]: composeDutyCall(needs),
    [DUTY_TYPES.takenOver]: composeDutyTakenOver(needs),
    [FORWARDED_TYPE]: composeForwarded(needs),
    [REPORTER_MESSAGE]: reporterMail(needs),
  }
}
