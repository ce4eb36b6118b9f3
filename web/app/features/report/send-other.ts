import type { Api, Told } from '../../api/client.ts'
import { postSignal, type SendFaults, type Sent, type Typed } from './send-report.ts'

/** What is no fault, in the order of the page. Whoever sends one of the first three waits for an answer. */
export const OTHER_KINDS = [
  'question',
  'request',
  'damage-claim',
  'complaint',
  'compliment',
] as const
export type OtherKind = (typeof OTHER_KINDS)[number]
const ANSWERED: readonly OtherKind[] = ['question', 'request', 'damage-claim']

export const otherKindIn = (value: FormDataEntryValue | null): OtherKind | undefined =>
  OTHER_KINDS.find((one) => one === value)

export type OtherTyped = Typed & { name: string; address: string }

export function otherTypedIn(form: FormData, typed: Typed): OtherTyped {
  const textOf = (name: string, most: number) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().slice(0, most) : ''
  }
  return { ...typed, name: textOf('name', 100), address: textOf('address', 500) }
}

/** Sends it to the office of its kind; the same key again is the same. */
export async function sendOther(
  api: Api,
  municipality: string,
  { kind, typed, photos }: { kind: OtherKind; typed: OtherTyped; photos: readonly File[] },
): Promise<Sent> {
  const faults: SendFaults = {
    ...(typed.description === '' && { description: 'words' as const }),
    ...(ANSWERED.includes(kind) &&
      typed.email === '' &&
      typed.phone === '' && { email: 'reach' as const }),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return postSignal(api, municipality, { key: typed.key, signal: signalOf(kind, typed), photos })
}

function signalOf(kind: OtherKind, typed: OtherTyped): Told['SignalGiven'] {
  const { description, email, phone, name: lastName, address } = typed
  const contact = {
    ...(email !== '' && { email }),
    ...(phone !== '' && { phone }),
    ...(lastName !== '' && { lastName }),
  }
  return {
    kind,
    description,
    ...(address !== '' && { address }),
    ...(Object.keys(contact).length > 0 && { contact }),
  }
}
