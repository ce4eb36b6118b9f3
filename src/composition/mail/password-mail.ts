import type { Clock } from '#kernel/clock'
import type { Identity } from '#modules/identity'
import { byMailTo } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import { OUTBOX } from '#platform/outbox'
import { insertRows } from '#platform/table'
import type { Wake } from '#platform/wake'
import type { ComposeMail } from './mail-sender.ts'

export const PASSWORD_TYPE = 'nl.lantaarn.new-password.v1'

/** Has the link to a new password mailed. The message holds an id alone: address and link are made when it leaves. */
export function createLayPasswordMail(needs: { pool: Pool; clock: Clock; wake: Wake }) {
  return async ({ municipality: tenant, id }: { municipality: string; id: string }) => {
    const now_ms = needs.clock()
    const row = {
      tenant,
      id,
      destination: byMailTo('passwords'),
      ordering_key: `${id}/new-password`,
      sequence: 1,
      type: PASSWORD_TYPE,
      body: { reset: id },
      created_at: now_ms,
      due_at: now_ms,
    }
    await needs.pool.write({ tenant }, (query) =>
      query(insertRows({ ...OUTBOX, onConflict: 'ignore' }, [row])),
    )
    needs.wake.ring('outbox', [row.destination])
  }
}

/** In Dutch and in English: whose account it is says not which language they read. */
export function composePasswordMail(needs: {
  identity: Pick<Identity, 'passwordResets'>
  publicUrl: () => string
}): ComposeMail {
  return async ({ tenant, body }) => {
    const { reset } = body as { reset: string }
    const mail = await needs.identity.passwordResets.mailOf({ municipality: tenant, id: reset })
    // Used or over before the mail left.
    if (!mail) return undefined
    return {
      to: mail.to,
      subject: 'Een nieuw wachtwoord voor Lantaarn',
      text: [
        'Iemand heeft om een nieuw wachtwoord gevraagd voor het account met dit e-mailadres.',
        'Kies het op deze pagina:',
        `${needs.publicUrl()}/new-password/${mail.token}`,
        '',
        'De link werkt één uur, en één keer. Stuur deze mail niet door.',
        'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
        '',
        'Somebody asked for a new password for the account with this address. Choose it by the link above.',
        'It works for one hour, and once. If you did not ask for it, do nothing: your password stays as it is.',
      ].join('\n'),
    }
  }
}
