import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { setMailAddress } from '#modules/directory'
import { openMailTown } from './mail-town.ts'
import { NOORDDIJK, until } from './town.ts'

const LAMP = { category: 'lamp-out', asset: 'L3', words: { description: 'words <of> a person' } }
const SECRET_PLACE = { lon: 5.0123457, lat: 52.0109873 }

describe('given a party that its agreement reaches by mail', () => {
  it('when a lamp is reported, then it is mailed what, where, by when, why, and one link', async () => {
    await using town = await openMailTown()
    const { number, caseId } = await town.report(LAMP)
    const [mail] = await town.mailed(1)
    assert(mail)
    assert.equal(mail.to, 'werk@lichtwerk.example')
    assert.equal(mail.subject, `[${number}] lamp-out — Dijkstraat L3`)
    for (const said of [
      'Gemeente Noorddijk vraagt Lichtwerk B.V.',
      'Waar: Dijkstraat, Centrum',
      'Object: L3',
      'Coördinaten: 52.005000, 5.004000',
      `/GM9801/cases/${number}`,
      'Klaar: donderdag 11 juni vóór 10:00',
      'Wat de melder schreef (grond: public task):\n\n> words <of> a person',
      'volgens de afspraak ‘Agreement lighting’',
    ])
      assert(mail.text.includes(said), said)
    assert(mail.raw.includes('words &lt;of&gt; a person'), 'in HTML it is text too')
    assert.equal(mail.links.filter((url) => url.includes('/answer/')).length, 1)
    await until('it was received', async () => {
      const { assignments } = await town.case(number)
      return assignments[0]?.id !== undefined && (await received(town, assignments[0].id))
    })
    assert(caseId)
  })

  it('then what lies in the outbox holds no address, name or word of a person', async () => {
    await using town = await openMailTown({ roles: [] })
    await town.report({ ...LAMP, contact: { email: 'jan@example.org', lastName: 'Jansma' } })
    const rows = await town.app.worker.read({}, (query) =>
      query<{ destination: string; body: unknown }>(sql`
        select destination, body from platform.outbox where tenant = ${NOORDDIJK}`),
    )
    const byMail = rows.filter(({ destination }) => destination === 'mail/lichtwerk')
    assert.equal(byMail.length, 1)
    for (const word of ['jan@', 'Jansma', 'words', 'werk@lichtwerk'])
      assert(!JSON.stringify(rows).includes(word), word)
  })

  it('when it is dangerous, then that stands first, and the nearest date is the one to make it safe', async () => {
    await using town = await openMailTown()
    await town.report({ category: 'mast-hit', asset: 'L5' })
    const [mail] = await town.mailed(1)
    assert.match(mail?.subject ?? '', /\] GEVAAR: mast-hit — Dijkstraat L5$/)
    assert.match(mail?.text ?? '', /^GEVAAR\. Dit is gevaarlijk/)
    assert.match(mail?.text ?? '', /Veilig: dinsdag 9 juni vóór 12:00\nKlaar: /)
  })

  it('when the category is confidential, then the subject tells nothing, and the place is in the mail alone', async () => {
    await using town = await openMailTown()
    const words = { description: 'words of a neighbour' }
    const { number } = await town.report({ category: 'nuisance', place: SECRET_PLACE, words })
    const [mail] = await town.mailed(1)
    assert.equal(mail?.subject, `[${number}] A task`)
    assert.match(mail?.text ?? '', /Coordinates: 52\.010987, 5\.012346/)
    assert.doesNotMatch(mail?.text ?? '', /words of a neighbour/, 'the agreement names no ground')
    assert.deepEqual(
      mail?.links.filter((url) => !/\/(answer|work)\//.test(url)),
      [],
      'there is no public page',
    )
  })

  it('when only the status is public, then the subject says what and not where', async () => {
    await using town = await openMailTown()
    const { number } = await town.report({ category: 'rough-sleeper', place: SECRET_PLACE })
    const [mail] = await town.mailed(1)
    assert.equal(mail?.subject, `[${number}] rough-sleeper`)
  })

  it('when it changes hands, then it is told so in the same thread, without place or words', async () => {
    await using town = await openMailTown()
    const { number, caseId } = await town.report(LAMP)
    const [first] = await town.mailed(1)
    await until('the offer is marked', async () => isMarked(town, 1))
    await town.app.cases(NOORDDIJK, {
      type: 'OverruleRouting',
      caseId,
      overrule: {
        by: 'desk',
        reasonDigest: 'x',
        agreement: 'grid',
        version: 1,
        party: 'stroomnet',
        informed: [],
      },
      seals: { keys: [], boxes: [] },
    })
    const [, second] = await town.mailed(2)
    assert.equal(second?.subject, `[${number}] Niet meer nodig: lamp-out`)
    assert.doesNotMatch(second?.text ?? '', /52\.005|words|answer/)
    const id = /^Message-ID: (<.+>)/m.exec(first?.headers ?? '')?.[1]
    assert(id)
    for (const header of ['In-Reply-To', 'References'])
      assert(second?.headers.includes(`${header}: ${id}`), header)
  })

  it('when it answers otherwise, then the next link comes all the same; when it ends, none comes', async () => {
    await using town = await openMailTown()
    const { number } = await town.report(LAMP)
    const [first] = await town.mailed(1)
    const id = (await town.case(number)).assignments[0]?.id ?? ''
    await town.answer(id, { answer: 'accepted' })
    const [, next] = await town.mailed(2)
    assert.match(next?.subject ?? '', /Vervolg: lamp-out/)
    assert(next?.answer && next.answer !== first?.answer)
    await until('both are marked', async () => isMarked(town, 2))
    await town.answer(id, { answer: 'done', next: [] })
    await until('nothing is under way', async () => isMarked(town, 2))
    assert.equal((await town.mails()).length, 2)
  })

  it('when the case is contested, then it is asked again', async () => {
    await using town = await openMailTown()
    const { number, caseId } = await town.report(LAMP)
    await town.mailed(1)
    const id = (await town.case(number)).assignments[0]?.id ?? ''
    await town.answer(id, { answer: 'done', next: [] })
    await town.app.cases(NOORDDIJK, {
      type: 'VerifyCase',
      caseId,
      by: 'sample',
      source: 'desk',
      outcome: 'contested',
    })
    const [, again] = await town.mailed(2)
    assert.match(again?.subject ?? '', /Niet opgelost: lamp-out/)
    assert(again?.answer)
  })
})

describe('given a party by mail that cannot be reached', () => {
  it('when it has no address, then the desk hears of it after some tries, and once it has one it arrives', async () => {
    await using town = await openMailTown()
    const { worker, vault } = town.app
    await worker.write({}, (query) =>
      query(sql`delete from directory.mail_addresses where organisation = 'lichtwerk'`),
    )
    const { number } = await town.report(LAMP)
    await until('the desk has it', async () => {
      town.pass(3_600_000)
      return (await town.case(number)).desk.includes('delivery-stuck')
    })
    await setMailAddress(worker, vault, {
      organisation: 'lichtwerk',
      address: 'nieuw@lichtwerk.example',
      locale: 'nl',
    })
    await until('it was mailed', async () => {
      town.pass(3_600_000)
      return (await town.mails()).length === 1
    })
    await until('the desk is rid of it', async () => {
      return !(await town.case(number)).desk.includes('delivery-stuck')
    })
  })

  it('when the relay is down, then it is tried again, and whoever is reached otherwise waits for nothing', async () => {
    // Nothing listens at port 1.
    await using town = await openMailTown({ mail: { smtpUrl: 'smtp://127.0.0.1:1', folder: '/x' } })
    const { number } = await town.report(LAMP)
    const row = () =>
      town.app.worker.read({}, (query) =>
        query<{ attempts: number; last_error: string | null }>(sql`
          select attempts, last_error from platform.outbox where destination = 'mail/lichtwerk'`),
      )
    await until('it was tried', async () => (await row())[0]?.last_error != null)
    town.pass(60_000)
    await until('it was tried again', async () => ((await row())[0]?.attempts ?? 0) >= 2)
    const told = (await row())[0]?.last_error ?? ''
    assert.match(told, /^the mail server cannot be reached: E[A-Z]+$/)
    await until('the informed team was told', () =>
      town.receivers.arrivals.some(({ organisation }) => organisation === 'groenwerk'),
    )
    await until('the desk has it', async () => {
      town.pass(3_600_000)
      return (await town.case(number)).desk.includes('delivery-stuck')
    })
    const { assignments } = await town.case(number)
    assert(!(await received(town, assignments[0]?.id ?? '')), 'it counts as received by nobody')
  })
})

type Town = Awaited<ReturnType<typeof openMailTown>>

async function received(town: Town, id: string): Promise<boolean> {
  return (await town.assignment(id)).delivered_at !== null
}

/** So many messages by mail were delivered, and none is left. */
async function isMarked(town: Town, count: number): Promise<boolean> {
  const rows = await town.app.worker.read({}, (query) =>
    query<{ is_delivered: boolean }>(sql`
      select delivered_at is not null as is_delivered from platform.outbox
      where destination like 'mail%' and cancelled_at is null`),
  )
  return rows.length === count && rows.every(({ is_delivered }) => is_delivered)
}
