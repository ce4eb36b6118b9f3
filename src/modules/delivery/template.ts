import { REPORTER_STEPS, type ReporterStep } from './reporter-steps.ts'

export const LOCALES = ['nl', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** What a mail of a municipality says: plain text, with placeholders in braces. */
export type Template = { subject: string; text: string }

/** Every value that a mail can be made with; what is not known has words that say so. */
export type Values = Readonly<Partial<Record<Placeholder, string>>>

const OPEN = [
  'number',
  'category',
  'place',
  'party',
  'by',
  'sentence',
  'municipality',
  'link',
] as const
const RESERVED = ['number', 'municipality', 'link'] as const

/** Of what somebody follows without having reported it. */
const FOLLOWED = ['about', 'municipality', 'link'] as const

export type ReporterPlaceholder = (typeof OPEN)[number] | 'day' | 'outcome' | 'question' | 'reason'
type Placeholder = ReporterPlaceholder | (typeof FOLLOWED)[number] | 'news'

/** A mail of which everybody in the house may see the subject: for what is confidential or shows only its status. */
const RESERVED_KINDS = ['reserved-received', 'reserved-changed'] as const

/** To whoever asked to be told of a case, an area or a street. */
const SUBSCRIBER_KINDS = ['subscription-asked', 'subscription-news'] as const

export const TEMPLATE_KINDS = [...REPORTER_STEPS, ...RESERVED_KINDS, ...SUBSCRIBER_KINDS] as const
export type TemplateKind =
  | ReporterStep
  | (typeof RESERVED_KINDS)[number]
  | (typeof SUBSCRIBER_KINDS)[number]

type Rule = { may: readonly Placeholder[]; must: readonly Placeholder[] }

/** What each mail may be made with, and what it is no use without. */
export const TEMPLATE_RULES: Readonly<Record<TemplateKind, Rule>> = {
  received: { may: OPEN, must: ['number', 'link'] },
  asked: { may: [...OPEN, 'question'], must: ['link'] },
  'handed-over': { may: OPEN, must: [] },
  planned: { may: [...OPEN, 'day'], must: [] },
  done: { may: [...OPEN, 'outcome'], must: ['link'] },
  moved: { may: OPEN, must: ['number', 'link'] },
  reopened: { may: OPEN, must: [] },
  'will-not-be-done': { may: [...OPEN, 'reason'], must: [] },
  closed: { may: OPEN, must: [] },
  'reserved-received': { may: RESERVED, must: ['number', 'link'] },
  'reserved-changed': { may: RESERVED, must: ['link'] },
  'subscription-asked': { may: FOLLOWED, must: ['about', 'link'] },
  'subscription-news': { may: ['news', 'municipality', 'link'], must: ['news', 'link'] },
}

/** Which mail tells a step of a case that everybody may see, or of one that not everybody may. */
export function kindOf(step: ReporterStep, isReserved: boolean): TemplateKind {
  if (!isReserved) return step
  return step === 'received' ? 'reserved-received' : 'reserved-changed'
}

/** In characters, before anything is filled in. */
export const MOST_SUBJECT = 120
export const MOST_TEXT = 5_000
/** In UTF-16 units, as it leaves: what is filled in may be long. */
const MOST_SENT_SUBJECT = 180

export const TEMPLATE_FAULTS = [
  'empty',
  'too-long',
  'not-one-line',
  'not-text',
  'placeholder-unknown',
  'placeholder-missing',
] as const
export type TemplateFault = {
  field: 'subject' | 'text'
  fault: (typeof TEMPLATE_FAULTS)[number]
  /** The placeholder that it is about, without its braces. */
  name?: string
}

const PLACEHOLDER = /\{([^{}\n]*)\}/g
const namesIn = (text: string) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

/** Everything that is wrong with a template, at once. A link in a subject would show in every list of mails. */
export function faultsOf(kind: TemplateKind, { subject, text }: Template): TemplateFault[] {
  const { may, must } = TEMPLATE_RULES[kind]
  const inSubject = may.filter((name) => name !== 'link')
  const written = namesIn(text)
  return [
    ...faultsIn('subject', subject, MOST_SUBJECT, inSubject),
    ...(/[\r\n\u2028\u2029]/.test(subject)
      ? [{ field: 'subject', fault: 'not-one-line' } as const]
      : []),
    ...faultsIn('text', text, MOST_TEXT, may),
    ...must
      .filter((name) => !written.includes(name))
      .map((name) => ({ field: 'text', fault: 'placeholder-missing', name }) as const),
  ]
}

function faultsIn(
  field: TemplateFault['field'],
  text: string,
  most: number,
  may: readonly string[],
): TemplateFault[] {
  const unknown = [...new Set(namesIn(text))].filter((name) => !may.includes(name))
  return [
    ...(text.trim() === '' ? [{ field, fault: 'empty' } as const] : []),
    ...(text.length > most ? [{ field, fault: 'too-long' } as const] : []),
    ...(/[^\P{Cc}\t\r\n]/u.test(text) ? [{ field, fault: 'not-text' } as const] : []),
    ...unknown.map(
      (name) => ({ field, fault: 'placeholder-unknown', name: name.slice(0, 40) }) as const,
    ),
  ]
}

/** A template with its values. What is filled in is not looked into again, and cannot break the subject's line. */
export function fill({ subject, text }: Template, values: Values): Template {
  const put = (where: string) =>
    where.replace(PLACEHOLDER, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name as Placeholder] ?? whole) : whole,
    )
  const line = put(subject).replace(/\p{Cc}+/gu, ' ')
  return { subject: line.slice(0, MOST_SENT_SUBJECT).toWellFormed(), text: put(text) }
}
