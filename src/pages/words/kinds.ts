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

/** How it reached the municipality. A door of its own that is not here has no name for people. */
export const CHANNELS: Readonly<Record<string, Both>> = {
  web: { nl: 'website', en: 'website' },
  app: { nl: 'app', en: 'app' },
  phone: { nl: 'telefoon', en: 'telephone' },
  counter: { nl: 'balie', en: 'counter' },
  letter: { nl: 'brief', en: 'letter' },
  'e-mail': { nl: 'e-mail', en: 'e-mail' },
  'social-media': { nl: 'sociale media', en: 'social media' },
  'own-observation': { nl: 'zelf gezien', en: 'own observation' },
  thing: { nl: 'door het object zelf', en: 'by the object itself' },
  open311: { nl: 'een ander systeem', en: 'another system' },
  rest: { nl: 'een ander systeem', en: 'another system' },
}
