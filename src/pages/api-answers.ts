/** What the pages use of what the API answers; they know it as any client does, from its document. */

type Named = { id: string; name: string }
type InBoth = { nl: string; en: string }

export type Verification = 'confirmed' | 'unchallenged' | 'contested' | 'none'

export type Kind = 'fault' | OfficeKind
export const OFFICE_KINDS = [
  'question',
  'complaint',
  'compliment',
  'request',
  'damage-claim',
] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

export type CaseTold = {
  number: string
  status: 'open' | 'done' | 'closed'
  closedAs?:
    | 'confirmed'
    | 'unchallenged'
    | 'cleared'
    | 'will-not-be-done'
    | 'owner-only'
    | 'left'
    | 'settled-by-desk'
    | 'forwarded'
  kind: Kind
  forwardedTo?: string
  verification: Verification
  line: string
  /** Absent of what is no fault, where it names none or is not told. */
  category?: { id: string; name?: InBoth }
  visibility: 'public' | 'status-only' | 'confidential'
  priority: 'normal' | 'urgent' | 'danger'
  signals: number
  openedAt: string
  updatedAt: string
  reporterBy?: string
  madeSafeAt?: string
  doneAt?: string
  closedAt?: string
  place?: { lon: number; lat: number }
  asset?: { id: string; type?: string; publicNumber?: string }
  isAssetUncertain?: boolean
  ownerOnly?: Named
  recurrenceOf?: string
  question?: { askedAt: string; replyBy: string; repliedAt?: string; lapsedAt?: string }
  atDesk?: DeskReason[]
}

export type StepTold = {
  number: number
  party: Named
  category: { id: string; name?: InBoth }
  status: string
  handedOverAt?: string
  receivedAt?: string
  acceptedAt?: string
  plannedOn?: string
  startedAt?: string
  madeSafeAt?: string
  onSiteAt?: string
  workingAt?: string
  doneAt?: string
  endedAt?: string
  suspension?: { reason: string; name: InBoth; since: string; until: string }
  because?: { cause: string; words: InBoth }
}

export type PhotoTold = { id: string; href: string; thumbnail: string }

/** What somebody wrote and sent, as the desk reads it. */
export type Described = {
  signal: string
  channel: string
  enteredBy?: string
  isOnBehalf?: boolean
  receivedAt: string
  text?: string
  address?: string
  mayPublish?: boolean
  hasThreat?: true
  proposal?: string
  photos?: PhotoTold[]
}

/** A photo that an answer named. */
export type Evidence = PhotoTold & { assignment: string; answer: string }

/** What the desk released of it to everybody. */
export type Released = { signal: string; text?: string; photos: PhotoTold[] }

export type CaseInFull = CaseTold & {
  steps: StepTold[]
  dialogue?: { question?: string; reply?: string }
  duty?: {
    isUnattended: boolean
    calls: { contact: string; calledAt: string; until: string }[]
    takenOverAt?: string
    takenOverBy?: string
  }
  descriptions?: Described[]
  evidence?: Evidence[]
  published?: Released[]
}

type InWords = { sentence: string; because: string[]; notChosen: string[] }
export type DecisionTold = {
  id: string
  decidedAt: string
  inWords: { nl: InWords; en: InWords }
  notListed: { count: number }[]
}

export type AssetTold = {
  id: string
  type: string
  publicNumber?: string
  place: { lon: number; lat: number }
  street?: string
  distance?: number
}

export type AreaTold = Named

export type FiguresTold = {
  handedOver: number
  received: number
  done: number
  confirmed: number
  unchallenged: number
  contested: number
}

/** A task with its address, as the desk sees it. */
export type AssignmentTold = {
  id: string
  status: string
  party: Named
  agreement: { title?: string; id: string }
  held?: 'confirm' | 'paused'
  case: { number: string }
}

export const DESK_REASONS = [
  'danger-unacknowledged',
  'no-agreement',
  'owner-only',
  'left',
  'enforces',
  'not-ours-limit',
  'will-not-be-done',
  'contested-again',
  'delivery-stuck',
  'tell-the-party',
  'confirm',
  'paused',
  'conflict',
  'no-address',
  'done-unasked',
  'term-near',
  'term-broken',
] as const
export type DeskReason = (typeof DESK_REASONS)[number]

export type PageTold<Item> = { items: Item[]; next?: string }
