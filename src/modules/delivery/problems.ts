export const DELIVERY_PROBLEMS = {
  'template-not-found': { status: 404, title: 'There is no such mail, or not in this language' },
  'template-invalid': { status: 400, title: 'This text cannot be used for this mail' },
  'mailbox-not-shown': { status: 404, title: 'This installation shows no mails' },
  'mail-not-found': { status: 404, title: 'There is no such mail' },
  'foreign-request-not-found': {
    status: 404,
    title: 'This task is not with a party that is reached by Open311',
  },
  'message-not-found': { status: 404, title: 'There is no such message' },
  'message-not-waiting': { status: 409, title: 'This message does not wait to be tried again' },
  'channel-not-found': { status: 404, title: 'No agreement reaches this organisation by a system' },
  'tested-just-now': { status: 409, title: 'This connection was tested a moment ago' },
  'sheet-unreadable': {
    status: 400,
    title: 'This is no sheet that can be read: send an xlsx, or a CSV',
  },
  'sheet-protected': {
    status: 400,
    title: 'This sheet has a password, or is of an old kind: save it as xlsx without one',
  },
  'sheet-too-large': {
    status: 413,
    title: 'The sheet is larger than is read: at most 1 MB, 1000 rows and 60 columns',
  },
  'sheet-too-slow': { status: 400, title: 'Reading the sheet took too long' },
  'sheets-busy': { status: 503, title: 'Too many sheets are being read; try again in a moment' },
  'sheet-without-columns': {
    status: 400,
    title: 'The sheet does not name the columns Task, Revision and Answer',
  },
} as const
