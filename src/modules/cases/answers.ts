import { z } from '@hono/zod-openapi'
import { CAUSES } from '#modules/agreements'
import { ACTIVE, type AssignmentStatus, NOT_BEGUN } from './lifecycle.ts'

const OFFERED = ACTIVE.filter((status) => status !== 'proposed')
const OFFERED_NOT_BEGUN = NOT_BEGUN.filter((status) => status !== 'proposed')

type AnswerRule = {
  from: readonly AssignmentStatus[]
  /** The status it leads to; `same` leaves it. */
  to: AssignmentStatus | 'same'
  chain:
    | 'stays'
    | 'routes-again-without-this-party'
    | 'routes-again-if-the-facts-say-so'
    | 'adds-what-comes-after'
    | 'adds-what-is-needed-first'
    | 'ends'
    | 'ends-and-adds-what-comes-after'
    | 'goes-to-the-desk'
  /** The party's clock. The reporter's runs on whatever the answer. */
  clock:
    | 'runs'
    | 'runs-on'
    | 'meets-on-site'
    | 'meets-working'
    | 'starts-if-agreed'
    | 'is-computed-again'
    | 'stops'
    | 'meets-made-safe'
    | 'meets-done'
    | 'ends'
  /** The figure that it counts in; no two are ever added together. */
  counts:
    | 'accepted'
    | 'not-ours'
    | 'facts-corrected'
    | 'passed-on'
    | 'made-safe'
    | 'on-site'
    | 'diagnosed'
    | 'working'
    | 'suspended'
    | 'resumed'
    | 'planned'
    | 'started'
    | 'needs-first'
    | 'question'
    | 'nothing-found'
    | 'will-not-be-done'
    | 'done'
  /** What the reporter reads; `{party}` is the organisation's name. */
  reporter: { nl: string; en: string }
}

/** Every answer that a party can give, and all that follows from it. */
export const ANSWERS = {
  accepted: {
    from: ['offered'],
    to: 'accepted',
    chain: 'stays',
    clock: 'starts-if-agreed',
    counts: 'accepted',
    reporter: {
      nl: '{party} heeft uw melding aangenomen.',
      en: '{party} has accepted your report.',
    },
  },
  'not-ours': {
    from: OFFERED_NOT_BEGUN,
    to: 'not-ours',
    chain: 'routes-again-without-this-party',
    clock: 'ends',
    counts: 'not-ours',
    reporter: {
      nl: '{party} zegt dat dit niet bij hen hoort. Wij zoeken wie er wel over gaat.',
      en: '{party} says that this is not theirs. We are finding out whose it is.',
    },
  },
  'facts-corrected': {
    from: OFFERED,
    to: 'same',
    chain: 'routes-again-if-the-facts-say-so',
    clock: 'is-computed-again',
    counts: 'facts-corrected',
    reporter: {
      nl: '{party} heeft de gegevens van uw melding verbeterd.',
      en: '{party} has corrected the details of your report.',
    },
  },
  'passed-on': {
    from: ['accepted', 'planned', 'started'],
    to: 'passed-on',
    chain: 'adds-what-comes-after',
    clock: 'ends',
    counts: 'passed-on',
    reporter: {
      nl: '{party} heeft de oorzaak gevonden. Een andere organisatie moet verder.',
      en: '{party} has found the cause. Another organisation has to take it from here.',
    },
  },
  'made-safe': {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'meets-made-safe',
    counts: 'made-safe',
    reporter: {
      nl: '{party} heeft de plek veilig gemaakt. Het herstel volgt nog.',
      en: '{party} has made the place safe. The repair is still to come.',
    },
  },
  'on-site': {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'meets-on-site',
    counts: 'on-site',
    reporter: { nl: '{party} is ter plaatse.', en: '{party} is on site.' },
  },
  diagnosed: {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'is-computed-again',
    counts: 'diagnosed',
    reporter: {
      nl: '{party} heeft de oorzaak gevonden.',
      en: '{party} has found the cause.',
    },
  },
  planned: {
    from: OFFERED_NOT_BEGUN,
    to: 'planned',
    chain: 'stays',
    clock: 'runs',
    counts: 'planned',
    reporter: {
      nl: '{party} heeft het werk ingepland.',
      en: '{party} has planned the work.',
    },
  },
  started: {
    from: OFFERED_NOT_BEGUN,
    to: 'started',
    chain: 'stays',
    clock: 'runs',
    counts: 'started',
    reporter: { nl: '{party} is begonnen.', en: '{party} has started.' },
  },
  working: {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'meets-working',
    counts: 'working',
    reporter: {
      nl: '{party} meldt dat het weer werkt. Het definitieve herstel volgt nog.',
      en: '{party} says that it works again. The definitive repair is still to come.',
    },
  },
  suspended: {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'stops',
    counts: 'suspended',
    reporter: {
      nl: '{party} kan nu even niet verder. Het werk ligt stil.',
      en: '{party} cannot go on for now. The work stands still.',
    },
  },
  resumed: {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'runs-on',
    counts: 'resumed',
    reporter: { nl: '{party} gaat weer verder.', en: '{party} goes on again.' },
  },
  'needs-first': {
    from: ['accepted', 'planned', 'started'],
    to: 'same',
    chain: 'adds-what-is-needed-first',
    clock: 'stops',
    counts: 'needs-first',
    reporter: {
      nl: '{party} kan pas verder als iets anders is gedaan. Dat is nu gevraagd.',
      en: '{party} can only go on when something else is done. That has now been asked for.',
    },
  },
  question: {
    from: OFFERED,
    to: 'same',
    chain: 'stays',
    clock: 'stops',
    counts: 'question',
    reporter: {
      nl: '{party} heeft een vraag aan de melder.',
      en: '{party} has a question for the reporter.',
    },
  },
  'nothing-found': {
    from: OFFERED,
    to: 'nothing-found',
    chain: 'ends',
    clock: 'meets-done',
    counts: 'nothing-found',
    reporter: {
      nl: '{party} is komen kijken en vond niets. Klopt dat niet? Meld het dan opnieuw.',
      en: '{party} came to look and found nothing. Is that wrong? Then report it again.',
    },
  },
  'will-not-be-done': {
    from: OFFERED,
    to: 'will-not-be-done',
    chain: 'goes-to-the-desk',
    clock: 'ends',
    counts: 'will-not-be-done',
    reporter: {
      nl: '{party} voert dit niet uit. De gemeente beslist wat er nu gebeurt.',
      en: '{party} will not do this. The municipality decides what happens now.',
    },
  },
  done: {
    from: OFFERED,
    to: 'done',
    chain: 'ends-and-adds-what-comes-after',
    clock: 'meets-done',
    counts: 'done',
    reporter: {
      nl: '{party} meldt dat het werk klaar is.',
      en: '{party} says that the work is done.',
    },
  },
} as const satisfies Record<string, AnswerRule>

export type AnswerKind = keyof typeof ANSWERS
export const ANSWER_KINDS = Object.keys(ANSWERS) as AnswerKind[]

/** The rule of one answer, with the literal types widened so that rules can be compared. */
export function ruleOf(kind: AnswerKind): AnswerRule {
  return ANSWERS[kind]
}

/** The most that one answer carries. */
const MOST_PHOTOS = 5

const CategoryId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const remark = z.string().trim().min(1).max(2000)
const photos = z
  .array(z.uuid())
  .max(MOST_PHOTOS)
  .refine((ids) => new Set(ids).size === ids.length, 'a photo is named twice')
  .optional()
  .openapi({ description: 'Photos that were sent for this assignment before.' })
export const Cause = z.enum(CAUSES)
const cause = Cause.optional().openapi({
  description: 'What is wrong, once it is known: the dates may depend on it.',
})

/** What a party sends. It says what it found and needs, never who should do it: that the agreements decide. */
export const Answer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accepted'), cause, remark: remark.optional(), photos }),
  z.strictObject({
    answer: z.literal('not-ours'),
    reason: z.enum(['not-our-asset', 'not-our-area', 'not-our-task', 'other']),
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({
    answer: z.literal('facts-corrected'),
    category: CategoryId.optional(),
    asset: z.string().min(1).max(80).optional(),
    place: z.strictObject({ lon: z.number(), lat: z.number() }).optional(),
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({
    answer: z.literal('passed-on'),
    cause: Cause,
    next: z.array(CategoryId).min(1).max(5),
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({ answer: z.literal('made-safe'), remark: remark.optional(), photos }),
  z.strictObject({
    answer: z.literal('planned'),
    on: z.iso.date(),
    cause,
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({ answer: z.literal('started'), cause, remark: remark.optional(), photos }),
  z.strictObject({ answer: z.literal('on-site'), cause, remark: remark.optional(), photos }),
  z.strictObject({
    answer: z.literal('diagnosed'),
    cause: Cause,
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({ answer: z.literal('working'), cause, remark: remark.optional(), photos }),
  z.strictObject({
    answer: z.literal('suspended'),
    reason: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .openapi({
        description: 'One that the agreement names; any other is refused.',
      }),
    until: z.iso.date().optional().openapi({
      description:
        'The last day on which it stands still. Never longer than the limit of the reason.',
    }),
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({ answer: z.literal('resumed'), remark: remark.optional(), photos }),
  z.strictObject({
    answer: z.literal('needs-first'),
    first: z.array(CategoryId).min(1).max(5),
    remark: remark.optional(),
    photos,
  }),
  z.strictObject({ answer: z.literal('question'), question: remark, photos }),
  z.strictObject({ answer: z.literal('nothing-found'), remark, photos }),
  z.strictObject({
    answer: z.literal('will-not-be-done'),
    reason: z.enum(['not-in-agreement', 'policy', 'no-budget', 'third-party', 'other']),
    remark,
    photos,
  }),
  z.strictObject({
    answer: z.literal('done'),
    cause: Cause.optional(),
    next: z.array(CategoryId).max(5).default([]),
    remark: remark.optional(),
    photos,
  }),
])
export type Answer = z.infer<typeof Answer>

/** An answer apart from what somebody wrote: codes and dates may stand in the journal, words may not. */
export function withoutWords(given: Answer): { details: Record<string, unknown>; words?: string } {
  const {
    answer: _,
    remark,
    question,
    ...details
  } = { remark: undefined, question: undefined, ...given }
  const words = question ?? remark
  return { details, ...(words === undefined ? {} : { words }) }
}
