import type { CalledWords } from './called-nl.ts'

/** The same in English. */
export const calledEn: CalledWords = {
  title: 'Danger: do you take it over?',
  ask: 'Press the button if you see to it now. Then we warn nobody else.',
  askSafe: 'Is the place safe? Tell us here. The repair follows after that.',
  thanks: 'Thank you. It is noted.',
  over: 'This is not marked as danger any more.',
  expiredTitle: 'This link has expired',
  expired: 'Call the desk if you want to say something about this.',
  point: 'Place',
  openMap: 'Open in a map app',
}
