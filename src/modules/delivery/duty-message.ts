import type { Changed, Rules } from '#modules/cases'
import { byMailTo } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { uuidv5 } from './message-id.ts'

/** Why somebody of the duty roster hears of a case. */
export const DUTY_TYPES = {
  called: 'nl.lantaarn.duty.called.v1',
  takenOver: 'nl.lantaarn.duty.taken-over.v1',
} as const

export type DutyMessage = {
  municipality: string
  duty: { roster: string; contact: string; step: number; until: string }
  case: {
    id: string
    number: string
    category: string
    categoryName: { nl: string; en: string } | undefined
    openedAt: string
    place: { lon: number; lat: number } | undefined
    asset: { id: string; type: string; publicNumber?: string } | undefined
  }
  /** The signal in which the place of a confidential case is sealed. */
  sealedPlaceOf: string | undefined
}

/**
 * What leaves because somebody is called, or because somebody took over: then whoever was called before need not come.
 * A contact may be reached by mail and through an organisation; either of them may arrive.
 */
export function dutyMessages(
  municipality: string,
  changed: Changed,
  rules: Rules,
  now_ms: number,
): OutboxRow[] {
  const { after } = changed
  const calls = after.duty?.calls ?? []
  return changed.events.flatMap(({ event }) => {
    if (event.type === 'DutyCalled') {
      const call = calls.find(({ step }) => step === event.data.step)
      return call ? rowsOf(municipality, changed, call, 'called', rules, now_ms) : []
    }
    if (event.type !== 'DangerTakenOver') return []
    const others = calls.filter(({ contact }) => contact !== event.data.contact)
    return others.flatMap((call) => rowsOf(municipality, changed, call, 'takenOver', rules, now_ms))
  })
}

type Call = NonNullable<Changed['after']['duty']>['calls'][number]

function rowsOf(
  municipality: string,
  { after }: Changed,
  call: Call,
  kind: keyof typeof DUTY_TYPES,
  rules: Rules,
  now_ms: number,
): OutboxRow[] {
  const { roster, contact, step, until_ms } = call
  const organisation = rules
    .dutyRoster(roster)
    ?.contacts.find(({ id }) => id === contact)?.organisation
  const { id, number, category, opened_ms, place, asset, visibility, signals } = after
  const body: DutyMessage = {
    municipality,
    duty: { roster, contact, step, until: new Date(until_ms).toISOString() },
    case: {
      id,
      number,
      category,
      categoryName: rules.category(category)?.name,
      openedAt: new Date(opened_ms).toISOString(),
      place,
      asset: asset && {
        id: asset.id,
        type: asset.type,
        ...(asset.publicNumber === undefined ? {} : { publicNumber: asset.publicNumber }),
      },
    },
    sealedPlaceOf: visibility === 'confidential' ? signals[0] : undefined,
  }
  // A window of its own: a call does not wait behind what other readers are written.
  const mail = byMailTo(`duty/${contact}`)
  const destinations = organisation === undefined ? [mail] : [mail, organisation]
  return destinations.map((destination) => {
    // In one order a contact and a way; called again after the place was safe, the version is another.
    const ordering_key = `duty/${id}/${call.called_ms}/${contact}/${destination}`
    return {
      tenant: municipality,
      id: uuidv5(`${ordering_key}/${kind}`),
      destination,
      ordering_key,
      sequence: kind === 'called' ? 1 : 2,
      type: DUTY_TYPES[kind],
      body,
      created_at: now_ms,
      due_at: now_ms,
    }
  })
}
