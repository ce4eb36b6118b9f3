export const DELIVERY_PROBLEMS = {
  'template-not-found': { status: 404, title: 'There is no such mail, or not in this language' },
  'template-invalid': { status: 400, title: 'This text cannot be used for this mail' },
  'mailbox-not-shown': { status: 404, title: 'This installation shows no mails' },
  'mail-not-found': { status: 404, title: 'There is no such mail' },
} as const
