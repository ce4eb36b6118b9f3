import type { Kind } from '../api-answers.ts'

type Both = { nl: string; en: string }

/** What somebody sent, by its kind. */
export const KINDS: Record<Kind, Both> = {
  fault: { nl: 'Melding', en: 'Report' },
  question: { nl: 'Vraag', en: 'Question' },
  complaint: { nl: 'Klacht', en: 'Complaint' },
  compliment: { nl: 'Compliment', en: 'Compliment' },
  request: { nl: 'Verzoek', en: 'Request' },
  'damage-claim': { nl: 'Schadeclaim', en: 'Damage claim' },
}
