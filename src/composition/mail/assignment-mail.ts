import sql from 'sql-template-tag'
import { SHEET_TYPES, writeSheet } from '#languages/sheet'
import { isExpectation } from '#modules/agreements'
import { ACTIVE_STATUSES, type AssignmentTold, assignmentToTell } from '#modules/cases'
import {
  type AssignmentMessage,
  assignmentIn,
  type MailReason,
  RESULT_HEADINGS,
  type ReplyMessage,
  replyInWords,
  resultInWords,
  SHEET_IN_WORDS,
  writeAssignmentMail,
} from '#modules/delivery'
import { readMailAddresses } from '#modules/directory'
import type { Locale } from '#platform/operation'
import type { Message } from '#platform/outbox'
import { replyAddress } from '#platform/reply-address'
import { namesOf } from '../names.ts'
import type { Town } from '../town.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'

/** Long enough for a holiday; a new one can be asked for on the page that an old one leads to. */
const LINK_MS = 30 * 86_400_000

/**
 * Tells a party of its assignment as it is when the mail leaves, with the one link to answer it: made for the
 * revision of that moment, so that it is used once.
 */
export function assignmentMail(needs: MailNeeds, reason: MailReason): ComposeMail {
  return async (message) => {
    const { tenant } = message
    const town = await needs.towns.get(tenant)
    const found = await assignmentToTell(
      {
        ...needs,
        townOf: needs.towns.get,
        namesOf: async (id, locale) => namesOf(await needs.towns.get(id), locale),
      },
      tenant,
      assignmentIn(message),
    )
    if (!found) return undefined
    const { told, visibility } = found
    const isAsked = ACTIVE_STATUSES.includes(told.status)
    // What is over by now needs no offer, and what is asked again no withdrawal.
    if (reason !== 'replied' && isAsked === (reason === 'withdrawn')) return undefined
    const party = told.party.id
    const known = (await readMailAddresses(needs.worker, needs.vault, [party])).get(party)
    if (!known) return { isDelivered: false, error: 'this organisation has no mail address' }
    const { address, locale } = known
    const first = await firstOf(needs, message)
    const origin = needs.publicUrl()
    const replyTo = isAsked ? replyAddressOf(needs, told) : undefined
    const mail = writeAssignmentMail({
      reason,
      told: withTerms(told, town, needs.clock()),
      visibility,
      town: town.municipality.name,
      locale,
      answer: isAsked ? answerTo(needs, told) : undefined,
      ...(isAsked ? { sheetUrl: sheetOf(needs, told) } : {}),
      cluster: clusterOf(message),
      canReply: replyTo !== undefined,
      ...(reason === 'replied' ? { said: saidOf(message.body as ReplyMessage, locale) } : {}),
      page: visibility === 'public' ? `${origin}/${tenant}/cases/${told.case.number}` : undefined,
    })
    return {
      to: address,
      ...mail,
      ...(first === message.id ? {} : { inReplyTo: first }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(reason === 'replied' ? resultsOf(message.body as ReplyMessage, locale) : {}),
    }
  }
}

/** The address that a reply goes to, bound to the task as it is now. */
function replyAddressOf({ vault, clock, replyTo }: MailNeeds, told: AssignmentTold) {
  if (replyTo === undefined) return undefined
  const { municipality: tenant, id: subject, revision } = told
  const token = vault.signReply({ tenant, subject, revision, expires_ms: clock() + LINK_MS })
  return replyAddress(replyTo, token)
}

/** As it was when the message was made: what is new in it is told by no other. */
function clusterOf({ body }: Message) {
  return (body as Partial<AssignmentMessage>).case?.cluster
}

function sheetOf({ vault, clock, publicUrl }: MailNeeds, told: AssignmentTold): string {
  const { municipality: tenant, id: subject } = told
  const link = { kind: 'work', tenant, subject, revision: 0, expires_ms: clock() + LINK_MS }
  return `${publicUrl()}/${tenant}/work/${vault.signLink(link)}`
}

function saidOf({ why, rows = [] }: ReplyMessage, locale: Locale): string {
  if (why !== undefined) return replyInWords(why, locale)
  const count = (result: string) => rows.filter((row) => row.result === result).length
  return SHEET_IN_WORDS[locale](count('taken'), count('refused'))
}

/** What became of each row that was filled in; what people wrote in it is not repeated. */
function resultsOf({ rows }: ReplyMessage, locale: Locale) {
  if (!rows) return {}
  const told = rows.filter(({ result }) => result !== 'unchanged')
  const sheet = [
    RESULT_HEADINGS[locale],
    ...told.map((row) => [row.line, row.assignment ?? null, resultInWords(row, locale)]),
  ]
  const content = writeSheet(sheet, 'xlsx')
  return { attachments: [{ filename: 'lantaarn.xlsx', contentType: SHEET_TYPES.xlsx, content }] }
}

function answerTo({ vault, clock, publicUrl }: MailNeeds, told: AssignmentTold) {
  const { municipality: tenant, id: subject, revision } = told
  const until_ms = clock() + LINK_MS
  const link = { kind: 'assignment', tenant, subject, revision, expires_ms: until_ms }
  return { url: `${publicUrl()}/${tenant}/answer/${vault.signLink(link)}`, until_ms }
}

/** A clock that starts on receipt has not begun when its mail is written, and begins with it. */
function withTerms(told: AssignmentTold, { rules }: Town, now_ms: number): AssignmentTold {
  const agreement = rules.agreement(told.agreement.id, told.agreement.version)
  if (told.terms.length > 0 || !agreement || agreement.terms.party.startsAt === 'acceptance')
    return told
  const terms = rules.partyBy(agreement, told.case.priority, now_ms)
  return {
    ...told,
    terms: terms.map(({ milestone, by_ms }) => ({
      milestone,
      by: new Date(by_ms).toISOString(),
      ...(isExpectation(agreement.basis) ? { isExpectation: true as const } : {}),
    })),
  }
}

/** The mail that all others of an assignment follow. */
async function firstOf({ worker }: MailNeeds, message: Message): Promise<string> {
  const [row] = await worker.read({}, (query) =>
    query<{ id: string }>(sql`
      select id from platform.outbox
      where tenant = ${message.tenant} and ordering_key = ${assignmentIn(message)}
      order by sequence limit 1`),
  )
  return row?.id ?? message.id
}
