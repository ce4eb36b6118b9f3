import type { Clock } from '#kernel/clock'
import type { Identity } from '#modules/identity'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type { Towns } from '../town.ts'

/** What a mail is written from, at the moment when it leaves. */
export type MailNeeds = {
  pool: Pool
  worker: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  publicUrl: () => string
  /** To which parties reply; absent: nobody can. */
  replyTo?: string | undefined
  identity: Pick<Identity, 'invitations' | 'passwordResets'>
}
