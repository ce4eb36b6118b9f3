import type { Clock } from '#kernel/clock'
import { DUTY_TYPES } from '#modules/delivery'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import type { Towns } from '../town.ts'
import { composeDutyCall, composeDutyTakenOver } from './duty-mails.ts'
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
export function mailComposers(needs: MailNeeds): Readonly<Record<string, ComposeMail>> {
  return {
    [DUTY_TYPES.called]: composeDutyCall(needs),
    [DUTY_TYPES.takenOver]: composeDutyTakenOver(needs),
  }
}
