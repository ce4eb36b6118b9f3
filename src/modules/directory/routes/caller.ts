import { type Operation, operationsFor } from '#platform/operation'
import { KEY_KINDS } from '../directory.ts'

/** Who can call: anybody, or whoever has a key of this kind. */
export const ACTORS = ['public', ...KEY_KINDS] as const
export type Actor = (typeof ACTORS)[number]

type Anyone = {
  actor: Actor
  /** As the journal names who did it: a key's id, never a person. */
  by: string
}

/** Somebody who asks about one municipality. */
export type TownCaller = Anyone & {
  municipality: string
  /** Desk or administrator of this very municipality. */
  isStaff: boolean
  /** Of a party's key. */
  organisation?: string
}

/** Somebody who asks about what is theirs: a municipality's, or an organisation's in all municipalities. */
export type OwnCaller = Anyone & {
  of: { municipality: string } | { organisation: string; municipality?: string }
}

export const townOperation = operationsFor<TownCaller>({ isOfOneTenant: true })
export const ownOperation = operationsFor<OwnCaller>({ isOfOneTenant: false })

export type AnyOperation = Operation<TownCaller & OwnCaller>
