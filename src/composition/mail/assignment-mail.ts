import sql from 'sql-template-tag'
import { ACTIVE_STATUSES, assignmentToTell } from '#modules/cases'
import {
  type AssignmentMessage,
  assignmentIn,
  type MailReason,
  type ReplyMessage,
  writeAssignmentMail,
} from '#modules/delivery'
import { readMailAddresses } from '#modules/directory'
import { GATHERED } from '#platform/gathered-destination'
import type { Message } from '#platform/outbox'
import { namesOf } from '../names.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'
import { resultsOf, saidOf } from './reply-told.ts'
import { answerTo, replyAddressOf, sheetOf, withTerms } from './task-links.ts'

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

/** As it was when the message was made: what is new in it is told by no other. */
function clusterOf({ body }: Message) {
  return (body as Partial<AssignmentMessage>).case?.cluster
}

/** The mail that all others of an assignment follow. */
async function firstOf({ worker }: MailNeeds, message: Message): Promise<string> {
  const [row] = await worker.read({}, (query) =>
    query<{ id: string }>(sql`
      select id from platform.outbox
      where tenant = ${message.tenant} and ordering_key = ${assignmentIn(message)}
        and not starts_with(destination, ${`${GATHERED}/`})
      order by sequence limit 1`),
  )
  return row?.id ?? message.id
}
