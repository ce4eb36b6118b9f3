/** What the mailbox of an installation that tries things out says in Dutch. */
export const mailboxNl = {
  title: 'Postvak van dit systeem',
  intro:
    'Hier ligt de post die dit systeem zou versturen. Er is nog geen mailserver ingesteld: er gaat niets naar buiten.',
  none: 'Er is nog geen post.',
  report: 'Doe een melding',
  after: 'dan krijgt de partij hier bericht.',
  older: 'Oudere post',
  from: 'Van',
  to: 'Aan',
  date: 'Verstuurd',
  back: 'Terug naar alle post',
}

export type MailboxWords = typeof mailboxNl
