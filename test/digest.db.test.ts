import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { setMailAddress } from '#modules/directory'
import { type MailTown, openMailTown } from './mail-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, until } from './town.ts'

const PARTY = 'werk@lichtwerk.example'
const DIGEST = { at: ['07:00', '13:00'] }
/** A moment and what is decided just before it: by then all of it is committed. */
const NOON = '2026-06-09T13:00:05+02:00'
const NEXT_MORNING = '2026-06-10T07:00:05+02:00'

function lighting(own: { digest?: typeof DIGEST | undefined } = { digest: DIGEST }) {
  return agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    reach: { channel: 'email', shareDescriptionOn: 'public task', ...own },
  })
}

/** Noorddijk, whose lighting contractor gets its work gathered, twice a day. */
async function openDigestTown(options: Parameters<typeof openMailTown>[0] = {}) {
  const town = await openMailTown(options)
  await town.enter([lighting()])
  return town
}

const toParty = async (town: MailTown) => (await town.readMails()).filter(({ to }) => to === PARTY)

async function sentToParty(town: MailTown, count: number) {
  await until(`${count} mails to the party`, async () => (await toParty(town)).length >= count)
  const mails = await toParty(town)
  assert.equal(mails.length, count)
  return mails
}

const lamp = (n: number, own: object = {}) => ({ category: 'lamp-out', asset: `L${n}`, ...own })

async function taskOf(town: MailTown, number: string) {
  const [task] = (await town.case(number)).assignments
  assert(task)
  return town.assignment(task.id)
}

/** All that was laid has been delivered or taken back, save what waits for a moment to come. */
async function settled(town: MailTown) {
  await until('all has settled', async () => {
    const rows = await town.app.worker.read({}, (query) =>
      query(sql`
        select from platform.outbox
        where delivered_at is null and cancelled_at is null
          and due_at <= ${new Date(town.clock()).toISOString()}::timestamptz`),
    )
    return rows.length === 0
  })
}

async function raise(town: MailTown, number: string) {
  const { id: caseId } = await town.case(number)
  await town.app.cases(NOORDDIJK, { type: 'RaiseDanger', caseId, by: 'desk', source: 'test' })
}

async function giveAway(town: MailTown, number: string) {
  const { id: caseId } = await town.case(number)
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
}

describe('given a party that agreed to be told together', () => {
  it('when lamps are reported, then one mail at the next moment has them all, and their clocks start with it', async () => {
    await using town = await openDigestTown()
    const reports = [
      await town.report(lamp(3, { words: { description: 'donker\nen <eng>' } })),
      await town.report(lamp(4)),
      await town.report(lamp(5)),
    ]
    await settled(town)
    assert.equal((await toParty(town)).length, 0, 'nothing leaves before the moment')
    const waiting = await taskOf(town, reports[0]?.number ?? '')
    assert.equal(waiting.delivered_at, null)

    town.at(NOON)
    const [mail] = await sentToParty(town, 1)
    assert.equal(mail?.subject, '[Noorddijk] 3 taken: 3 nieuw')
    for (const { number } of reports) assert(mail?.text.includes(`Nummer: ${number}`))
    for (const said of [
      'Nieuw (3)',
      'Wij vragen Lichtwerk B.V. om dit te doen.',
      'Waar: Dijkstraat, Centrum\nObject: L3',
      'Klaar: donderdag 11 juni vóór 13:00',
      '> donker en <eng>',
    ])
      assert(mail?.text.includes(said), said)
    assert(mail?.raw.includes('donker en &lt;eng&gt;'))
    assert.equal(new Set(mail?.links.filter((url) => url.includes('/answer/'))).size, 3)
    assert.equal(new Set(mail?.links.filter((url) => url.includes('/work/'))).size, 1)

    await settled(town)
    for (const { number } of reports) {
      const task = await taskOf(town, number)
      assert.equal(task.delivered_at, town.clock(), 'it is received when the digest went')
      assert.equal(
        task.party_by.find(({ milestone }) => milestone === 'done')?.by_ms,
        town.clock() + 48 * 3_600_000,
      )
    }
    town.at(NEXT_MORNING)
    await settled(town)
    assert.equal((await toParty(town)).length, 1, 'where nothing is new nothing is sent')
  })

  it('when it is dangerous, then it is told at once, and what waited of it is not told again', async () => {
    await using town = await openDigestTown()
    const hit = await town.report({ category: 'mast-hit', asset: 'L5' })
    const [first] = await sentToParty(town, 1)
    assert.match(first?.subject ?? '', new RegExp(`\\[${hit.number}\\] GEVAAR`))

    const { number } = await town.report(lamp(3))
    const other = await town.report(lamp(4))
    await raise(town, number)
    const [, second] = await sentToParty(town, 2)
    assert.match(second?.subject ?? '', new RegExp(`^\\[${number}\\] GEVAAR: lamp-out`))
    assert.match(second?.text ?? '', /vraagt Lichtwerk B\.V\. om dit te doen/)

    town.at(NOON)
    const [, , digest] = await sentToParty(town, 3)
    assert(digest?.text.includes(other.number))
    assert(!digest?.text.includes(number) && !digest?.text.includes(hit.number))
  })

  it('when it is withdrawn before the moment, then the party never hears of it; after it, apart in the next', async () => {
    await using town = await openDigestTown()
    const [gone, later] = [await town.report(lamp(3)), await town.report(lamp(4))]
    await giveAway(town, gone.number)
    town.at(NOON)
    const [first] = await sentToParty(town, 1)
    assert(!first?.text.includes(gone.number))
    assert(first?.text.includes(later.number))
    await settled(town)

    await giveAway(town, later.number)
    await settled(town)
    assert.equal((await toParty(town)).length, 1)
    town.at(NEXT_MORNING)
    const [, second] = await sentToParty(town, 2)
    assert.equal(second?.subject, '[Noorddijk] 1 taak: 1 niet meer nodig')
    assert.match(second?.text ?? '', new RegExp(`Niet meer nodig \\(1\\)[^]*${later.number}`))
    assert.doesNotMatch(second?.text ?? '', /answer|Dijkstraat/)
  })

  it('when it answered, then the next link is in the next digest; what it ended itself is not in it', async () => {
    await using town = await openDigestTown()
    const [goes, ends] = [await town.report(lamp(3)), await town.report(lamp(4))]
    town.at(NOON)
    await sentToParty(town, 1)
    await settled(town)
    const [one, two] = [await taskOf(town, goes.number), await taskOf(town, ends.number)]
    await town.answer(one.id, { answer: 'accepted' })
    await town.answer(two.id, { answer: 'accepted' })
    await town.answer(two.id, { answer: 'done', next: [] })
    town.at(NEXT_MORNING)
    const [, second] = await sentToParty(town, 2)
    assert.equal(second?.subject, '[Noorddijk] 1 taak: 1 nog bezig')
    assert(second?.text.includes(goes.number) && !second.text.includes(ends.number))
  })

  it('when its language is English, then so is the digest', async () => {
    await using town = await openDigestTown()
    const { worker, vault } = town.app
    const address = { organisation: 'lichtwerk', address: PARTY, locale: 'en' as const }
    await setMailAddress(worker, vault, address)
    await town.report(lamp(3))
    town.at(NOON)
    const [mail] = await sentToParty(town, 1)
    assert.equal(mail?.subject, '[Noorddijk] 1 task: 1 new')
    assert.match(mail?.text ?? '', /This is the digest of the municipality of Noorddijk/)
  })

  it('when the digest is agreed no more, then what waits goes at once, and the next as before', async () => {
    await using town = await openDigestTown()
    const [one, two] = [await town.report(lamp(3)), await town.report(lamp(4))]
    await town.enter([lighting({})])
    await until('what waited went', async () => {
      town.pass(5_000)
      return (await toParty(town)).length > 0
    })
    const [mail] = await sentToParty(town, 1)
    assert(mail?.text.includes(one.number) && mail.text.includes(two.number))
    await settled(town)
    const { number } = await town.report(lamp(5))
    const [, next] = await sentToParty(town, 2)
    assert.match(next?.subject ?? '', new RegExp(`^\\[${number}\\] lamp-out`))
  })

  it('then each attempt is in the log, found by the digest and by each task in it', async () => {
    await using town = await openDigestTown()
    const [one, two] = [await town.report(lamp(3)), await town.report(lamp(4))]
    town.at(NOON)
    await sentToParty(town, 1)
    await settled(town)
    const tasks = [await taskOf(town, one.number), await taskOf(town, two.number)]
    const rows = () =>
      town.app.pool.read({ organisation: 'lichtwerk' }, async (query) => {
        const { listAttempts } = await import('../src/modules/delivery/attempt-queries.ts')
        const of = { organisation: 'lichtwerk' }
        return Promise.all(
          tasks.map(({ id }) => listAttempts(query, { of, assignment: id, most: 5 })),
        )
      })
    await until('it is written down', async () => (await rows()).every(({ length }) => length > 0))
    for (const [row] of await rows()) {
      assert.equal(row?.type, 'nl.lantaarn.assignment.digest.v1')
      assert.equal(row?.outcome, 'delivered')
      assert.equal(row?.organisation, 'lichtwerk')
    }
  })
})

describe('given more, or other, than is usual', () => {
  it('when it is more than one mail holds, then another follows at once, and each task is in one of them', async () => {
    await using town = await openDigestTown()
    const { worker, vault } = town.app
    const address = { organisation: 'wijkteam', address: PARTY, locale: 'nl' as const }
    await setMailAddress(worker, vault, address)
    const reach = { channel: 'email' as const, digest: DIGEST }
    await town.enter([
      agreementOf({ id: 'litter', party: 'wijkteam', categories: ['litter'], reach }),
    ])
    const numbers: string[] = []
    for (let n = 0; n < 61; n++) {
      const place = { lon: 5.001 + (n % 16) * 0.002, lat: 52.001 + Math.floor(n / 16) * 0.002 }
      numbers.push((await town.report({ category: 'litter', place })).number)
    }
    assert.equal(new Set(numbers).size, 61, 'they are as many problems')
    town.at(NOON)
    const mails = await sentToParty(town, 2)
    for (const number of numbers)
      assert.equal(mails.filter(({ text }) => text.includes(`Nummer: ${number}\n`)).length, 1)
    assert.match(mails[0]?.text ?? '', /Coördinaten: 52\.00/)
  })

  it('when the category is confidential, then the subject tells nothing, and what is public is not said of it', async () => {
    await using town = await openDigestTown()
    const reach = { channel: 'email' as const, digest: DIGEST }
    const categories = ['nuisance']
    await town.enter([agreementOf({ id: 'nuisance', party: 'wijkteam', categories, reach })])
    const words = { description: 'words of a neighbour' }
    await town.report({ category: 'nuisance', place: { lon: 5.01, lat: 52.01 }, words })
    town.at(NOON)
    const [mail] = await town.mailedTo('team@noorddijk.example', 1)
    assert.equal(mail?.subject, '[Noorddijk] 1 task: 1 new')
    assert.doesNotMatch(mail?.text ?? '', /words of a neighbour/, 'the agreement names no ground')
    assert.deepEqual(
      mail?.links.filter((url) => !/\/(answer|work)\//.test(url)),
      [],
    )
  })

  it('when the clock goes back over the moment, then nothing is told twice and nothing is lost', async () => {
    await using town = await openDigestTown()
    const before = await town.report(lamp(3))
    town.at(NOON)
    await sentToParty(town, 1)
    await settled(town)
    town.at('2026-06-09T12:30:00+02:00')
    const again = await town.report(lamp(4))
    await settled(town)
    assert.equal((await toParty(town)).length, 1)
    town.at(NOON)
    const [, second] = await sentToParty(town, 2)
    assert(second?.text.includes(again.number) && !second.text.includes(before.number))
  })

  it('when two programs work, then there is one mail all the same', async () => {
    await using town = await openDigestTown()
    await using _other = await town.open({ roles: ['work'] })
    for (let round = 0; round < 4; round++) {
      const [one, two] = [1, 2].map((n) => lamp(2 * round + n))
      assert(one && two)
      const numbers = [(await town.report(one)).number, (await town.report(two)).number]
      town.at(`2026-06-${10 + round}T07:00:05+02:00`)
      const mails = await sentToParty(town, round + 1)
      for (const number of numbers) assert(mails.at(-1)?.text.includes(number))
      await settled(town)
    }
  })
})

describe('given a digest that cannot be delivered', () => {
  it('when its party has no address, then the desk has each task, and with one it arrives and the desk is rid of them', async () => {
    await using town = await openDigestTown()
    const { worker, vault } = town.app
    await worker.write({}, (query) =>
      query(sql`delete from directory.mail_addresses where organisation = 'lichtwerk'`),
    )
    const reports = [await town.report(lamp(3)), await town.report(lamp(4))]
    town.at(NOON)
    const desks = () =>
      Promise.all(reports.map(async ({ number }) => (await town.case(number)).desk))
    await until('the desk has both', async () => {
      town.pass(60_000)
      return (await desks()).every((desk) => desk.includes('delivery-stuck'))
    })
    await setMailAddress(worker, vault, {
      organisation: 'lichtwerk',
      address: PARTY,
      locale: 'nl',
    })
    await until('it arrived', async () => {
      town.pass(3_600_000)
      return (await toParty(town)).length === 1
    })
    await until('the desk is rid of both', async () =>
      (await desks()).every((desk) => desk.length === 0),
    )
  })

  it('when one of its tasks is withdrawn meanwhile, then it is left out of the mail that arrives', async () => {
    await using town = await openDigestTown()
    const { worker, vault } = town.app
    await worker.write({}, (query) =>
      query(sql`delete from directory.mail_addresses where organisation = 'lichtwerk'`),
    )
    const [gone, stays] = [await town.report(lamp(3)), await town.report(lamp(4))]
    town.at(NOON)
    await until('it was tried', async () => {
      const rows = await worker.read({}, (query) =>
        query(sql`select from platform.outbox where ordering_key like 'digest/%' and attempts > 0`),
      )
      return rows.length === 1
    })
    await giveAway(town, gone.number)
    await setMailAddress(worker, vault, { organisation: 'lichtwerk', address: PARTY, locale: 'nl' })
    await until('it arrived', async () => {
      town.pass(60_000)
      return (await toParty(town)).length === 1
    })
    const [mail] = await toParty(town)
    assert(mail?.text.includes(stays.number) && !mail.text.includes(gone.number))
  })
})
