import { z } from '@hono/zod-openapi'
import { type Actor, townOperation } from '#modules/directory'
import { PLACE_PROBLEMS } from '#modules/places'
import { among, hrefOf, type Locale } from '#platform/operation'
import { HTTP_PROBLEMS, type InputFault } from '#platform/problem'
import { MOST_PHOTOS, type SentPhoto, type UploadFault, type Uploads } from '#platform/uploads'
import type { Vault } from '#platform/vault'
import { Cause } from '../answers.ts'
import { type CaseRow, findCase } from '../case-queries.ts'
import { CHANNELS, type Channel, SIGNAL_KINDS, type SignalKind } from '../kinds.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { followCodeOf } from '../sealing.ts'
import { TELL_BY } from '../told-by-hand.ts'
import type { DirectingNeeds } from './directed-case.ts'
import { SignalTold, signalTold } from './signal-told.ts'

/** By which channels a caller can have got what it reports; the first is the one where nothing is said. */
const CHANNELS_OF: Record<Actor, readonly Channel[]> = {
  public: ['web', 'app'],
  integrator: ['web', 'app', 'phone', 'counter', 'letter', 'e-mail', 'social-media'],
  desk: ['phone', 'counter', 'letter', 'e-mail', 'social-media', 'web', 'app', 'own-observation'],
  administrator: [],
  party: ['own-observation', 'phone', 'e-mail', 'app'],
  link: [],
}

/** Whose hands what somebody else said went through: who it was, is kept with the signal. */
const ENTERS: readonly Actor[] = ['desk', 'party']

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'this may hold no line breaks or other control characters')

export const Contact = z
  .strictObject({
    email: z.email().max(254).optional(),
    phone: line(50).optional(),
    firstName: line(100).optional(),
    lastName: line(100).optional(),
    postalAddress: line(300).optional().openapi({ description: 'Where letters go.' }),
  })
  .refine((contact) => Object.values(contact).some((one) => one !== undefined), {
    message: 'name at least one of email, phone, firstName, lastName, postalAddress',
  })
  .openapi('SignalContact')

const AlreadyDone = z
  .strictObject({ cause: Cause.optional(), remark: z.string().trim().min(1).max(2000) })
  .openapi('AlreadyDone')

/** What of somebody's contact each way to tell them needs. */
const REACHED_AT = { mail: 'email', letter: 'postalAddress', 'call-back': 'phone' } as const

const Attributes = z
  .record(
    z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    z.union([z.string().max(4000), z.array(z.string().max(4000)).min(1).max(50)]),
  )
  .refine((answers) => Object.keys(answers).length <= 20, { message: 'at most 20 answers' })

const Signal = z
  .strictObject({
    kind: z.enum(SIGNAL_KINDS).default('fault').openapi({
      description: 'What is no fault goes to the office of its kind, and to no party.',
    }),
    category: z.string().min(1).max(64).optional().openapi({ description: 'Required of a fault.' }),
    description: z.string().trim().min(1).max(4000).optional(),
    place: z
      .strictObject({ lon: z.number(), lat: z.number() })
      .optional()
      .openapi({ description: 'WGS84, in degrees. Of a fault, this or the asset is required.' }),
    accuracy: z.number().min(0).max(1_000_000).optional().openapi({
      description: 'The radius in metres within which the place can be trusted.',
    }),
    asset: z.string().min(1).max(80).optional().openapi({ description: 'Its number or its id.' }),
    address: line(500).optional(),
    seenAt: z.iso.datetime({ offset: true }).optional(),
    channel: z.enum(CHANNELS).optional(),
    mayPublish: z.boolean().optional().openapi({
      description:
        'Whether whoever sends it lets the words and photos be shown to everybody, once the desk has looked at them.',
    }),
    contact: Contact.optional().openapi({ description: 'Of whoever reports.' }),
    onBehalfOf: Contact.optional().openapi({
      description: 'Instead of `contact`: somebody else than whoever sends this.',
    }),
    tellBy: z
      .enum(['mail', ...TELL_BY])
      .optional()
      .openapi({
        description:
          'Of the desk: how whoever reports hears of it. A letter or a call back is kept in `GET /desk-needs` until somebody did it. Where nothing is said it is a mail to whoever gave an address for it.',
      }),
    attributes: Attributes.optional().openapi({
      description: 'The answers to the questions of the category, by their codes.',
    }),
    alreadyDone: AlreadyDone.optional().openapi({
      description: 'Of a party: it came upon a fault and did the work at once.',
    }),
  })
  .superRefine((signal, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (signal.kind === 'fault' && signal.category === undefined)
      fault('category', 'a fault has a category')
    if (signal.kind !== 'fault' && signal.description === undefined)
      fault('description', 'what an office is to answer is said in words')
    if (signal.kind !== 'fault' && signal.alreadyDone)
      fault('alreadyDone', 'only the work on a fault can be done already')
    if (signal.accuracy !== undefined && !signal.place) fault('accuracy', 'there is no place')
    if (signal.contact && signal.onBehalfOf) fault('onBehalfOf', 'give contact or onBehalfOf')
    const contact = signal.contact ?? signal.onBehalfOf
    const way = signal.tellBy && REACHED_AT[signal.tellBy]
    if (way && contact?.[way] === undefined) fault('tellBy', `this needs a contact with ${way}`)
    if (signal.attributes && signal.category === undefined)
      fault('attributes', 'the questions are those of a category')
  })
  .openapi('SignalGiven')

export type GivenSignal = Omit<z.output<typeof Signal>, 'alreadyDone' | 'channel' | 'seenAt'> & {
  channel: Channel
  kind: SignalKind
  seen_ms?: number
  source: string
  sourceId?: string
  clientAddress: string
  enteredBy?: string
  /** Of a case that is known: the questions of its category were answered then. */
  isMeToo?: true
  alreadyDone?: z.output<typeof AlreadyDone> & { organisation: string }
  photos?: readonly SentPhoto[]
}

type PlaceProblem = Exclude<keyof typeof PLACE_PROBLEMS, 'asset-not-found'>

/** From a report at this door to the commit; the questions of the category are held against its answers. */
export type EnterSignal = (
  municipality: string,
  given: GivenSignal,
  locale: Locale,
) => Promise<
  | { ok: true; number: string; signalId: string; isRepeat: boolean }
  | { ok: false; problem: PlaceProblem | 'category-unknown' | 'seen-in-future'; detail: string }
  | { ok: false; problem: 'input-invalid'; faults: InputFault[] }
>

export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .openapi({ description: 'The same key again is the same signal, and does nothing more.' })

const Headers = z.object({ 'idempotency-key': IdempotencyKey })

const { 'asset-not-found': _, ...PLACE_REFUSALS } = PLACE_PROBLEMS
const PROBLEMS = {
  ...among(
    CASE_PROBLEMS,
    'category-unknown',
    'seen-in-future',
    'photo-unreadable',
    'photo-too-many-pixels',
    'photo-too-large',
    'photos-too-many',
    'upload-unreadable',
    'upload-too-large',
    'upload-too-slow',
    'uploads-busy',
  ),
  ...among(HTTP_PROBLEMS, 'input-invalid', 'not-allowed'),
  ...PLACE_REFUSALS,
}

PROBLEMS satisfies Record<UploadFault, unknown>

/** The JSON in one field, and the photos as files in fields of any name. */
const WithPhotos = z.object({
  signal: Signal,
  photos: z.array(z.string().openapi({ format: 'binary' })).max(MOST_PHOTOS),
})

type Needs = DirectingNeeds & { vault: Vault; enterSignal: EnterSignal; uploads: Uploads }

export const createSignal = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/signals',
    operationId: 'createSignal',
    tag: 'Signals',
    summary: 'Report a fault, or ask, complain, compliment, request or claim',
    description:
      'A fault is routed at once by the agreements. The answer says in one line who has it and by when. Without an Idempotency-Key, the same report within ten minutes is the same signal. With photos it is a form: the JSON in `signal`, the photos as files. One photo that is refused refuses all of it.',
    parameters: { headers: Headers },
    body: Signal,
    media: { 'multipart/form-data': WithPhotos },
    withPhotos: { field: 'signal', most: MOST_PHOTOS, uploads: needs.uploads },
    success: { 201: 'It is received; what became of it.', 200: 'It was received before.' },
    answer: SignalTold,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, headers, body, photos, locale, clientAddress }, refuse) {
      const { municipality, actor, organisation, by } = caller
      const town = await needs.townOf(municipality)
      if (organisation !== undefined && !town.parties.has(organisation))
        return refuse('not-allowed', { detail: 'You have no role in this municipality.' })
      if (body.alreadyDone && organisation === undefined)
        return refuse('not-allowed', { detail: 'alreadyDone is for a party.' })
      const channel = body.channel ?? CHANNELS_OF[actor][0]
      if (channel === undefined || !CHANNELS_OF[actor].includes(channel))
        return refuse('not-allowed', {
          detail: `channel can be: ${CHANNELS_OF[actor].join(', ')}.`,
        })
      if (body.tellBy && actor !== 'desk')
        return refuse('not-allowed', { detail: 'tellBy is for the desk.' })
      const { alreadyDone, seenAt, ...given } = body
      const key = headers['idempotency-key']
      const entered = await needs.enterSignal(
        municipality,
        {
          ...given,
          channel,
          clientAddress,
          source: by,
          ...(photos.length === 0 ? {} : { photos }),
          ...(key === undefined ? {} : { sourceId: key }),
          ...(seenAt === undefined ? {} : { seen_ms: Date.parse(seenAt) }),
          ...(ENTERS.includes(actor) ? { enteredBy: by } : {}),
          ...(alreadyDone && organisation !== undefined
            ? { alreadyDone: { ...alreadyDone, organisation } }
            : {}),
        },
        locale,
      )
      if (!entered.ok)
        return entered.problem === 'input-invalid'
          ? refuse('input-invalid', { faults: entered.faults, detail: detailOf(entered.faults) })
          : refuse(entered.problem, { detail: entered.detail })
      const { isRepeat, signalId } = entered
      const row = await readRow(needs, municipality, entered.number)
      const code = followCodeOf(needs.vault, municipality, signalId)
      return {
        status: isRepeat ? 200 : 201,
        body: signalTold(row, { municipality, organisation, town, locale, isRepeat, code }),
        headers: { location: hrefOf(['cases', row.number], { municipality }) },
      }
    },
  })

function detailOf([first]: readonly InputFault[]): string {
  return first ? `${first.path}: ${first.message}` : 'The request is not valid.'
}

async function readRow(
  { pool }: DirectingNeeds,
  municipality: string,
  number: string,
): Promise<CaseRow> {
  const row = await pool.read({ tenant: municipality }, (query) =>
    findCase(query, municipality, number, true),
  )
  if (!row) throw new Error(`case ${number} is gone`)
  return row
}
