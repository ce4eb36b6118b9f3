import { z } from 'zod'
import { isNetwork } from './client-address.ts'
import { isMailAddress } from './mail.ts'
import { MOST_REPLY_NAME } from './reply-address.ts'

export type ReplySettings = {
  /** To which parties reply; each mail adds behind a plus what it is about. Absent: nobody can reply. */
  readonly replyTo?: string
  /** Where mail is handed over; 0: any free port. Absent: nowhere. */
  readonly port?: number
  readonly isLmtp: boolean
  /** Who may hand it over. */
  readonly trusted: readonly string[]
}

const isReplyAddress = (text: string) =>
  isMailAddress(text) && !text.includes('+') && text.indexOf('@') <= MOST_REPLY_NAME

/** Each setting with what is allowed, in the words that a wrong one is answered with. */
export const REPLY_ENVIRONMENT = {
  MAIL_REPLY_TO: z
    .string()
    .refine(isReplyAddress)
    .optional()
    .describe(
      `a mail address such as antwoord@meldingen.example.nl, with at most ${MOST_REPLY_NAME} characters before the @ and no plus`,
    ),
  MAIL_PORT: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .optional()
    .describe('a whole number from 0 (any free port) to 65535'),
  MAIL_PROTOCOL: z.enum(['smtp', 'lmtp']).default('smtp').describe('smtp or lmtp'),
  MAIL_TRUSTED: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isNetwork))
    .default(['127.0.0.1', '::1'])
    .describe('addresses or networks such as 10.0.0.0/8, with commas between'),
}

type ReplyEnvironment = {
  MAIL_REPLY_TO?: string | undefined
  MAIL_PORT?: number | undefined
  MAIL_PROTOCOL: 'smtp' | 'lmtp'
  MAIL_TRUSTED: readonly string[]
}

export function replySettingsOf(values: ReplyEnvironment): ReplySettings {
  return Object.freeze({
    ...(values.MAIL_REPLY_TO && { replyTo: values.MAIL_REPLY_TO }),
    ...(values.MAIL_PORT !== undefined && { port: values.MAIL_PORT }),
    isLmtp: values.MAIL_PROTOCOL === 'lmtp',
    trusted: values.MAIL_TRUSTED,
  })
}
