const nl = {
  title: 'Postvak van dit systeem',
  intro:
    'Hier ligt de post die dit systeem zou versturen. Er is nog geen mailserver ingesteld: er gaat niets naar buiten.',
  none: 'Er is nog geen post. Doe een melding, dan krijgt de partij hier bericht.',
  older: 'Oudere post',
  from: 'Van',
  to: 'Aan',
  date: 'Verstuurd',
}

const en: typeof nl = {
  title: 'Mailbox of this system',
  intro:
    'Here lies the mail that this system would send. No mail server is set yet: nothing leaves this machine.',
  none: 'There is no mail yet. Make a report, and its party gets word here.',
  older: 'Older mail',
  from: 'From',
  to: 'To',
  date: 'Sent',
}

/** What the local mailbox says. */
export const MAILBOX_WORDS = { nl, en }
