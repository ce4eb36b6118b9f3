import { accountEn } from './account-en.ts'
import { administrationEn } from './administration-en.ts'
import { answerEn } from './answer-en.ts'
import { areaEn } from './area-en.ts'
import { calledEn } from './called-en.ts'
import { caseEn } from './case-en.ts'
import { deliveriesEn } from './deliveries-en.ts'
import { demoEn } from './demo-en.ts'
import { deskEn } from './desk-en.ts'
import { followEn } from './follow-en.ts'
import { mailTextsEn } from './mail-texts-en.ts'
import { mailboxEn } from './mailbox-en.ts'
import { mapEn } from './map-en.ts'
import type { Words } from './nl.ts'
import { reportEn } from './report-en.ts'
import { signInEn } from './sign-in-en.ts'
import { subscribeEn } from './subscribe-en.ts'
import { workEn } from './work-en.ts'
import { wrongfulEn } from './wrongful-en.ts'

/** The same in English. */
export const en: Words = {
  answer: answerEn,
  work: workEn,
  wrongful: wrongfulEn,
  report: reportEn,
  area: areaEn,
  page: caseEn,
  called: calledEn,
  followOwn: followEn,
  account: accountEn,
  administration: administrationEn,
  deliveries: deliveriesEn,
  signIn: signInEn,
  subscribe: subscribeEn,
  frame: {
    skip: 'Skip to the content',
    home: 'All municipalities',
    menu: 'Menu',
    nearby: 'All reports',
    map: 'Map',
    reportIt: 'Report something',
    report: 'Report',
    follow: 'Your report',
    language: 'Language',
    appearance: 'Appearance',
    appearances: { automatic: 'Automatic', light: 'Light', dark: 'Dark' },
    footer: 'Lantaarn shows who is working on it, and by when it should be done.',
    desk: 'Desk',
    account: 'Your account',
    signIn: 'Sign in',
    api: 'For systems: the API',
  },
  copy: { link: 'Copy the link of this page', done: 'The link was copied' },
  start: {
    title: 'Who does it, and by when?',
    intro:
      'Choose your municipality. You see which reports are open, who is working on them and by when they should be done.',
    municipalities: 'Municipalities',
    none: 'No municipality takes part yet.',
  },
  town: {
    title: (town) => `Reports in ${town}`,
    intro: 'Everybody can follow here what happens to a report.',
    number: 'Number of the report',
    find: 'Find',
    followOwn: 'Do you have a code? Follow your own report',
    open: 'Open reports',
    noOpen: 'There are no open reports now.',
    report: { sees: 'Do you see something?', go: 'Report it' },
    older: 'Older reports',
    newest: 'Back to the newest',
    lately: 'Solved lately',
    noLately: 'Nothing has been solved yet.',
    figures: 'Figures',
    noFigures: 'There are no figures of the last 30 days yet.',
    figuresNote:
      'Over the last 30 days. Each figure counts something else: do not add them together.',
    figure: {
      handedOver: ['Handed over', 'sent to a party'],
      received: ['Received', 'arrived at the party'],
      done: ['Said to be done', 'by the party itself'],
      confirmed: ['Confirmed', 'somebody else saw that it is right'],
      unchallenged: ['Unchallenged', 'nobody said that it is wrong'],
      contested: ['Contested', 'somebody said that it is wrong'],
    },
  },
  case: {
    kinds: {
      fault: 'Report',
      question: 'Question',
      complaint: 'Complaint',
      compliment: 'Compliment',
      request: 'Request',
      'damage-claim': 'Damage claim',
    },
    object: 'Object',
    near: (street: string) => `Near ${street}`,
    reportedOn: 'Reported on',
    solvedOn: 'Closed on',
    late: 'Late',
    danger: 'Danger',
    urgent: 'Urgent',
  },
  demo: demoEn,
  desk: deskEn,
  mailTexts: mailTextsEn,
  mailbox: mailboxEn,
  map: mapEn,
  errors: {
    faults: 'Something is not right yet',
    missing: {
      title: 'This page is not there',
      text: 'Perhaps the address is not right, or not everybody may see this page.',
      check:
        'Check the address of the page. Is the number of a report in it? That looks like this:',
      lookIn: 'Look in the',
      list: 'list of open reports',
      call: 'Was it about something personal? Call your municipality. Keep the number of your report at hand.',
    },
    unread: {
      title: 'We could not read this form',
      text: 'It is too long, or it was damaged on its way. Nothing was changed.',
      steps: ['Go back and send it again.', 'Make a long text shorter.'],
    },
    trouble: {
      title: 'This does not work now',
      text: 'Something went wrong on our side. Nothing of yours was changed.',
      steps: [
        'Wait a few minutes and try again.',
        'Is there danger? Call 112. Is it urgent? Call your municipality.',
      ],
    },
    next: 'What can you do?',
    again: 'Try again',
    toTown: (town) => `To the reports of ${town}`,
  },
}
