import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { byDay, shortIdOf, wordKeyOf } from '../web/app/features/administration/processings.ts'
import { processingLogEn } from '../web/app/messages/processing-log-en.ts'
import { processingLogNl } from '../web/app/messages/processing-log-nl.ts'

/** Operations about people or their words, each of which may open what is sealed. */
const OF_PEOPLE = [
  ...['Signals', 'Cases', 'Directing', 'Reporters', 'Following', 'Danger', 'Assignments'],
  ...['Wrongful reports', 'Subscriptions', 'Things'],
]
/** Operations that open nothing that is sealed for one person; an account's own data is not in this log. */
const OF_NOBODY = [
  ...['Map', 'Figures', 'Agreements', 'Deliveries', 'Mail texts', 'Mailbox', 'Parties'],
  ...['Accounts', 'Places', 'Categories', 'Changes'],
]

async function operations(): Promise<{ id: string; tag: string }[]> {
  const { paths } = JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8'))
  return Object.values<Record<string, { operationId?: string; tags?: string[] }>>(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId: id, tags: [tag = ''] = [] }) =>
      id === undefined ? [] : [{ id, tag }],
    )
}

it('every operation that may show personal data has words in the log, in each language', async () => {
  const all = await operations()
  assert(all.length > 100)
  const tags = new Set(all.map(({ tag }) => tag))
  assert.deepEqual([...tags].sort(), [...OF_PEOPLE, ...OF_NOBODY].sort(), 'decide of a new kind')
  const logged = all.filter(({ tag }) => OF_PEOPLE.includes(tag))
  for (const { did } of [processingLogNl, processingLogEn])
    for (const { id } of logged) assert(did[id], `${id} has no words`)
  const known = new Set(['mail', ...all.map(({ id }) => id)])
  assert.deepEqual(
    Object.keys(processingLogNl.did).filter((name) => !known.has(name)),
    [],
    'words of an operation that is not there',
  )
  assert.deepEqual(Object.keys(processingLogEn.did), Object.keys(processingLogNl.did))
  assert.deepEqual(Object.keys(processingLogEn.subjects), Object.keys(processingLogNl.subjects))
})

it('looks of one person at one thing on one day are told once, and of another day or person apart', () => {
  const seen = (start_time: string, by = 'account/a', name = 'readCase') => ({
    name,
    by,
    start_time,
    attributes: {
      'dpl.core.data_subject_id': 'signal/1',
      'dpl.core.data_subject_id_type': 'signal',
    },
  })
  const days = byDay(
    [
      seen('2026-06-09T10:00:00Z'),
      seen('2026-06-09T09:00:00Z', 'account/b'),
      seen('2026-06-09T08:00:00Z'),
      seen('2026-06-08T08:00:00Z'),
    ],
    (iso) => iso.slice(0, 10),
  )
  assert.deepEqual(
    days.map(({ day, looks }) => [day, looks.map(({ by, count, first }) => [by, count, first])]),
    [
      [
        '2026-06-09',
        [
          ['account/a', 2, '2026-06-09T08:00:00Z'],
          ['account/b', 1, '2026-06-09T09:00:00Z'],
        ],
      ],
      ['2026-06-08', [['account/a', 1, '2026-06-08T08:00:00Z']]],
    ],
  )
})

it('all mails are one thing, and a short id is the end of a long one', () => {
  assert.equal(wordKeyOf('mail:nl.lantaarn.assignment.offered.v1'), 'mail')
  assert.equal(wordKeyOf('readCase'), 'readCase')
  assert.equal(shortIdOf('signal/01890000-0000-7000-8000-00000012abcd'), '12abcd')
})
