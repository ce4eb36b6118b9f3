import { z } from '@hono/zod-openapi'
import { type AnyOperation, ownOperation } from '#modules/directory'
import type { MailFolder } from '#platform/mail-folder'
import { among } from '#platform/operation'
import { cutPage, IdCursor, pageOf, pageQuery } from '#platform/page'
import { DELIVERY_PROBLEMS } from '../problems.ts'

type Needs = {
  /** Where mails lie that anybody may read: on a machine that tries things out, and nowhere else. */
  mailFolder?: MailFolder | undefined
}

const Head = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  date: z.string().openapi({ description: 'As it stands in the mail (RFC 5322).' }),
})
const MailHead = Head.openapi('MailHead')
const Mail = Head.extend({ from: z.string(), text: z.string() }).openapi('Mail')

export const mailboxOperations = (needs: Needs): AnyOperation[] => [
  listMails(needs),
  readMail(needs) as AnyOperation,
]

const listMails = ({ mailFolder }: Needs) =>
  ownOperation({
    method: 'get',
    path: '/mails',
    operationId: 'listMails',
    tag: 'Mailbox',
    summary: 'What would have been mailed, where nothing leaves the machine',
    description:
      'Of an installation that tries things out: it has no mail server, and shows its mails to whoever reaches it. Nowhere else is there anything to read.',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'The newest first.' },
    answer: pageOf(MailHead, 'Mails'),
    problems: among(DELIVERY_PROBLEMS, 'mailbox-not-shown'),
    async handle({ query: { cursor, limit } }, refuse) {
      if (!mailFolder) return refuse('mailbox-not-shown')
      const names = await mailFolder.list({
        most: limit + 1,
        ...(cursor === undefined ? {} : { before: cursor }),
      })
      const { rows, next } = cutPage(names, limit, (name) => [name])
      const items = await Promise.all(
        rows.map(async (id) => {
          const { to = '', subject = '', date = '' } = (await mailFolder.read(id)) ?? {}
          return { id, to, subject, date }
        }),
      )
      return { body: { items, next } }
    },
  })

const readMail = ({ mailFolder }: Needs) =>
  ownOperation({
    method: 'get',
    path: '/mails/{mail}',
    operationId: 'readMail',
    tag: 'Mailbox',
    summary: 'One mail, as text',
    parameters: { path: z.strictObject({ mail: z.string().max(160) }) },
    success: { 200: 'The mail.' },
    answer: Mail,
    problems: among(DELIVERY_PROBLEMS, 'mailbox-not-shown', 'mail-not-found'),
    async handle({ path: { mail: id } }, refuse) {
      if (!mailFolder) return refuse('mailbox-not-shown')
      const mail = await mailFolder.read(id)
      return mail ? { body: { id, ...mail } } : refuse('mail-not-found')
    },
  })
