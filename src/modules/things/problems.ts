/** What is wrong with an event. Each such event is kept among the rejects. */
export const THING_PROBLEMS = {
  'event-unreadable': { status: 400, title: 'This cannot be read as CloudEvents' },
  'event-invalid': { status: 400, title: 'An attribute of the event is missing or wrong' },
  'event-type-unknown': { status: 400, title: 'Events of this type are not taken here' },
  'event-data-invalid': { status: 400, title: 'The data of the event are not valid' },
  'event-asset-unknown': { status: 400, title: 'No object with this id or number is known here' },
  'event-category-unknown': {
    status: 400,
    title: 'This category does not exist here, or things cannot report in it',
  },
  'batch-too-large': { status: 400, title: 'There are too many events in this batch' },
  'sender-unknown': {
    status: 403,
    title: 'No API key of this municipality stands behind the topic of this message',
  },
  'source-foreign': { status: 403, title: 'This source belongs to another API key' },
} as const

export type RefusalReason = keyof typeof THING_PROBLEMS
