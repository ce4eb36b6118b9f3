import { type Operation, operationsFor } from '#platform/operation'
import { KEY_KINDS } from '../directory.ts'

/** Who can call: anybody, whoever has a key of this kind, or whoever holds a link. */
export const ACTORS = ['public', ...KEY_KINDS, 'link'] as const
export type Actor = (typeof ACTORS)[number]

/** What a link can be for: a party's answer, a reporter's own signal, a duty officer's
 * acknowledgement, somebody who is invited to have an account, whoever gets mail of what they follow, all the open
 * work of a party in one municipality. */
export const LINK_KINDS = [
  'assignment',
  'report',
  'duty',
  'invitation',
  'subscriber',
  'work',
] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What the caller's link is about; admission has seen that this is what is asked for. */
export type CallerLink = { kind: LinkKind; subject: string; revision: number; isExpired: boolean }

type Anyone = {
  actor: Actor
  /** As the journal names who did it: the id of a key or of an account, never a name. */
  by: string
  /** Of the municipality that it is about, and allowed to see what people wrote. */
  isStaff: boolean
  /** Of whoever has signed in. */
  account?: { id: string; session: string; lacksSecondFactor: boolean }
  /** Of whoever holds a link and has no key. */
  link?: CallerLink
}

/** Somebody who asks about one municipality. */
export type TownCaller = Anyone & {
  municipality: string
  /** Of a party's key. */
  organisation?: string
  /** Where an approver's role alone allows it: the highest price, in euro cents, that they may agree to. */
  upTo_cents?: number
}

/**
 * Somebody who asks about what is theirs: a municipality's, an organisation's in all municipalities, or the one
 * thing in a municipality that a link is about.
 */
export type OwnCaller = Anyone & {
  of:
    | { municipality: string }
    | { organisation: string; municipality?: string }
    | { municipality: string; only: string }
}

export const townOperation = operationsFor<TownCaller>({ isOfOneTenant: true })
export const ownOperation = operationsFor<OwnCaller>({ isOfOneTenant: false })

export type AnyOperation = Operation<TownCaller & OwnCaller>
