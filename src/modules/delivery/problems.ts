export const DELIVERY_PROBLEMS = {
  'template-not-found': { status: 404, title: 'There is no such mail, or not in this language' },
  'template-invalid': { status: 400, title: 'This text cannot be used for this mail' },
  'mailbox-not-shown': { status: 404, title: 'This installation shows no mails' },
  'mail-not-found': { status: 404, title: 'There is no such mail' },
  'foreign-request-not-found': {
    status: 404,
    title: 'This task is not with a party that is reached by Open311',
  },
  'message-not-waiting': { status: 409, title: 'This message does not wait to be tried again' },
  'channel-not-found': { status: 404, title: 'No agreement reaches this organisation by a system' },
  'tested-just-now': { status: 409, title: 'This connection was tested a moment ago' },
} as const
