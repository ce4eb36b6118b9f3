import { isExpectation } from '#modules/agreements'
import {
  ACTIVE_STATUSES,
  type Assignment,
  type Because,
  becauseNow,
  type Case,
  type Changed,
  isSuspended,
  type Notice,
  type Rules,
  replyIdOf,
} from '#modules/cases'
import { byMailTo } from '#platform/by-mail'
import type { OutboxRow, TakeBack } from '#platform/outbox'
import { type ClusterMessage, clusterIn, type Told } from './cluster-message.ts'
import { dutyMessages } from './duty-message.ts'
import { forwardedMessages } from './forwarded-message.ts'
import { uuidv5 } from './message-id.ts'
import { byOpen311To } from './open311-destination.ts'

/** Why a party hears of an assignment. The rest of a message is always the full present state. */
export const MESSAGE_TYPES = {
  offered: 'nl.lantaarn.assignment.offered.v1',
  informed: 'nl.lantaarn.assignment.informed.v1',
  changed: 'nl.lantaarn.assignment.changed.v1',
  reopened: 'nl.lantaarn.assignment.reopened.v1',
  withdrawn: 'nl.lantaarn.assignment.withdrawn.v1',
  termNear: 'nl.lantaarn.assignment.term-near.v1',
  /** Of a case of several: objects joined or left, and nothing else told it. */
  members: 'nl.lantaarn.assignment.members-changed.v1',
  /** By mail alone: whoever answered by a link needs the next one. */
  answered: 'nl.lantaarn.assignment.answered.v1',
  /** By mail alone: somebody asked for a new link. */
  linkAsked: 'nl.lantaarn.assignment.link-asked.v1',
  /** By mail alone: what became of a mail that the party sent. */
  replied: 'nl.lantaarn.assignment.replied.v1',
} as const
type MessageKind = Exclude<keyof typeof MESSAGE_TYPES, 'linkAsked' | 'replied'>

/** To the party itself. That whoever is only informed has heard of it is no fact of the assignment. */
const TO_THE_PARTY: readonly string[] = [
  MESSAGE_TYPES.offered,
  MESSAGE_TYPES.changed,
  MESSAGE_TYPES.reopened,
  MESSAGE_TYPES.withdrawn,
  MESSAGE_TYPES.answered,
  MESSAGE_TYPES.termNear,
  MESSAGE_TYPES.members,
]

/** The assignment whose party has received this message when it arrives; of any other message none. */
export function assignmentToldBy(message: Pick<OutboxRow, 'type' | 'ordering_key'>) {
  return TO_THE_PARTY.includes(message.type) ? message.ordering_key : undefined
}

/** What a party reads. Nobody's words and nobody's name: what a person wrote is added when it leaves. */
export type AssignmentMessage = {
  municipality: string
  assignment: {
    id: string
    number: number
    status: string
    revision: number
    category: string
    categoryName: { nl: string; en: string } | undefined
    agreement: { id: string; version: number; title: string | undefined }
    offeredAt: string | undefined
    terms: { milestone: string; by: string; isExpectation?: true }[]
    /** Why the dates are as they are: what was found. */
    because: Because | undefined
    /** For what its clock stands still, and until when at most. */
    suspension: { reason: string; name: Because['words']; since: string; until: string } | undefined
    startsAt: 'receipt' | 'acceptance' | 'next-opening-hour' | undefined
    waitsFor: readonly string[]
    /** From when its clock stands still. */
    stoppedAt: string | undefined
    /** It is given as a recurrence of what this party repaired, whatever has become of the agreement. */
    isWarranty: boolean
  }
  case: {
    id: string
    number: string
    category: string
    priority: string
    openedAt: string
    signals: number
    isAssetUncertain: boolean
    /** Somebody who reported it threatened somebody: nobody goes there alone. */
    hasThreat?: true
    place: { lon: number; lat: number } | undefined
    asset: { id: string; type: string; publicNumber?: string } | undefined
    recurrenceOf: string | undefined
    /** It is one problem of several objects. */
    cluster: ClusterMessage | undefined
    question:
      | { askedAt: string; replyBy: string; repliedAt?: string; lapsedAt?: string }
      | undefined
  }
  /** The signals whose words may be given to this party, and on which legal ground. */
  shares: { ground: string; signals: readonly string[]; reply?: string } | undefined
  /** The signal in which the place of a confidential case is sealed. */
  sealedPlaceOf: string | undefined
}

/** What has to leave because a case changed, at most one message an assignment and a reader. */
export function noticeOf(
  municipality: string,
  changed: Changed,
  rules: Rules,
  now_ms: number,
): Notice {
  const kinds = new Map<string, MessageKind>()
  const corrected = new Set<string>()
  const takeBack: TakeBack[] = []
  for (const { event } of changed.events) {
    switch (event.type) {
      case 'SignalReceived':
      case 'SignalMovedIn':
        // Of a case that begins with it, the offer that follows tells it.
        if (event.data.signal.hasThreat && !changed.before?.hasThreat)
          for (const id of atWorkIn(changed.after)) kinds.set(id, 'changed')
        break
      case 'AssignmentOffered':
        kinds.set(event.data.assignmentId, 'offered')
        break
      case 'AssignmentResumed':
        kinds.set(event.data.assignmentId, 'changed')
        break
      case 'SuspensionEnded':
        // Where the clock runs again a message follows anyway; where something else stops it, it has to know this.
        kinds.set(event.data.assignmentId, 'changed')
        break
      case 'TermWarned':
        kinds.set(event.data.assignmentId, 'termNear')
        break
      case 'AssignmentReopened':
        kinds.set(event.data.assignmentId, 'reopened')
        break
      case 'AssignmentWithdrawn':
        kinds.set(event.data.assignmentId, 'withdrawn')
        if (event.data.reason === 'facts-corrected') corrected.add(event.data.assignmentId)
        break
      case 'AssignmentAnswered': {
        const { assignmentId } = event.data
        const answered = changed.after.assignments.find(({ id }) => id === assignmentId)
        if (answered) takeBack.push({ orderingKey: answered.id, upTo: answered.revision - 1 })
        // Whoever answers by mail needs the next link.
        const goesOn = answered && needsLink(answered, rules)
        // Who answers what it was offered in the same commit needs no offer; whoever is only informed still does.
        if (kinds.get(assignmentId) === 'offered')
          kinds.set(assignmentId, goesOn ? 'offered' : 'informed')
        else if (goesOn) kinds.set(assignmentId, 'answered')
        else kinds.delete(assignmentId)
        break
      }
      case 'MembersTold':
        if (event.data.isByItself)
          for (const id of event.data.assignments) if (!kinds.has(id)) kinds.set(id, 'members')
        break
      case 'FactsCorrected':
      case 'DangerRaised':
      case 'DangerLowered':
        for (const id of atWorkIn(changed.after)) kinds.set(id, 'changed')
        break
      case 'ReporterReplied':
        for (const id of atWorkIn(changed.after)) kinds.set(id, 'changed')
        break
      case 'QuestionLapsed': {
        const asker = changed.after.question?.assignmentId
        if (asker !== undefined && atWorkIn(changed.after).includes(asker))
          kinds.set(asker, 'changed')
        break
      }
      default:
        break
    }
  }
  const messages = forwardedMessages(municipality, changed, now_ms)
  for (const [id, kind] of kinds) {
    const assignment = changed.after.assignments.find((one) => one.id === id)
    if (!assignment) continue
    if (kind === 'withdrawn') {
      // What was never offered, only proposed to the desk, needs no withdrawal.
      if (assignment.offered_ms === undefined) continue
      const upTo = assignment.revision - 1
      // Whoever answered before any message left has to hear that it is over, unless it was that answer.
      const isUnknown = assignment.delivered_ms === undefined || corrected.has(id)
      takeBack.push({ orderingKey: id, upTo, ...(isUnknown ? { isEnd: true } : {}) })
      for (const informed of assignment.informed)
        takeBack.push({ orderingKey: `${id}/${informed}`, upTo })
    }
    const told = changed.before?.assignments.find((one) => one.id === id)?.told
    const of = { case: changed.after, assignment, told }
    messages.push(...messagesFor(municipality, of, kind, rules, now_ms))
  }
  messages.push(...dutyMessages(municipality, changed, rules, now_ms))
  return { messages, takeBack }
}

/** The assignments of whoever was asked something and has not ended it. */
function atWorkIn({ assignments }: Case): string[] {
  const isAtWork = ['offered', 'accepted', 'planned', 'started']
  return assignments.flatMap(({ id, status, offered_ms }) =>
    offered_ms !== undefined && isAtWork.includes(status) ? [id] : [],
  )
}

function messagesFor(
  municipality: string,
  { case: of, assignment, told }: { case: Case; assignment: Assignment; told: Told },
  kind: MessageKind,
  rules: Rules,
  now_ms: number,
): OutboxRow[] {
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  const holdOff_ms = kind === 'offered' ? (agreement?.reach.holdOff_s ?? 0) * 1000 : 0
  const body = messageOf(municipality, of, assignment, rules, told)
  const row = (destination: string, orderingKey: string, type: MessageKind): OutboxRow => ({
    tenant: municipality,
    id: uuidv5(`${orderingKey}/${assignment.revision}`),
    destination,
    ordering_key: orderingKey,
    sequence: assignment.revision,
    type: MESSAGE_TYPES[type],
    body,
    created_at: now_ms,
    due_at: now_ms + holdOff_ms,
  })
  const channel = agreement?.reach.channel
  const destination = destinationOf(channel, assignment.party)
  // Whoever the desk tells gets no message; those who are only informed do. Open311 knows no objects of a request.
  const isUnsaid = kind === 'informed' || (kind === 'members' && channel === 'open311')
  const isLeftOut = channel === 'desk' || isUnsaid
  const rows = isLeftOut ? [] : [row(destination, assignment.id, kind)]
  if (kind === 'offered' || kind === 'informed')
    for (const informed of assignment.informed)
      rows.push(row(informed, `${assignment.id}/${informed}`, 'informed'))
  return rows
}

type Channel = NonNullable<ReturnType<Rules['agreement']>>['reach']['channel']

function destinationOf(channel: Channel | undefined, party: string): string {
  if (channel === 'email') return byMailTo(party)
  return channel === 'open311' ? byOpen311To(party) : party
}

function needsLink({ agreement, version, status }: Assignment, rules: Rules): boolean {
  const channel = rules.agreement(agreement, version)?.reach.channel
  return channel === 'email' && ACTIVE_STATUSES.includes(status)
}

/** The full present state of one assignment. */
export function messageOf(
  municipality: string,
  of: Case,
  assignment: Assignment,
  rules: Rules,
  told?: Told,
): AssignmentMessage {
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  const iso = (at_ms: number | undefined) =>
    at_ms === undefined ? undefined : new Date(at_ms).toISOString()
  const ground = agreement?.reach.shareDescriptionOn
  return {
    municipality,
    assignment: {
      id: assignment.id,
      number: assignment.number,
      status: assignment.status,
      revision: assignment.revision,
      category: assignment.category,
      categoryName: rules.category(assignment.category)?.name,
      agreement: { id: assignment.agreement, version: assignment.version, title: agreement?.title },
      offeredAt: iso(assignment.offered_ms),
      terms: assignment.partyBy.map(({ milestone, by_ms }) => ({
        milestone,
        by: new Date(by_ms).toISOString(),
        ...(agreement && isExpectation(agreement.basis) ? { isExpectation: true as const } : {}),
      })),
      because: becauseNow(assignment),
      suspension: suspensionIn(assignment),
      startsAt: agreement?.terms.party.startsAt,
      waitsFor: assignment.waitsFor,
      stoppedAt: iso(assignment.stopped_ms),
      isWarranty: isUnderWarranty(of, assignment),
    },
    case: {
      id: of.id,
      number: of.number,
      category: of.category,
      priority: of.priority,
      openedAt: new Date(of.opened_ms).toISOString(),
      signals: of.signals.length,
      isAssetUncertain: of.isAssetUncertain,
      ...(of.hasThreat ? { hasThreat: true } : {}),
      place: of.place,
      asset: of.asset && {
        id: of.asset.id,
        type: of.asset.type,
        ...(of.asset.publicNumber === undefined ? {} : { publicNumber: of.asset.publicNumber }),
      },
      recurrenceOf: of.recurrenceOf,
      cluster: clusterIn(of, told),
      question: of.question && {
        askedAt: new Date(of.question.asked_ms).toISOString(),
        replyBy: new Date(of.question.until_ms).toISOString(),
        ...(of.question.replied_ms === undefined
          ? {}
          : { repliedAt: new Date(of.question.replied_ms).toISOString() }),
        ...(of.question.lapsed_ms === undefined
          ? {}
          : { lapsedAt: new Date(of.question.lapsed_ms).toISOString() }),
      },
    },
    shares: ground === undefined ? undefined : { ground, signals: of.signals, ...replyIn(of) },
    sealedPlaceOf: of.visibility === 'confidential' ? of.signals[0] : undefined,
  }
}

function suspensionIn(one: Assignment): AssignmentMessage['assignment']['suspension'] {
  const { suspension } = one
  if (!suspension || !isSuspended(one)) return undefined
  const { reason, name, since_ms, until_ms } = suspension
  return {
    reason,
    name,
    since: new Date(since_ms).toISOString(),
    until: new Date(until_ms).toISOString(),
  }
}

function replyIn({ id, question }: Case): { reply?: string } {
  return question?.replied_ms === undefined ? {} : { reply: replyIdOf(id) }
}

function isUnderWarranty({ category, warranty }: Case, assignment: Assignment): boolean {
  return (
    warranty !== undefined &&
    category === assignment.category &&
    warranty.agreement === assignment.agreement &&
    warranty.version === assignment.version
  )
}
