import type { Clock } from '#kernel/clock'
import type { Identity } from '#modules/identity'
import { byMailTo } from '#platform/by-mail'
import type { Pool } from '#platform/database'
import { OUTBOX } from '#platform/outbox'
import { insertRows } from '#platform/table'
import type { Wake } from '#platform/wake'
import type { Towns } from '../town.ts'
import type { ComposeMail } from './mail-sender.ts'

export const INVITATION_TYPE = 'nl.lantaarn.invitation.v1'

/** Has an invitation mailed. The message holds its id: the address is read when the mail leaves. */
export function createLayInvitation(needs: { pool: Pool; clock: Clock; wake: Wake }) {
  return async (tenant: string, invitation: string): Promise<void> => {
    const now_ms = needs.clock()
    const row = {
      tenant,
      id: invitation,
      destination: byMailTo('invitations'),
      ordering_key: `${invitation}/invitation`,
      sequence: 1,
      type: INVITATION_TYPE,
      body: { invitation },
      created_at: now_ms,
      due_at: now_ms,
    }
    await needs.pool.write({ tenant }, (query) =>
      query(insertRows({ ...OUTBOX, onConflict: 'ignore' }, [row])),
    )
    needs.wake.ring('outbox', [row.destination])
  }
}

/** Where an invitation is taken. */
export function invitationUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/invitation/${token}`
}

const DAY = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Amsterdam',
})

/** To whoever was invited, in Dutch and in English: their language is not known yet. */
export function composeInvitation(needs: {
  identity: Pick<Identity, 'invitations'>
  towns: Towns
  publicUrl: () => string
}): ComposeMail {
  return async ({ tenant, body }) => {
    const { invitations } = needs.identity
    const found = await invitations.read(tenant, (body as { invitation: string }).invitation)
    // Used or taken back before the mail left.
    if (!found || found.isUsed || found.address === undefined) return undefined
    const town = needs.towns.find(tenant)?.name ?? tenant
    const url = invitationUrl(needs.publicUrl(), invitations.tokenOf(found))
    return {
      to: found.address,
      subject: `Uitnodiging: meldingen van ${town}`,
      text: [
        `De gemeente ${town} nodigt u uit om mee te werken aan meldingen.`,
        'Open deze pagina om uw account te maken, of om uw nieuwe rol te krijgen:',
        url,
        '',
        `De link werkt één keer, tot en met ${DAY.format(found.expires_ms)}. Stuur deze mail niet door.`,
        'Verwachtte u dit niet? Dan hoeft u niets te doen.',
        '',
        `The municipality of ${town} invites you to work on reports. The link above makes your account.`,
        'It works once. Please do not pass this mail on. If you did not expect it, do nothing.',
      ].join('\n'),
    }
  }
}
