import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { enterCategories } from '#modules/categories'
import { createLog } from '#platform/log'
import { destroyPerson } from '../src/composition/destroy-personal-data.ts'
import { exportTown } from '../src/composition/town-files/export-town.ts'
import { CATEGORIES } from './small-town.ts'
import {
  HOUR_MS,
  MINUTE_MS,
  openSubscriberTown,
  type SubscriberTown,
  tokenIn,
} from './subscriber-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const ANN = 'ann@example.org'
const LAMP = { category: 'lamp-out', asset: 'L3' }

async function assignmentOf(town: SubscriberTown, number: string): Promise<string> {
  return (await town.assignmentOf((await town.town.case(number)).id)).id
}

/** Done, as its party says. */
async function done(town: SubscriberTown, number: string): Promise<void> {
  await town.town.answer(await assignmentOf(town, number), { answer: 'done', next: [] })
}

const everything = (town: SubscriberTown) =>
  town.rows(`
    select jsonb_build_object(
      'subscribers', (select count(*) from subscriptions.subscribers),
      'subscriptions', (select count(*) from subscriptions.subscriptions where channel = 'mail'),
      'news', (select count(*) from subscriptions.news),
      'boxes', (select count(*) from vault.boxes where id like 'subscriber/%'),
      'keys', (select count(*) from vault_keys.keys where id like 'subscriber/%')) as row`)

const NOTHING = { subscribers: 0, subscriptions: 0, news: 0, boxes: 0, keys: 0 }

describe('somebody who asks to be told of a case', () => {
  it('gets one mail that asks whether they did, and nothing else before they say so', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.caughtUp()
    const asked = await town.ask({ email: ANN, case: number })
    assert.equal(asked.status, 202, asked.text)
    assert.equal(asked.json.about, `melding ${number} (lamp-out)`)
    await done(town, number)
    await town.told()
    const [mail, ...others] = await town.mailsTo(ANN)
    assert.deepEqual(others, [])
    assert(mail)
    assert.equal(mail.subject, 'Bevestig dat u op de hoogte wilt blijven')
    assert(mail.text.includes(number))
    assert.doesNotMatch(mail.text, /[{}]/)
  })

  it('is told what changed once they confirmed it, with a link and a way to stop', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.follow(ANN, { case: number }, { headers: { 'accept-language': 'en' } })
    await done(town, number)
    await town.told()
    const mail = (await town.mailsTo(ANN)).at(-1)
    assert(mail)
    assert.equal(mail.subject, 'News about reports that you follow')
    assert(mail.text.includes('The work is said to be done. That is not confirmed yet.'), mail.text)
    assert(mail.text.includes(`http://localhost/${NOORDDIJK}/cases/${number}`))
    assert(mail.text.includes('lamp-out, Dijkstraat, Centrum'))
    const stop = `<http://localhost/${NOORDDIJK}/volgen/${tokenIn(mail)}/stop>`
    assert.equal(mail.headers.get('list-unsubscribe'), stop)
    assert.equal(mail.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  })

  it('confirms by a POST alone: what a scanner opens changes nothing', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.ask({ email: ANN, case: number })
    const token = await town.linkTo(ANN)
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const path of ['/subscriptions', '/subscription-confirmations', '/subscription-stops'])
        await town.request(method, path, { token })
    const { json } = await town.withLink('GET', '/subscriptions', token)
    assert.equal(json.items[0].status, 'awaiting')
    assert.equal(json.items[0].isAsked, true)
    const told = await town.withLink('POST', '/subscription-confirmations', token)
    assert.equal(told.json.items[0].status, 'active')
    assert.equal((await town.withLink('POST', '/subscription-confirmations', token)).status, 201)
  })

  it('is forgotten, address and all, when nobody confirms it in time', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.ask({ email: ANN, case: number })
    const token = await town.linkTo(ANN)
    town.town.pass(49 * HOUR_MS)
    const late = await town.withLink('POST', '/subscription-confirmations', token)
    assert.deepEqual([late.status, late.json.type], [401, '/problems/link-expired'])
    const { endOverdue } = await import('#modules/subscriptions')
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      endOverdue(query, NOORDDIJK, town.town.clock()),
    )
    assert.deepEqual(await everything(town), [NOTHING])
  })

  it('is not forgotten while they ask for something else', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    const other = await town.town.report({ category: 'lamp-out', asset: 'L5' })
    await town.ask({ email: ANN, case: number })
    town.town.pass(49 * HOUR_MS)
    const { endOverdue } = await import('#modules/subscriptions')
    const tenant = { tenant: NOORDDIJK }
    const entered = Promise.withResolvers<void>()
    const { addressDigest, askSubscription } = await import(
      '../src/modules/subscriptions/subscriber-commands.ts'
    )
    let forgetting: Promise<unknown> = Promise.resolve()
    await town.app.pool.write(tenant, async (query) => {
      await askSubscription(query, town.app.vault, {
        municipality: NOORDDIJK,
        email: ANN,
        filter: { case: (await town.town.case(other.number)).id },
        locale: 'nl',
        now_ms: town.town.clock(),
        newId: randomUUID,
      })
      forgetting = town.app.pool.write(tenant, (second) => {
        entered.resolve()
        return endOverdue(second, NOORDDIJK, town.town.clock())
      })
      await entered.promise
      await delay(300)
    })
    await forgetting
    const { findSubscriberOf } = await import('#modules/subscriptions')
    const known = await town.app.pool.read(tenant, (query) =>
      findSubscriberOf(query, NOORDDIJK, addressDigest(town.app.vault, NOORDDIJK, ANN)),
    )
    assert(known, 'their address is still there')
    const mails = await town.mailsTo(ANN)
    assert(mails.at(-1)?.text.includes(other.number))
  })

  it('follows nothing that not everybody may know of, in the words of what never was', async () => {
    await using town = await openSubscriberTown()
    const place = { lon: 5.01, lat: 52.01 }
    const { number } = await town.town.report({ category: 'nuisance', place })
    const refused = await town.ask({ email: ANN, case: number })
    const never = await town.ask({ email: ANN, case: `${NOORDDIJK}-26-999999` })
    assert.deepEqual([refused.status, refused.text], [404, never.text])
    for (const about of [
      { area: 'nowhere' },
      { area: 'centrum', category: 'nuisance' },
      { place: { lon: 4.5, lat: 52.1 } },
    ]) {
      const { json } = await town.ask({ email: ANN, ...about })
      assert.equal(json.type, '/problems/subscription-about-unknown', JSON.stringify(about))
    }
    for (const body of [
      { email: 'nobody', area: 'centrum' },
      { email: ANN },
      { email: ANN, area: 'centrum', case: number },
      { email: ANN, place: { ...place, radius: 5_000 } },
    ])
      assert.equal((await town.ask(body)).status, 400, JSON.stringify(body))
    assert.deepEqual(await everything(town), [NOTHING])
  })
})

describe('the address of whoever follows something', () => {
  it('is known by no answer: known or not, often or not, it is the same', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    const first = await town.ask({ email: 'new@example.org', area: 'centrum' })
    const answers = []
    for (let i = 0; i < 12; i++) answers.push(await town.ask({ email: ANN, area: 'centrum' }))
    for (const { status, text } of answers) assert.deepEqual([status, text], [202, first.text])
    // One at first, and no more of the day than six: however often somebody asks.
    assert.equal((await town.mailsTo(ANN)).length, 6)
    const [{ subscriptions }] = await everything(town)
    assert.equal(subscriptions, 2)
  })

  it('is written to in the language of whoever has it, whoever else asks for it', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.follow(ANN, { case: number })
    await town.ask({ email: ANN, area: 'haven' }, { headers: { 'accept-language': 'en' } })
    await done(town, number)
    await town.told()
    const subjects = (await town.mailsTo(ANN)).map(({ subject }) => subject)
    assert.equal(subjects.length, 3)
    for (const subject of subjects) assert.match(subject, /^(Bevestig|Nieuws)/)
  })

  it('is held back where one sender asks for many', async () => {
    await using town = await openSubscriberTown()
    const statuses = []
    for (let i = 0; i < 22; i++)
      statuses.push((await town.ask({ email: `a${i}@example.org`, area: 'centrum' })).status)
    assert.deepEqual(statuses.slice(-2), [429, 429])
    assert.equal(statuses.filter((one) => one === 202).length, 20)
  })

  it('follows at most twenty things', async () => {
    await using town = await openSubscriberTown()
    for (let i = 0; i < 22; i++) {
      const place = { lon: 5.001 + i * 0.001, lat: 52.004 }
      if (i % 5 === 0) town.town.pass(25 * HOUR_MS)
      await town.ask({ email: ANN, place }, { as: 'integrator' })
    }
    const [{ subscriptions }] = await everything(town)
    assert.equal(subscriptions, 20)
  })

  it('stands in no table, event or log in the clear', async () => {
    const lines: string[] = []
    const into = new Writable({
      write(line, _, next) {
        lines.push(String(line))
        next()
      },
    })
    await using town = await openSubscriberTown({ log: createLog({ level: 'debug' }, into) })
    const { number } = await town.town.report(LAMP)
    await town.follow('marker-ann@example.org', { area: 'centrum' })
    await done(town, number)
    await town.told()
    const tables = await town.rows(`
      select jsonb_build_array(
        (select jsonb_agg(to_jsonb(o)) from platform.outbox o),
        (select jsonb_agg(to_jsonb(e)) from journal.events e),
        (select jsonb_agg(to_jsonb(s)) from subscriptions.subscribers s),
        (select jsonb_agg(to_jsonb(s)) from subscriptions.subscriptions s),
        (select jsonb_agg(encode(b.box, 'escape')) from vault.boxes b)) as row`)
    assert(lines.length > 0, 'there was something to log')
    assert(!JSON.stringify(tables).includes('marker-ann'))
    assert(!lines.join('').includes('marker-ann'))
    assert(!lines.join('').includes('ll_'), 'no link is logged')
  })

  it('leaves with no export, for nothing there would ever erase it', async () => {
    await using town = await openSubscriberTown()
    await town.follow('marker-ann@example.org', { area: 'centrum' })
    const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-subscribers-'))
    const to = path.join(folder, 'town')
    const options = { hasPersonal: true, now_ms: town.town.clock(), say: () => {} }
    await exportTown(town.app, NOORDDIJK, to, options)
    const personal = await readFile(path.join(to, 'personal.jsonl'), 'utf8')
    await rm(folder, { recursive: true })
    assert(!personal.includes('marker-ann') && !personal.includes('subscriber/'))
  })

  it('is destroyed with the last subscription, and with the person', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    const token = await town.follow(ANN, { case: number })
    await town.follow(ANN, { area: 'centrum' })
    await done(town, number)
    await town.caughtUp()
    const one = await town.withLink('POST', '/subscription-stops?number=1', token)
    assert.deepEqual(
      one.json.items.map((item: { number: number }) => item.number),
      [2],
    )
    const all = await town.withLink('POST', '/subscription-stops', token)
    assert.deepEqual([all.status, all.json.items], [201, []])
    assert.equal((await town.withLink('POST', '/subscription-stops', token)).status, 201)
    assert.deepEqual(await everything(town), [NOTHING])
    const before = (await town.mailsTo(ANN)).length
    await town.told()
    assert.equal((await town.mailsTo(ANN)).length, before, 'what waited does not leave')

    await town.follow('bob@example.org', { area: 'centrum' })
    await destroyPerson(town.app, NOORDDIJK, 'BOB@example.org')
    assert.deepEqual(await everything(town), [NOTHING])
  })
})

describe('a followed case that everybody may not see any more', () => {
  const HIDDEN = CATEGORIES.map((one) =>
    one.id === 'graffiti' ? { ...one, visibility: 'confidential' as const } : one,
  )
  const place = { lon: 5.01, lat: 52.01 }

  it('has no followers any more: whoever follows nothing else is forgotten, address and all', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.follow(ANN, { case: number })
    await town.follow('bob@example.org', { case: number })
    const bob = await town.follow('bob@example.org', { area: 'centrum' })
    await town.ask({ email: 'new@example.org', case: number })
    await town.settled()
    const before = (await town.town.mails()).length
    // A correction by its party: nothing that everybody is told of.
    await town.town.answer(await assignmentOf(town, number), {
      answer: 'facts-corrected',
      category: 'nuisance',
    })
    await town.told()
    assert.deepEqual(await everything(town), [
      { subscribers: 1, subscriptions: 1, news: 0, boxes: 1, keys: 1 },
    ])
    const { json } = await town.withLink('GET', '/subscriptions', bob)
    assert.deepEqual(
      json.items.map((one: { number: number }) => one.number),
      [2],
    )
    const after = (await town.town.mails()).slice(before).join('\n')
    assert(!after.includes(number), 'nobody is told of it')
  })

  it('because its category became confidential ends as well, within the hour', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report({ category: 'graffiti', place })
    await town.follow(ANN, { case: number })
    await town.app.committer.submit(NOORDDIJK, enterCategories, { categories: HIDDEN })
    town.app.towns.touch(NOORDDIJK)
    const { settleAll } = await import('../src/composition/follow-changes.ts')
    const needs = { ...town.app, clock: town.town.clock }
    await settleAll(needs, NOORDDIJK)
    assert.deepEqual(await everything(town), [NOTHING])
  })
})

describe('a link of a subscriber', () => {
  it('opens nothing else, and nothing of another', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    const ann = await town.follow(ANN, { case: number })
    await town.follow('bob@example.org', { area: 'haven' })
    const seen = await town.withLink('GET', '/subscriptions', ann)
    assert.equal(seen.json.items.length, 1)
    assert(!seen.text.includes('Haven'))
    for (const path of ['/follows', '/templates', '/assignments'])
      assert.equal((await town.withLink('GET', path, ann)).status, 403, path)
    const elsewhere = await town.withLink('GET', `/subscriptions?municipality=${ZUIDDIJK}`, ann)
    assert.equal(elsewhere.status, 403)
    assert.equal((await town.get('/subscriptions', { as: 'desk' })).status, 403)
    assert.equal((await town.get(`/subscriptions?municipality=${NOORDDIJK}`)).status, 401)
  })
})

describe('news', () => {
  it('of a storm is one mail to each, with every case once', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum', category: 'lighting' })
    const here = { lon: 5.007, lat: 52.005, radius: 500 }
    await town.follow(ANN, { place: here, category: 'lighting' })
    const before = (await town.mailsTo(ANN)).length
    const numbers = []
    for (let lamp = 1; lamp <= 12; lamp++)
      numbers.push((await town.town.report({ category: 'lamp-out', asset: `L${lamp}` })).number)
    await town.caughtUp()
    for (const number of numbers) await done(town, number)
    await town.told()
    const [mail, ...others] = (await town.mailsTo(ANN)).slice(before)
    assert.equal(others.length, 0)
    assert(mail)
    for (const number of numbers) {
      const times: number = mail.text.split(`/cases/${number}`).length - 1
      assert.equal(times, 1, `${number} is told ${times} times`)
    }
    assert.equal(
      mail.text.split('is said to be done').length + mail.text.split('klaar gemeld').length - 2,
      12,
    )
  })

  it('comes no more often than once in half an hour, and none of it is lost', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    const before = (await town.mailsTo(ANN)).length
    const numbers = []
    for (let i = 0; i < 20; i++) {
      const place = { lon: 5.0005 + i * 0.0009, lat: 52.01 }
      numbers.push((await town.town.report({ category: 'litter', place })).number)
      await town.caughtUp()
      town.town.pass(3 * MINUTE_MS)
      await town.settled()
    }
    await town.told()
    const mails = (await town.mailsTo(ANN)).slice(before)
    // An hour and a half at most.
    assert(mails.length >= 2 && mails.length <= 4, String(mails.length))
    const text = mails.map((one) => one.text).join('\n')
    for (const number of numbers)
      assert.equal(text.split(`/cases/${number}`).length - 1, 1, `${number} is told once`)
  })

  it('is of the area, the category with what is below it, and the metres that were asked', async () => {
    await using town = await openSubscriberTown()
    await town.follow('area@example.org', { area: 'haven' })
    await town.follow('lit@example.org', { area: 'centrum', category: 'lighting' })
    const near = { lon: 5.0041, lat: 52.005, radius: 100 }
    await town.follow('street@example.org', { place: near, category: 'lighting' })
    const told: Record<string, string> = {}
    for (const [name, report] of Object.entries({
      near: LAMP,
      far: { category: 'lamp-out', asset: 'L12' },
      litter: { category: 'litter', place: { lon: 5.0041, lat: 52.0051 } },
      haven: { category: 'litter', place: { lon: 5.03, lat: 52.01 } },
    }))
      told[name] = (await town.town.report(report)).number
    await town.told()
    const heard = async (address: string) => {
      const text = (await town.mailsTo(address)).at(-1)?.text ?? ''
      return Object.keys(told).filter((name) => text.includes(told[name] ?? 'none'))
    }
    assert.deepEqual(await heard('area@example.org'), ['haven'])
    assert.deepEqual(await heard('lit@example.org'), ['near', 'far'])
    assert.deepEqual(await heard('street@example.org'), ['near'])
  })

  it('tells nothing of what is confidential, or became so, nor where what shows its status only is', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    await town.follow('here@example.org', { place: { lon: 5.01, lat: 52.01, radius: 500 } })
    const place = { lon: 5.01, lat: 52.01 }
    const shy = await town.town.report({ category: 'rough-sleeper', place })
    await town.follow('case@example.org', { case: shy.number })
    const before = (await town.mailsTo(ANN)).length
    await town.town.report({ category: 'nuisance', place })
    const { number } = await town.town.report({ category: 'graffiti', place })
    await town.caughtUp()
    const categories = CATEGORIES.map((one) =>
      one.id === 'graffiti' ? { ...one, visibility: 'confidential' as const } : one,
    )
    await town.app.committer.submit(NOORDDIJK, enterCategories, { categories })
    town.app.towns.touch(NOORDDIJK)
    await town.told()
    assert.equal((await town.mailsTo(ANN)).length, before)
    assert.equal((await town.mailsTo('here@example.org')).length, 1)
    const all = (await town.town.mails()).join('\n')
    assert(!all.includes(number))
    assert(!/nuisance|graffiti/.test(all))
    const ofCase = (await town.mailsTo('case@example.org')).at(-1)
    assert(!/Centrum|Dijkstraat/.test(ofCase?.text ?? ''))
  })

  it('of what somebody stopped is in no later mail, also one that waits for something else', async () => {
    await using town = await openSubscriberTown()
    const stopped = await town.town.report(LAMP)
    const kept = await town.town.report({ category: 'lamp-out', asset: 'L5' })
    await town.follow(ANN, { case: stopped.number })
    const token = await town.follow(ANN, { case: kept.number })
    const before = (await town.mailsTo(ANN)).length
    await done(town, stopped.number)
    await done(town, kept.number)
    await town.caughtUp()
    const { status } = await town.withLink('POST', '/subscription-stops?number=1', token)
    assert.equal(status, 201)
    await town.told()
    const text = (await town.mailsTo(ANN))
      .slice(before)
      .map((mail) => mail.text)
      .join('\n')
    assert(text.includes(kept.number), 'what is still followed is told')
    assert(!text.includes(stopped.number), text)
  })

  it('of a case that two subscriptions are about is told as long as one of them is there', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    const { number } = await town.town.report(LAMP)
    const token = await town.follow(ANN, { case: number })
    const before = (await town.mailsTo(ANN)).length
    await done(town, number)
    await town.caughtUp()
    await town.withLink('POST', '/subscription-stops?number=2', token)
    await town.told()
    const [mail, ...others] = (await town.mailsTo(ANN)).slice(before)
    assert.deepEqual(others, [])
    assert(mail?.text.includes(number))
  })

  it('of before somebody followed, or of the past, is told to nobody', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.follow(ANN, { area: 'centrum' })
    const before = (await town.mailsTo(ANN)).length
    await town.told()
    assert.equal((await town.mailsTo(ANN)).length, before)
    assert(!(await town.town.mails()).join('').includes(number))
  })

  it('is neither lost nor doubled by processes that read it together, or end half-way', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    const before = (await town.mailsTo(ANN)).length
    const numbers = []
    {
      await using _second = await town.town.open({ roles: ['work'] })
      await using _third = await town.town.open({ roles: ['work'] })
      for (let lamp = 1; lamp <= 8; lamp++)
        numbers.push((await town.town.report({ category: 'lamp-out', asset: `L${lamp}` })).number)
    }
    await town.caughtUp()
    // As if the one that wrote the mail was killed after it took the news and before it left.
    const [{ id, subscriber }] = await town.rows(`
      select jsonb_build_object('id', o.id, 'subscriber', o.body ->> 'subscriber') as row
      from platform.outbox o where type = 'nl.lantaarn.subscription.news.v1' and delivered_at is null`)
    const { takeNews } = await import('#modules/subscriptions')
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      takeNews(query, NOORDDIJK, { subscriber, mail: id, now_ms: town.town.clock() }),
    )
    const late = await town.town.report({ category: 'lamp-out', asset: 'L12' })
    await town.told()
    await town.told()
    const mails = (await town.mailsTo(ANN)).slice(before)
    const text = mails.map((one) => one.text).join('\n')
    for (const number of [...numbers, late.number])
      assert.equal(text.split(`/cases/${number}`).length - 1, 1, `${number} is told once`)
  })

  it('that a mailbox refuses for a month ends what it follows, and that the mail server is away ends nothing', async () => {
    await using town = await openSubscriberTown()
    await town.follow(ANN, { area: 'centrum' })
    await town.town.report(LAMP)
    await town.caughtUp()
    const [laid] = await town.rows(`
      select to_jsonb(o) as row from platform.outbox o
      where type = 'nl.lantaarn.subscription.news.v1' and delivered_at is null`)
    const { createSubscriberNotes } = await import('../src/composition/subscriber-webhooks.ts')
    const notes = createSubscriberNotes({
      pool: town.app.pool,
      clock: town.town.clock,
      log: createLog({ level: 'silent' }),
    })
    const message = { ...laid, created_at: town.town.clock() }
    const refused = async (after_days: number, isOfMessage: boolean) => {
      const created_at = town.town.clock() - after_days * 24 * HOUR_MS
      const sent = { isDelivered: false, error: 'the mail server answered 550' } as const
      await notes.refused({ ...message, created_at }, isOfMessage ? { ...sent, isOfMessage } : sent)
      return (await everything(town))[0].subscribers
    }
    assert.equal(await refused(29, true), 1)
    assert.equal(await refused(90, false), 1)
    assert.equal(await refused(31, true), 0)
    assert.deepEqual(await everything(town), [NOTHING])
    const before = (await town.mailsTo(ANN)).length
    await town.told()
    assert.equal((await town.mailsTo(ANN)).length, before, 'what waited does not leave')
  })

  it('of a case ends some time after the case did', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.follow(ANN, { case: number })
    await done(town, number)
    const body = { by: 'sample', outcome: 'confirmed' }
    await town.post(`/cases/${number}/verifications`, { as: 'desk', body })
    await town.told()
    const text = (await town.mailsTo(ANN)).at(-1)?.text ?? ''
    assert(text.includes('Het is opgelost en bevestigd.'), text)
    town.town.pass(61 * 24 * HOUR_MS)
    const { endOverdue } = await import('#modules/subscriptions')
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      endOverdue(query, NOORDDIJK, town.town.clock()),
    )
    assert.deepEqual(await everything(town), [NOTHING])
  })

  it('of a case that closed before they confirmed it ends as well', async () => {
    await using town = await openSubscriberTown()
    const { number } = await town.town.report(LAMP)
    await town.ask({ email: ANN, case: number })
    const token = await town.linkTo(ANN)
    await done(town, number)
    const body = { by: 'sample', outcome: 'confirmed' }
    await town.post(`/cases/${number}/verifications`, { as: 'desk', body })
    await town.caughtUp()
    const told = await town.withLink('POST', '/subscription-confirmations', token)
    assert.equal(told.json.items[0].status, 'active')
    town.town.pass(61 * 24 * HOUR_MS)
    const { endOverdue } = await import('#modules/subscriptions')
    await town.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      endOverdue(query, NOORDDIJK, town.town.clock()),
    )
    assert.deepEqual(await everything(town), [NOTHING])
  })
})
