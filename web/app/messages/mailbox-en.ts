import type { MailboxWords } from './mailbox-nl.ts'

/** The same in English. */
export const mailboxEn: MailboxWords = {
  title: 'Mailbox of this system',
  intro:
    'Here lies the mail that this system would send. No mail server is set yet: nothing leaves this machine.',
  none: 'There is no mail yet.',
  report: 'Make a report',
  after: 'and its party gets word here.',
  older: 'Older mail',
  from: 'From',
  to: 'To',
  date: 'Sent',
  back: 'Back to all mail',
}
