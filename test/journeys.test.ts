import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'node:test'
import { WALKS } from './walks.ts'

/** The ways in which a journey can be gone. */
const WAYS = ['with', 'without', 'phone', 'wide', 'nl', 'en', 'keyboard', 'axe'] as const
type Way = (typeof WAYS)[number]

/** Both gaits of a walk together: see walker.ts. */
const WALKED: readonly Way[] = WAYS
const AT_FIRST_LOOK: readonly Way[] = ['with', 'phone', 'nl']
const WITHOUT: readonly Way[] = ['without', 'phone', 'nl']

type Proof = readonly [file: string, name: string, ways: readonly Way[]]
type Journey = {
  walks?: readonly string[]
  /** A test by its file and its name, or how the name begins. */
  tests?: readonly Proof[]
  /** Which way is not gone, and why not. */
  not?: Partial<Record<Way, string>>
}

const ONE_LOOK = 'its page is looked at in each look by without-scripts.browser.test.ts'
const NEEDS = 'it is what a script does: without, nothing of it is offered'

/** Every journey through the web app, and what proves it. */
const JOURNEYS: Readonly<Record<string, Journey>> = {
  'report by words': { walks: ['a report by words and the number on the pole'] },
  'report by category, by the code on the pole': {
    walks: ['a report by category, from the code on the pole'],
  },
  'report by a street': { walks: ['a report by a street, and which lamp in it'] },
  'report by the map': {
    tests: [
      ['report-page', 'takes a place of the map by the keyboard', [...AT_FIRST_LOOK, 'keyboard']],
    ],
    not: { without: NEEDS, wide: ONE_LOOK, en: ONE_LOOK, axe: ONE_LOOK },
  },
  'danger is called first': { walks: ['danger, which is called first'] },
  'what is no fault': { walks: ['a question, which is no fault'] },
  'me too': { walks: ['me too'] },
  'a photo': {
    walks: ['a report with a photo'],
    tests: [['report-page', 'sends words, an address, consent and a photo', AT_FIRST_LOOK]],
  },
  'kept without a connection, and sent once': {
    tests: [
      ['report-page', 'stays on the device, leaves once', [...AT_FIRST_LOOK, 'axe']],
      ['report-page', 'leaves on the next visit where the page was closed', AT_FIRST_LOOK],
      [
        'report-offline',
        'shows our own page, which goes on by itself',
        ['with', 'phone', 'wide', 'nl', 'en', 'axe'],
      ],
    ],
    not: { without: NEEDS, keyboard: 'it goes on by itself; its one link is as any other' },
  },
  'follow by number and code, solved': {
    walks: ['following by number and code, and saying that it is solved'],
  },
  'not solved': { walks: ['saying that it is not solved'] },
  disagree: { walks: ['disagreeing with what will not be done'] },
  'subscribe by mail and stop': { walks: ['following a neighbourhood by mail, and stopping'] },
  'subscribe to a case': { walks: ['following a case by mail'] },
  neighbourhood: { walks: ['following a neighbourhood by mail, and stopping'] },
  map: {
    walks: ['the map by its list'],
    tests: [['map', 'tells by keyboard what stands in its middle', ['with', 'keyboard']]],
  },
  'answer page of a party': { walks: ['the answer of a party without software'] },
  'desk: today and closing': { walks: ['the desk: what waits, closed with a reason'] },
  'desk: intake': {
    walks: ['the desk: taking in a report'],
    tests: [['desk-pages', 'goes by the keyboard alone', [...AT_FIRST_LOOK, 'keyboard']]],
  },
  'desk: overrule': { walks: ['the desk: overruled with a reason'] },
  'desk: join and split': { walks: ['the desk: joined with another, and split off again'] },
  'desk: moderation': { walks: ['the desk: what everybody may read'] },
  'desk: tell': { walks: ['the desk: telling a reporter who gets no mail'] },
  'desk: two at once': {
    walks: ['the desk: what another does'],
    tests: [['desk-pages', 'see within a second what the other', AT_FIRST_LOOK]],
  },
  'account by invitation, signing in and out': {
    walks: ['an account by invitation, signing in and out'],
  },
  'second factor': { walks: ['a second factor, and signing in with it'] },
  passkey: {
    walks: ['a passkey, where scripts run'],
    tests: [['web-account', 'is taken with a passkey, which then lets in', AT_FIRST_LOOK]],
  },
  sessions: { walks: ['sessions: ending that of another device'] },
  'administration: people': {
    walks: ['administration: a role for somebody'],
    tests: [['web-administration', 'gives a role until a day, sets a deputy', WITHOUT]],
  },
  'administration: keys and invitations': { walks: ['administration: a key, an invitation'] },
  'administration: who saw what': { walks: ['administration: who saw what of whom'] },
  'administration: texts of mails': { walks: ['administration: the text of a mail'] },
  demo: {
    tests: [
      [
        'demo',
        'shows each step as it happens, to the lamp that burns again',
        ['with', 'without', 'phone', 'wide', 'nl', 'axe'],
      ],
    ],
    not: {
      en: 'a word that English lacks does not compile',
      keyboard: 'one button; its page has no other control',
    },
  },
}

describe('the table of journeys', () => {
  it('has every way of each journey, or says why not', () => {
    for (const [name, { walks = [], tests = [], not = {} }] of Object.entries(JOURNEYS)) {
      const gone = new Set([...(walks.length > 0 ? WALKED : []), ...tests.flatMap(([, , w]) => w)])
      const left = WAYS.filter((way) => !gone.has(way))
      assert.deepEqual(Object.keys(not).toSorted(), left.toSorted(), name)
    }
  })

  it('names tests that there are', async () => {
    for (const { tests = [] } of Object.values(JOURNEYS))
      for (const [file, name] of tests) {
        const text = await readFile(
          path.join(import.meta.dirname, `${file}.browser.test.ts`),
          'utf8',
        )
        assert(new RegExp(`\\bit\\(\\s*['\`]${name}`).test(text), `${file} has “${name}”`)
      }
  })

  it('has every walk, and no other', () => {
    const named = Object.values(JOURNEYS).flatMap(({ walks = [] }) => walks)
    assert.deepEqual([...new Set(named)].toSorted(), WALKS.map(([name]) => name).toSorted())
  })
})
