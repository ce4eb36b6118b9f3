import type { deliveriesNl } from './deliveries-nl.ts'

export const deliveriesEn: typeof deliveriesNl = {
  title: 'Deliveries',
  intro: 'How parties get their work, and whether it arrives.',
  parties: 'Parties',
  noParties: 'No party gets work by a system or by mail yet.',
  kinds: { webhook: 'own system', open311: 'own Open311 server', email: 'mail', mail: 'mail' },
  works: 'No fault',
  rests: 'Does not work now',
  unset: 'No address',
  waiting: (count) => (count === 1 ? '1 message waits' : `${count} messages wait`),
  digest: (count, moment) =>
    `${count === 1 ? '1 message goes' : `${count} messages go`} with the digest of ${moment}`,
  limits: (atOnce, perMinute) =>
    [
      atOnce === undefined ? '' : `at most ${atOnce} at once`,
      perMinute === undefined ? '' : `at most ${perMinute} in a minute`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  asking: 'To ask how it stands fails:',
  test: 'Test',
  testOf: (name, kind) => `Test how ${name} is reached (${kind})`,
  tested: (name) => `The test of ${name}`,
  good: 'good',
  wrong: 'wrong',
  steps: {
    endpoint: 'Address is set',
    name: 'Name found',
    connection: 'Connected',
    tls: 'Secure connection',
    answer: 'Answer received',
    signature: 'Signature accepted',
    discovery: 'Description of the server',
    services: 'List of services',
    mapping: 'Category exists there',
    'test-request': 'Test report taken',
    mail: 'Test mail sent',
  },
  waits: 'Failed, and waits for another attempt',
  soon: (count) =>
    count === 1
      ? 'Nothing has failed. One message goes out soon.'
      : `Nothing has failed. ${count} messages go out soon.`,
  nothingWaits: 'Nothing has failed, and nothing waits.',
  retry: 'Try now',
  follower: 'a system that follows',
  retryOf: (type, name) => `Try ${type}${name === '' ? '' : ` to ${name}`} now`,
  next: 'Next attempt:',
  forPerson: {
    unsure: 'Goes only when you say so. Call the party first: it may have it already.',
    refused: 'Goes only when you say so. The mailbox has refused it for a month.',
  },
  attempts: (count) => (count === 1 ? '1 attempt' : `${count} attempts`),
  log: 'Each attempt',
  logText: 'Of the last 90 days.',
  noLog: 'No attempt was made here yet.',
  organisation: 'Party',
  everyone: 'all parties',
  filter: 'Filter',
  outcomes: {
    delivered: 'Arrived',
    failed: 'Failed',
    'left-to-person': 'To be told by the desk',
    'waits-for-person': 'Waits for you',
  },
}
