import { ACTIVE_STATUSES, assignmentToTell } from '#modules/cases'
import {
  type AssignmentMessage,
  assignmentIn,
  clusterOver,
  DIGEST_WORDS,
  type DigestReply,
  type DigestTask,
  digestReason,
  listDigestLines,
  listInDigest,
  writeDigestMail,
  writeDigestReplied,
} from '#modules/delivery'
import { readMailAddresses } from '#modules/directory'
import { type TakenUp, takeUpGathered } from '#platform/gathered'
import type { Message } from '#platform/outbox'
import { markDelivered } from '#platform/outbox'
import { namesOf } from '../names.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'
import { resultsOf, saidOf } from './reply-told.ts'
import {
  answerTo,
  LINK_MS,
  replyAddressOf,
  replyTokenOf,
  sheetOf,
  withTerms,
} from './task-links.ts'

/** Read at the same time: the mail is not in a hurry, and others need the database too. */
const AT_ONCE = 6
const NO_ADDRESS = { isDelivered: false, error: 'this organisation has no mail address' } as const

/**
 * All that waited for one moment, as it is when the mail leaves. What was taken back meanwhile is not told; of what the party
 * has ended itself there is nothing to tell.
 */
export function composeDigest(needs: MailNeeds): ComposeMail {
  const { worker, clock } = needs
  return async (message) => {
    const { tenant, id: digest } = message
    const known = await addressOf(needs, message)
    if (!known) return NO_ADDRESS
    const lines = await worker.read({}, (query) => listDigestLines(query, { tenant, digest }))
    const ids = lines.map((line) => line.message)
    const taken = await worker.write({}, (query) =>
      takeUpGathered(query, { tenant, ids, holder: digest }, clock()),
    )
    const byTask = Map.groupBy(taken, assignmentIn)
    const found = await tasksOf(needs, tenant, [...byTask.keys()])
    const tasks = found.flatMap(({ task, isReceived }) => {
      const rows = byTask.get(task.told.id)?.toSorted((a, b) => a.sequence - b.sequence) ?? []
      const isAsked = task.answerUrl !== undefined
      const types = rows.map(({ type }) => type)
      const reason = digestReason(types, { isAsked, isReceived })
      return reason === undefined ? [] : [{ ...task, reason, cluster: clusterIn(rows, reason) }]
    })
    const isListed = new Set(tasks.map(({ told }) => told.id))
    const [listed, over] = [true, false].map((which) =>
      taken.filter((row) => isListed.has(assignmentIn(row)) === which).map(({ id }) => id),
    ) as [string[], string[]]
    await worker.write({}, async (query) => {
      await listInDigest(query, { tenant, digest }, listed)
      await query(markDelivered(over.map((id) => ({ tenant, id, at_ms: clock() }))))
    })
    if (tasks.length === 0) return undefined
    const { address: to, locale } = known
    const frame = await frameOf(needs, tenant, tasks, locale)
    const { replyTo, replies } = repliesTo(needs, message, tasks)
    const mail = writeDigestMail({ ...frame, replies })
    return { to, ...mail, ...(replyTo === undefined ? {} : { replyTo }) }
  }
}

/** To a party that replied to a digest, with what it can answer and how. */
export function composeDigestReplied(needs: MailNeeds): ComposeMail {
  return async (message) => {
    const { tenant } = message
    const body = message.body as DigestReply
    const known = await addressOf(needs, message)
    if (!known) return NO_ADDRESS
    const { address: to, locale } = known
    const lines = await needs.worker.read({}, (query) =>
      listDigestLines(query, { tenant, digest: body.digest }),
    )
    const listed = lines.filter((line) => line.is_listed).map((line) => line.assignment)
    const found = await tasksOf(needs, tenant, [...new Set(listed)])
    const tasks = found.map(({ task }) => ({
      ...task,
      reason: 'changed' as const,
      cluster: undefined,
    }))
    const said = body.why === 'which-task' ? DIGEST_WORDS[locale].whichTask : saidOf(body, locale)
    const mail = writeDigestReplied({ ...(await frameOf(needs, tenant, tasks, locale)), said })
    return { to, ...mail, inReplyTo: body.digest, ...resultsOf(body, locale) }
  }
}

async function addressOf({ worker, vault }: MailNeeds, { destination }: Message) {
  const organisation = destination.slice(destination.indexOf('/') + 1)
  return (await readMailAddresses(worker, vault, [organisation])).get(organisation)
}

/** What is asked for the first time is new as a whole: nothing of it joined or left. */
function clusterIn(rows: readonly TakenUp[], reason: DigestTask['reason']) {
  const all = rows.map(({ body }) => (body as Partial<AssignmentMessage>).case?.cluster)
  const cluster = clusterOver(all)
  if (!cluster || reason !== 'offered') return cluster
  const { joined: _, left: __, ...whole } = cluster
  return whole
}

type Found = { task: Omit<DigestTask, 'reason' | 'cluster'>; isReceived: boolean }

async function tasksOf(needs: MailNeeds, tenant: string, ids: readonly string[]): Promise<Found[]> {
  const town = await needs.towns.get(tenant)
  const asks = {
    ...needs,
    townOf: needs.towns.get,
    namesOf: async (id: string, locale: 'nl' | 'en') => namesOf(await needs.towns.get(id), locale),
  }
  const found: Found[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE).map((id) => assignmentToTell(asks, tenant, id))
    for (const one of await Promise.all(some)) {
      if (!one) continue
      const isAsked = ACTIVE_STATUSES.includes(one.told.status)
      const told = withTerms(one.told, town, needs.clock())
      const answerUrl = isAsked ? answerTo(needs, told).url : undefined
      found.push({ task: { told, answerUrl }, isReceived: told.receivedAt !== undefined })
    }
  }
  return found
}

async function frameOf(
  needs: MailNeeds,
  tenant: string,
  tasks: readonly DigestTask[],
  locale: 'nl' | 'en',
) {
  const { municipality } = await needs.towns.get(tenant)
  const asked = tasks.find(({ answerUrl }) => answerUrl !== undefined)
  return {
    town: municipality.name,
    party: tasks[0]?.told.party.name ?? '',
    locale,
    tasks,
    until_ms: needs.clock() + LINK_MS,
    sheetUrl: asked && sheetOf(needs, asked.told),
  }
}

/** A digest of one task is replied to as a mail about that task; of more it names none. */
function repliesTo(needs: MailNeeds, { tenant, id }: Message, tasks: readonly DigestTask[]) {
  const asked = tasks.filter(({ answerUrl }) => answerUrl !== undefined)
  const [one] = asked
  if (asked.length === 1 && tasks.length === 1 && one) {
    const replyTo = replyAddressOf(needs, one.told)
    return { replyTo, replies: replyTo === undefined ? ('none' as const) : ('in-words' as const) }
  }
  const replyTo = replyTokenOf(needs, { tenant, subject: id, revision: 0 })
  return { replyTo, replies: replyTo === undefined ? ('none' as const) : ('as-sheet' as const) }
}
