import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { describe, test } from 'node:test'
import pg from 'pg'
import { sealRemark } from '#modules/cases'
import { enterCategories } from '#modules/categories'
import { createLog } from '#platform/log'
import { destroyPerson } from '../src/composition/destroy-personal-data.ts'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { readMail } from './read-mail.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const PUBLIC = 'https://meldingen.example.nl'
const HOUR_MS = 3_600_000

const openMailTown = (own: Parameters<typeof openTown>[0] = {}) =>
  openTown({ roles: ['work'], publicUrl: () => PUBLIC, ...own })

const lampBy = (town: SmallTown, email: string, locale: 'nl' | 'en' = 'nl', asset = 'L3') =>
  town.report({ category: 'lamp-out', asset, contact: { email }, locale })

/** Every mail that is due has left; each as its reader sees it, in the order of their moments. */
async function mailsOf(town: SmallTown) {
  await settled(town)
  return (await town.mails()).map(readMail)
}

const steps = async (town: SmallTown) =>
  (await mailsOf(town)).map(({ to, subject }) => `${to}: ${subject.replace(/GM\S+/, '#')}`).sort()

async function rowsOf(town: SmallTown): Promise<{ body: object; ordering_key: string }[]> {
  return outbox(town, `select to_jsonb(o) as row from platform.outbox o where destination = 'mail'`)
}

async function settled(town: SmallTown): Promise<void> {
  const waiting = `
    select to_jsonb(o) as row from platform.outbox o
    where destination = 'mail' and delivered_at is null and cancelled_at is null`
  await until('no mail stays', async () => {
    town.app.wake.ring('outbox')
    return (await outbox(town, waiting)).length === 0
  })
}

// biome-ignore lint/suspicious/noExplicitAny: rows of the outbox, looked at whole
async function outbox(town: SmallTown, text: string): Promise<any[]> {
  const owner = new pg.Client(town.database.workerUrl)
  await owner.connect()
  const { rows } = await owner.query<{ row: unknown }>(text)
  await owner.end()
  return rows.map(({ row }) => row)
}

async function assignmentIn(town: SmallTown, number: string): Promise<string> {
  const last = (await town.case(number)).assignments.at(-1)
  assert(last)
  return last.id
}

describe('given somebody who reported with an address', () => {
  test('then one mail tells number, place, who, by when and how to follow', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org')
    const [mail, ...others] = await mailsOf(town)
    assert.deepEqual(others, [])
    assert.equal(mail?.to, 'ann@example.org')
    assert.equal(mail.subject, `Wij hebben uw melding ${number} ontvangen`)
    for (const told of [
      number,
      'Dijkstraat, L3, Centrum',
      'Lichtwerk B.V.',
      'donderdag 11 juni vóór 10:00',
    ])
      assert(mail.text.includes(told), `${told} in ${mail.text}`)
    assert.match(mail.text, /Gemeente Noorddijk/)
    assert.doesNotMatch(mail.text, /[{}]/)
    assert.equal(mail.headers.get('list-unsubscribe'), `<${PUBLIC}${mail.link}/stop>`)
    assert.equal(mail.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  })

  test('then each step comes once, in the language of each reporter, to those who reported it by then', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org')
    const id = await assignmentIn(town, number)
    town.pass(HOUR_MS)
    await town.answer(id, { answer: 'planned', on: '2026-06-12' })
    await settled(town)
    await lampBy(town, 'bob@example.org', 'en')
    town.pass(HOUR_MS)
    await town.answer(id, { answer: 'done', next: [] })
    assert.deepEqual(await steps(town), [
      'ann@example.org: Is het opgelost? Uw melding #',
      'ann@example.org: Uw melding # is ingepland',
      'ann@example.org: Wij hebben uw melding # ontvangen',
      'bob@example.org: Is it solved? Your report #',
      'bob@example.org: We have received your report #',
    ])
    const texts = (await mailsOf(town)).map(({ text }) => text).join('\n')
    assert.match(texts, /Lichtwerk B\.V\. wil het werk doen op vrijdag 12 juni 2026/)
    assert.match(texts, /Lichtwerk B\.V\. says that the work is done/)
  })

  test('then a handing over names the new party, and a refusal the reason', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org')
    const id = await assignmentIn(town, number)
    await town.answer(id, { answer: 'accepted' })
    await town.answer(id, { answer: 'passed-on', cause: 'cable', next: ['cable-disconnect'] })
    const second = await assignmentIn(town, number)
    const refusal = { answer: 'will-not-be-done', reason: 'no-budget', remark: 'x' } as const
    await town.answer(second, refusal)
    const { id: caseId } = await town.case(number)
    const seals = { keys: [], boxes: [] }
    const close = { type: 'CloseCase', as: 'will-not-be-done', by: 'desk', seals, caseId } as const
    assert.equal((await town.app.cases(NOORDDIJK, close)).status, 'accepted')
    const mails = await mailsOf(town)
    const subjects = mails.map(({ subject }) => subject)
    assert(
      subjects.some((one) => /is nu bij/.test(one)),
      subjects.join(),
    )
    const last = mails.find(({ subject }) => /wordt niet uitgevoerd/.test(subject))
    assert.match(last?.text ?? '', /Er is nu geen geld voor\.[\s\S]*Wat kunt u doen\?/)
  })

  test('then a question of the party is in the mail, and its words are nowhere else in the clear', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org', 'en')
    const words = 'Is it the lamp at the marker-bridge?'
    const { id: assignmentId, organisation: by } = await town.assignment(
      await assignmentIn(town, number),
    )
    const answerId = randomUUID()
    const { seals } = sealRemark(town.app.vault, NOORDDIJK, answerId, words)
    const answer = { answer: 'question', question: words } as const
    const given = { assignmentId, answerId, answer, by, expectedRevision: 1 }
    const asked = await town.app.cases(NOORDDIJK, { type: 'AnswerAssignment', seals, given })
    assert.equal(asked.status, 'accepted')
    const mail = (await mailsOf(town)).find(({ subject }) => /has a question/.test(subject))
    assert.match(
      mail?.text ?? '',
      /Lichtwerk B\.V\. can only go on[\s\S]*Is it the lamp at the marker-bridge\?/,
    )
    assert.doesNotMatch(JSON.stringify(await rowsOf(town)), /marker-bridge/)
  })

  test('then one who reported it twice gets one mail a step, and one without an address none', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org')
    await town.report({
      category: 'lamp-out',
      asset: 'L3',
      contact: { email: 'ANN@example.org' },
      words: { description: 'again' },
    })
    await town.report({ category: 'lamp-out', asset: 'L3', contact: { phone: '0612345678' } })
    await town.report({ category: 'lamp-out', asset: 'L3', words: { description: 'nobody' } })
    await town.answer(await assignmentIn(town, number), { answer: 'done', next: [] })
    assert.deepEqual(await steps(town), [
      'ann@example.org: Is het opgelost? Uw melding #',
      'ann@example.org: Wij hebben uw melding # ontvangen',
    ])
  })

  test('then what came in as history is told to nobody', async () => {
    await using town = await openMailTown()
    await town.report({
      category: 'lamp-out',
      asset: 'L3',
      contact: { email: 'ann@example.org' },
      history_ms: town.clock() - 90 * 24 * HOUR_MS,
    })
    assert.deepEqual(await mailsOf(town), [])
  })

  test('then links of two mails differ, and one that is sent again after a crash is the same', async () => {
    await using town = await openMailTown()
    const { number } = await lampBy(town, 'ann@example.org')
    await town.answer(await assignmentIn(town, number), { answer: 'done', next: [] })
    const links = (await mailsOf(town)).map(({ link }) => link)
    assert.equal(new Set(links).size, 2)
    const owner = new pg.Client(town.database.workerUrl)
    await owner.connect()
    await owner.query(`update platform.outbox set delivered_at = null where destination = 'mail'`)
    await owner.end()
    town.pass(HOUR_MS)
    const again = (await mailsOf(town)).map(({ link }) => link)
    assert.equal(again.length, 2, 'the newest of each, under the id that it had')
    assert.deepEqual(new Set(again), new Set(links))
  })
})

describe('given what not everybody may know', () => {
  for (const category of ['nuisance', 'rough-sleeper'])
    test(`then a mail about ${category} says only that there is something, with the number`, async () => {
      await using town = await openMailTown()
      const contact = { email: 'ann@example.org' }
      const place = { lon: 5.012, lat: 52.012 }
      const { number, caseId } = await town.report({ category, place, contact })
      const { assignments } = await town.case(caseId)
      const [first] = assignments
      if (first && first.status !== 'proposed')
        await town.answer(first.id, { answer: 'done', next: [] })
      else {
        const seals = { keys: [], boxes: [] }
        const close = {
          type: 'CloseCase',
          as: 'settled-by-desk',
          by: 'desk',
          seals,
          caseId,
        } as const
        assert.equal((await town.app.cases(NOORDDIJK, close)).status, 'accepted')
      }
      const mails = await mailsOf(town)
      assert.deepEqual(mails.map(({ subject }) => subject).sort(), [
        `Er is nieuws over uw melding ${number}`,
        `Wij hebben uw melding ${number} ontvangen`,
      ])
      const parties = ['Wijkteam', 'Lichtwerk', 'meldpunt', 'klaar', 'Centrum', category]
      for (const { text, subject } of mails)
        for (const mark of parties) assert(!`${subject}${text}`.includes(mark), `${mark}: ${text}`)
    })

  test('then a category that became confidential since is reserved as well', async () => {
    await using town = await openMailTown({ roles: [] })
    const { number } = await lampBy(town, 'ann@example.org')
    const known = (await town.app.towns.get(NOORDDIJK)).categories.get('lamp-out')
    assert(known)
    const categories = [{ ...known, visibility: 'confidential' as const }]
    await town.app.committer.submit(NOORDDIJK, enterCategories, { categories })
    await using _ = await town.open({ roles: ['work'] })
    const [mail] = await mailsOf(town)
    assert.match(mail?.text ?? '', new RegExp(`Het nummer is ${number}`))
    assert.doesNotMatch(mail?.text ?? '', /lamp-out|Lichtwerk|Dijkstraat/)
  })
})

describe('given somebody who wants no mail any more', () => {
  test('then what still waited is taken back, and later steps go to the others only', async () => {
    await using town = await openMailTown({ roles: [] })
    const { number, caseId, signalId } = await lampBy(town, 'ann@example.org')
    await lampBy(town, 'bob@example.org')
    const stop = { type: 'StopReporter', caseId, signalId } as const
    assert.equal((await town.app.cases(NOORDDIJK, stop)).status, 'accepted')
    await town.answer(await assignmentIn(town, number), { answer: 'done', next: [] })
    await using _ = await town.open({ roles: ['work'] })
    assert.deepEqual(await steps(town), [
      'bob@example.org: Is het opgelost? Uw melding #',
      'bob@example.org: Wij hebben uw melding # ontvangen',
    ])
  })

  test('when the person was destroyed, then nothing is sent and nothing stays behind', async () => {
    await using town = await openMailTown({ roles: [] })
    await lampBy(town, 'ann@example.org')
    await destroyPerson(town.app, NOORDDIJK, 'ann@example.org')
    await using _ = await town.open({ roles: ['work'] })
    assert.deepEqual(await mailsOf(town), [])
  })
})

test('the outbox and the log hold ids and codes, and nothing of anybody', async () => {
  const lines: string[] = []
  const log = createLog(
    { level: 'trace' },
    new Writable({
      write(line, _, done) {
        lines.push(String(line))
        done()
      },
    }),
  )
  await ensureWebBuild(() => undefined)
  await using town = await openMailTown({ log, roles: ['work', 'web'] })
  const { number } = await town.report({
    category: 'lamp-out',
    asset: 'L3',
    words: { description: 'marker-of-the-text' },
    contact: { email: 'marker@example.org', lastName: 'Markersson' },
  })
  await town.answer(await assignmentIn(town, number), { answer: 'done', next: [] })
  const mails = await mailsOf(town)
  assert.equal(mails.length, 2)
  for (const { link } of mails) assert.equal((await town.app.http.request(link)).status, 200)
  const rows = await rowsOf(town)
  for (const { body } of rows)
    assert.deepEqual(Object.keys(body).sort(), ['caseId', 'signalId', 'step', 'version'])
  const all = `${JSON.stringify(rows)}${lines.join('\n')}`
  assert(
    lines.some((line) => line.includes('/solved/ll_[secret]')),
    'the pages were logged',
  )
  for (const mark of ['marker', 'Markersson', 'example.org', 'L3', mails[0]?.link ?? ''])
    assert(!all.includes(mark), `${mark} stands in the outbox or the log`)
})
