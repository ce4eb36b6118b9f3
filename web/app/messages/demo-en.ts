import type { DemoWords } from './demo-nl.ts'

/** What the demonstration of the sample town says in English. */
export const demoEn: DemoWords = {
  title: 'Break a lamp',
  intro:
    'This is a sample municipality. With this button a street light breaks. The light reports that itself. You see step by step what happens, until it is on again.',
  submit: 'Break a lamp',
  again: 'Break another',
  none: 'There is no lamp left that works. Come back later.',
  often: 'You did this often. Wait a minute.',
  trouble: 'That did not work. Try again in a few minutes.',
  follow: (number) => `Report ${number}`,
  lamp: (number) => `Lamp ${number} is out`,
  anyLamp: 'A lamp is out',
  why: 'Why to this party',
  steps: 'What happened',
  confirmed: 'The lamp itself says that it is on again. That confirms it.',
  over: 'This is over.',
  refreshes: 'New steps appear here by themselves.',
  still: 'Stop refreshing',
  case: 'See the report',
}
