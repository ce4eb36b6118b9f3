import { wrongfulTermsOf } from '#modules/agreements'
import type { Changed, Notice, Rules } from '#modules/cases'
import type { OutboxRow } from '#platform/outbox'
import { uuidv5 } from './message-id.ts'

/** What the municipality did about what a party bills. What its people wrote is read over the API. */
export const WRONGFUL_TYPES = {
  WrongfulReportAccepted: 'nl.lantaarn.wrongful-report.accepted.v1',
  WrongfulReportDisputed: 'nl.lantaarn.wrongful-report.disputed.v1',
  WrongfulReportDecided: 'nl.lantaarn.wrongful-report.decided.v1',
} as const

type Told = keyof typeof WRONGFUL_TYPES

const ORDER = 'wrongful/'

/** The assignment that it is billed for. */
export const assignmentBilledIn = ({ ordering_key }: Pick<OutboxRow, 'ordering_key'>): string =>
  ordering_key.slice(ORDER.length)

const isTold = (type: string): type is Told => Object.hasOwn(WRONGFUL_TYPES, type)

/** Tells a party by its webhook; whoever is reached otherwise reads it over the API. */
export function wrongfulNotices(
  municipality: string,
  { after, events }: Changed,
  rules: Rules,
  now_ms: number,
): Notice {
  const messages = events.flatMap(({ event: { type, data } }): OutboxRow[] => {
    if (!isTold(type) || !('stepId' in data)) return []
    const one = after.assignments.find(({ id }) => id === data.assignmentId)
    const agreement = one && rules.agreement(one.agreement, one.version)
    if (!one || agreement?.reach.channel !== 'webhook') return []
    const steps = one.wrongful ?? []
    const sequence = steps.findIndex(({ id }) => id === data.stepId) + 1
    const step = steps[sequence - 1]
    const orderingKey = `${ORDER}${one.id}`
    const { cents, vat } = wrongfulTermsOf(agreement) ?? {}
    const body = {
      municipality,
      wrongfulReport: {
        id: one.id,
        step: step?.kind,
        as: step?.as,
        reason: step?.reason,
        photos: step?.photos.length ?? 0,
        at: new Date(now_ms).toISOString(),
        cents,
        vat,
      },
      assignment: {
        id: one.id,
        number: one.number,
        category: one.category,
        agreement: { id: one.agreement, version: one.version, title: agreement.title },
      },
      case: { id: after.id, number: after.number },
    }
    return [
      {
        tenant: municipality,
        id: uuidv5(`${orderingKey}/${sequence}`),
        destination: one.party,
        ordering_key: orderingKey,
        sequence,
        type: WRONGFUL_TYPES[type],
        body,
        created_at: now_ms,
        due_at: now_ms,
      },
    ]
  })
  return { messages, takeBack: [] }
}
