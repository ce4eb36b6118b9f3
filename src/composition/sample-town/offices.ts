import type { KindAddress } from '#modules/directory'

/** Who answers in a sample town what is no fault; for a request for a decision nobody, so that the desk has some. */
export function officesOf(town: { id: string }): KindAddress[] {
  const address = (name: string) => `${name}.${town.id.toLowerCase()}@example.org`
  return [
    { kind: 'question', office: 'Klantcontactcentrum', email: address('klantcontact') },
    { kind: 'complaint', office: 'Klachtencoördinator', email: address('klachten') },
    { kind: 'compliment', office: 'Klantcontactcentrum', email: address('klantcontact') },
    { kind: 'damage-claim', office: 'Team Verzekeringen', email: address('verzekeringen') },
  ]
}
