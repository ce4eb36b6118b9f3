import type { MilestoneTerm, SignalFacts } from '#modules/agreements'
import type { OfficeKind } from '#modules/directory'
import type { Membership } from './clusters.ts'
import type { TellBy } from './told-by-hand.ts'

/** A photo as the journal knows it: a digest of the picture under a key that can be destroyed, and no file. */
export type PhotoFact = { id: string; digest: string }

/** What a signal said and where, without a word that a person wrote: those are sealed in the vault. */
export type SignalData = {
  signalId: string
  received_ms: number
  /** When it was seen, where the sender says so. */
  seen_ms?: number
  channel: string
  /** Absent: a fault that a person tells. `device`: a fault that a thing tells of itself. Else what an office answers. */
  kind?: 'device' | OfficeKind
  /** Which key of the municipality's staff or of a party typed it in. */
  enteredBy?: string
  /** The contact is of somebody else than whoever typed it in. */
  isOnBehalf?: true
  /** What is wrong with the thing, in its own terms; a device may clear it again. */
  condition?: string
  /** The clock of the sender is too far from ours to go by `seen_ms`. */
  isTimeSuspect?: true
  source: string
  /** A pseudonym of the sender's own id, or of all that was sent; the same again is the same signal. */
  sourceId: string
  isFingerprint: boolean
  /** Empty where what is no fault names none. */
  category: string
  /** Absent for confidential categories: then only the areas are kept in the open. */
  place?: { lon: number; lat: number }
  areas: readonly string[]
  asset?: NonNullable<SignalFacts['asset']>
  /** Two owners within the error of the position: the decision was made all the same, and says so. */
  isAssetUncertain: boolean
  /** What its object hangs from, the lowest first, where agreements say from how many that is one problem. */
  circuit?: readonly Membership[]
  /** Of the words; absent where a thing told of itself, and nothing was sealed. */
  textDigest?: string
  photos?: readonly PhotoFact[]
  person?: string
  /** The language in which whoever reported it is answered. */
  locale?: 'nl' | 'en'
  /** Present where an e-mail address was given; the address itself is in the vault. */
  wantsMail?: true
  /** Whether the sender lets it be shown to everybody; absent where that was not asked. */
  mayPublish?: boolean
  /** Somebody is threatened in its words. */
  hasThreat?: true
  /** Somebody at the desk tells whoever reported it how it goes. */
  tellBy?: TellBy
  /** Somebody wrote something with it that is in the vault. */
  hasWords?: true
}

/** One that was recorded without `counted` moves by the time itself when the clock stands still. */
export type PartyTerm = MilestoneTerm
