import type { Clock } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type { Towns } from '../town.ts'
import type { ComposeMail } from './mail-sender.ts'

export type MailNeeds = {
  pool: Pool
  worker: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  publicUrl: () => string
}

/** Every type of message that leaves by mail, with what writes it. */
export function mailComposers(_needs: MailNeeds): Readonly<Record<string, ComposeMail>> {
  return {}
}
