import { useWords } from '../../setting.ts'
import type { CaseRead } from './read-case.ts'

/** Where the desk reaches the party that has it, as far as the agreement says. */
export function PartyContact({ party }: { party: CaseRead['party'] }) {
  const { intake } = useWords().desk
  const { phone, email, website } = party?.askAt ?? {}
  if (party === undefined || !(phone || email || website)) return null
  return (
    <p>
      {party.name}. {intake.askAt}{' '}
      <span className="contact">
        {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {website && <a href={website}>{website}</a>}
      </span>
    </p>
  )
}
