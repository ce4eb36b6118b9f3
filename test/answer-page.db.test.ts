import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { verifyChain } from '#journal'
import type { Link } from '#platform/link'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type MailTown, openMailTown } from './mail-town.ts'
import { NOORDDIJK, until, ZUIDDIJK } from './town.ts'

const DAY_MS = 86_400_000
const LAMP = { category: 'lamp-out', words: { description: 'words <of> a person' } }

let town: MailTown
before(async () => {
  await ensureWebBuild(() => undefined)
  town = await openMailTown({ roles: ['work', 'web'] })
})
after(() => town[Symbol.asyncDispose]())

type Sent = { form?: Record<string, string>; method?: string; english?: boolean }

async function send(address: string, { form, method, english }: Sent = {}) {
  const { pathname, search } = new URL(address, 'http://localhost')
  const body = new FormData()
  for (const [name, value] of Object.entries(form ?? {})) body.set(name, value)
  const response = await town.app.http.request(pathname + search, {
    method: method ?? (form ? 'POST' : 'GET'),
    headers: { 'accept-language': english ? 'en' : 'nl' },
    ...(form ? { body } : {}),
  })
  const { status, headers } = response
  const text = (await response.text()).replaceAll('<!-- -->', '')
  return { status, headers, location: headers.get('location') ?? '', text }
}

const NAME = { do: 'answer', name: 'Marijke Markering' }
const give = (address: string, answer: string, fields: Record<string, string> = {}) =>
  send(address, { form: { ...NAME, answer, ...fields } })

let lamps = 0

/** A lamp of its own that is reported, with the mail that its party got. */
async function reported(category = 'lamp-out') {
  lamps += 1
  const report = { ...LAMP, category, asset: `L${lamps}` }
  const { number, caseId } = await town.report(report)
  const mail = await mailOf(number, 1)
  const id = (await town.case(number)).assignments[0]?.id ?? ''
  await until('it is received', async () => (await town.assignment(id)).delivered_at !== null)
  return { number, caseId, id, answer: mail.answer ?? '' }
}

const mailsOf = async (number: string) =>
  (await town.readMails()).filter(({ subject }) => subject.includes(number))

/** The first, second … mail about a case. */
async function mailOf(number: string, which: number) {
  await until(`mail ${which}`, async () => (await mailsOf(number)).length >= which)
  const mail = (await mailsOf(number))[which - 1]
  assert(mail)
  return mail
}

const linkTo = (subject: string, own: Partial<Link> = {}) =>
  `/${NOORDDIJK}/answer/${town.app.vault.signLink({
    kind: 'assignment',
    tenant: NOORDDIJK,
    subject,
    revision: 1,
    expires_ms: town.clock() + DAY_MS,
    ...own,
  })}`

/** Every row of every table, so that nothing can change unseen. */
async function everything(): Promise<string> {
  const owner = new pg.Client(town.database.ownerUrl)
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`)
  const found: string[] = []
  for (const { name } of tables) {
    await owner.query(`alter table ${name} no force row level security`)
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    await owner.query(`alter table ${name} force row level security`)
    found.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  await owner.end()
  return found.sort().join('\n')
}

describe('the answer page', () => {
  it('shows a crew what, where, by when and why, and asks with words that everybody knows', async () => {
    const { answer, number } = await reported()
    const { status, text, headers } = await send(answer)
    assert.equal(status, 200)
    for (const said of [
      `lamp-out <span class="number">${number}</span>`,
      'Gemeente Noorddijk vraagt Lichtwerk B.V. om dit te doen.',
      'Dijkstraat, Centrum',
      'donderdag 11\u00a0juni vóór\u00a010:00',
      'words &lt;of&gt; a person',
      'volgens de afspraak ‘Agreement lighting’',
      'href="geo:52.005000,',
    ])
      assert(text.includes(said), said)
    // Nobody else hears the address; with no-referrer a browser would disown our own form.
    assert.equal(headers.get('referrer-policy'), 'same-origin')
    assert.match(headers.get('x-robots-tag') ?? '', /noindex/)
    assert.match(text, /<meta name="robots" content="noindex/)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//, 'nothing of a third party')
    assert.doesNotMatch(text, /__reactRouter/, 'no framework')
    const own = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    assert.equal([...own.matchAll(/<button/g)].length, 1)
  })

  it('has a heading, a label for each field, one language, and no id twice', async () => {
    const { answer } = await reported()
    for (const english of [false, true]) {
      const faulty = await send(answer, { form: { do: 'answer', answer: 'planned' }, english })
      for (const { text } of [await send(answer, { english }), faulty]) {
        assert.match(text, english ? /<html lang="en"/ : /<html lang="nl"/)
        assert.equal([...text.matchAll(/<h1/g)].length, 1)
        assert.match(text, /<fieldset[^>]*><legend>/)
        const own = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
        const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        assert.equal(new Set(ids).size, ids.length)
        const fields = [...own.matchAll(/<(?:input|select|textarea)[^>]*>/g)].map(([tag]) => tag)
        for (const tag of fields.filter((one) => !one.includes('type="hidden"'))) {
          const id = / id="([^"]+)"/.exec(tag)?.[1]
          assert(id && new RegExp(`<label[^>]* for="${id}"|<label for="${id}"`).test(own), tag)
        }
        for (const [, by] of text.matchAll(/aria-describedby="([^"]+)"/g))
          for (const id of by?.split(' ') ?? []) assert(ids.includes(id), id)
      }
    }
  })

  it('takes an answer once, says thanks, and mails the link for the next step and shows it nowhere', async () => {
    const { answer, id, number } = await reported()
    const given = await give(answer, 'accepted', { remark: 'wij komen' })
    assert.equal(given.status, 303)
    assert.equal((await town.assignment(id)).status, 'accepted')
    const next = await mailOf(number, 2)
    const thanked = await send(given.location)
    assert.match(thanked.text, /Dank u wel[\s\S]*Lichtwerk B\.V\. krijgt een mail/)
    assert(next.answer && next.answer !== answer)
    assert(!thanked.text.includes(next.answer.split('/').at(-1) ?? ''))
    const done = await give(next.answer, 'done', { 'done.cause': 'lamp' })
    assert.equal(done.status, 303)
    assert.equal((await town.assignment(id)).status, 'done')
    assert.match((await send(done.location)).text, /Het werk is klaar gemeld/)
  })

  it('keeps the name of whoever answers out of the journal and of every table', async () => {
    const { answer } = await reported()
    await give(answer, 'accepted', { remark: 'een opmerking van Marijke' })
    const all = await everything()
    for (const word of ['Markering', 'een opmerking', 'lichtwerk.example'])
      for (const form of [word, Buffer.from(word).toString('hex')])
        assert(!all.includes(form), form)
    assert.match(all, /"by"+: ?"+link\/lichtwerk"/)
    assert.deepEqual((await verifyChain(town.app.pool, NOORDDIJK)).faults, [])
  })

  it('tells a second user calmly what happened, without a name, and mails a new link to the party alone', async () => {
    const { answer, id, number } = await reported()
    await give(answer, 'planned', { 'planned.on': '2026-06-12' })
    await mailOf(number, 2)
    const before = (await town.assignment(id)).revision
    for (const text of [
      (await send(answer)).text,
      (await give(answer, 'not-ours', NOT_OURS)).text,
    ]) {
      assert.match(text, /Deze link is al gebruikt/)
      assert.match(text, /Het is gepland, <time[^>]*>9\sjuni\s2026 om\s10:00/)
      assert.match(text, /Lichtwerk B\.V\. is nog aan zet/)
      assert.doesNotMatch(text, /Marijke|words/)
      assert.match(text, /Mail een nieuwe link naar Lichtwerk/)
    }
    assert.equal((await give(answer, 'not-ours', NOT_OURS)).status, 409)
    assert.equal((await town.assignment(id)).revision, before)
    for (let i = 0; i < 3; i++) {
      const asked = await send(answer, { form: { do: 'link' } })
      assert.match((await send(asked.location)).text, /Er gaat een nieuwe link naar het mailadres/)
    }
    const fresh = await mailOf(number, 3)
    assert.equal(fresh.to, 'werk@lichtwerk.example')
    assert.match(fresh.subject, /Nieuwe link/)
    assert.equal((await give(fresh.answer ?? '', 'started')).status, 303)
    await mailOf(number, 4)
    assert.equal((await mailsOf(number)).length, 4, 'asked three times, mailed once')
  })

  it('takes a form that is sent twice as one answer', async () => {
    const { answer, id } = await reported()
    const form = /name="form" value="([^"]+)"/.exec((await send(answer)).text)?.[1] ?? ''
    const twice = await Promise.all([
      give(answer, 'accepted', { form }),
      give(answer, 'accepted', { form }),
    ])
    assert.deepEqual(
      twice.map(({ status }) => status),
      [303, 303],
    )
    assert.equal((await town.assignment(id)).revision, 2)
  })

  it('says who has it now when it was withdrawn while the page was open', async () => {
    const { answer, caseId } = await reported()
    await town.app.cases(NOORDDIJK, {
      type: 'OverruleRouting',
      caseId,
      overrule: {
        by: 'desk',
        reasonDigest: 'x',
        agreement: 'provincial-lighting',
        version: 1,
        party: 'provincie',
        informed: [],
      },
      seals: { keys: [], boxes: [] },
    })
    const late = await give(answer, 'accepted')
    assert.equal(late.status, 409)
    assert.match(late.text, /U hoeft dit niet meer te doen[\s\S]*Het is nu bij Provincie/)
    const own = late.text.slice(late.text.indexOf('<main'), late.text.indexOf('</main>'))
    assert.doesNotMatch(own, /52\.005|words|<form/)
    const asked = await send(answer, { form: { do: 'link' } })
    assert.doesNotMatch((await send(asked.location)).text, /Er gaat een nieuwe link/)
  })

  it('offers a new link where one has expired, and takes no answer by it', async () => {
    const { id, number } = await reported()
    const old = linkTo(id, { expires_ms: town.clock() })
    const page = await send(old)
    assert.match(page.text, /Deze link is verlopen[\s\S]*Mail een nieuwe link/)
    assert.doesNotMatch(page.text, /Dijkstraat|lamp-out|words/)
    await give(old, 'accepted')
    assert.equal((await town.assignment(id)).status, 'offered')
    const asked = await send(old, { form: { do: 'link' } })
    assert.match((await send(asked.location)).text, /Er gaat een nieuwe link/)
    assert.match((await mailOf(number, 2)).subject, /Nieuwe link/)
  })

  it('is not there for a link that is forged, cut off, of another town, kind or nothing', async () => {
    const { id, answer } = await reported()
    const { pathname } = new URL(answer)
    const forged = [
      `${pathname.slice(0, -3)}AAA`,
      pathname.slice(0, -5),
      pathname.replace(NOORDDIJK, ZUIDDIJK),
      linkTo(id, { tenant: ZUIDDIJK }),
      linkTo(id, { kind: 'report' }),
      `/${NOORDDIJK}/answer/ll_`,
      `/${NOORDDIJK}/answer/lk_of_party`,
      `/${NOORDDIJK}/answer/${'A'.repeat(5_000)}`,
    ]
    for (const path of forged) {
      for (const form of [undefined, { ...NAME, answer: 'accepted' }, { do: 'link' }]) {
        const { status, text } = await send(path, form ? { form } : {})
        assert.equal(status, 404, path)
        assert.doesNotMatch(text, /Dijkstraat|lamp-out|words|Lichtwerk/)
      }
    }
    assert.equal((await town.assignment(id)).status, 'offered')
    const other = await reported()
    const misused = await town.app.http.request(`/api/v1/assignments/${other.id}`, {
      headers: { authorization: `Bearer ${pathname.split('/').at(-1)}` },
    })
    assert.equal(misused.status, 403)
  })

  it('takes no form of another site', async () => {
    const { answer, id } = await reported()
    const { pathname } = new URL(answer)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const body = new URLSearchParams({ ...NAME, answer: 'accepted' })
      const sent = await town.app.http.request(pathname, { method: 'POST', headers, body })
      assert.equal(sent.status, 403)
    }
    assert.equal((await town.assignment(id)).revision, 1)
    const { headers } = await send(answer)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'.*form-action 'self'; frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
  })

  it('gives back all that was typed with what is missing, and records nothing', async () => {
    const { answer, id } = await reported()
    const remark = 'een <lange> opmerking'
    const told = await send(answer, { form: { do: 'answer', answer: 'not-ours', remark } })
    assert.equal(told.status, 400)
    assert.match(told.text, /role="alert"[\s\S]*Vul uw naam in[\s\S]*Kies waarom het niet van u is/)
    assert(told.text.includes('een &lt;lange&gt; opmerking'))
    assert.match(told.text, /<input(?=[^>]*checked)[^>]*value="not-ours"/)
    const refused = await give(answer, 'facts-corrected', { 'facts-corrected.asset': 'L999' })
    assert.equal(refused.status, 400)
    assert.match(refused.text, /Dit objectnummer kennen wij niet/)
    assert.match((await give(answer, 'facts-corrected')).text, /Verbeter iets/)
    assert.equal((await town.assignment(id)).revision, 1)
  })
})

const NOT_OURS = { 'not-ours.reason': 'not-our-area' }

describe('each answer through the form', () => {
  /** The answer, what is filled in with it, what was answered before it, and the status that it leads to. */
  const WAYS: [string, Record<string, string>, string[], string][] = [
    ['accepted', {}, [], 'accepted'],
    ['planned', { 'planned.on': '2026-06-12' }, [], 'planned'],
    ['made-safe', {}, [], 'offered'],
    ['started', {}, [], 'started'],
    ['done', { 'done.cause': 'lamp', 'done.next': 'paving-repair' }, [], 'done'],
    ['nothing-found', { remark: 'hij brandt' }, [], 'nothing-found'],
    ['needs-first', { 'needs-first.first': 'cable-disconnect' }, ['accepted'], 'accepted'],
    [
      'passed-on',
      { 'passed-on.cause': 'cable', 'passed-on.next': 'cable-reconnect' },
      ['accepted'],
      'passed-on',
    ],
    ['question', { 'question.question': 'Welke kant van de weg?' }, [], 'offered'],
    ['facts-corrected', { 'facts-corrected.asset': 'L15' }, [], 'offered'],
    ['not-ours', { 'not-ours.reason': 'not-our-asset' }, [], 'not-ours'],
    [
      'will-not-be-done',
      { 'will-not-be-done.reason': 'policy', remark: 'ons beleid' },
      [],
      'will-not-be-done',
    ],
  ]
  for (const [kind, fields, first, status] of WAYS)
    it(`records ${kind}`, async () => {
      await using own = await openMailTown({ roles: ['work', 'web'] })
      const { number } = await own.report({
        ...LAMP,
        asset: 'L3',
        contact: { email: 'jan@example.org' },
      })
      const toParty = (count: number) => own.mailedTo('werk@lichtwerk.example', count)
      let [mail] = await toParty(1)
      const post = async (answer: string, more: Record<string, string>) => {
        const { pathname } = new URL(mail?.answer ?? '')
        const page = await (await own.app.http.request(pathname)).text()
        assert(page.includes(`value="${answer}"`), `${answer} is on the page`)
        for (const name of Object.keys(more)) assert(page.includes(`name="${name}"`), name)
        const body = new URLSearchParams({ ...NAME, answer, ...more })
        return own.app.http.request(pathname, { method: 'POST', body })
      }
      for (const [i, answer] of first.entries()) {
        assert.equal((await post(answer, {})).status, 303)
        mail = (await toParty(i + 2)).at(-1)
      }
      const given = await post(kind, fields)
      assert.equal(given.status, 303, await given.text())
      const [assignment] = (await own.case(number)).assignments
      assert.equal(assignment?.status, status)
    })

  it('offers only what makes sense: made safe first where it is dangerous, no work while another goes first', async () => {
    const danger = await reported('mast-hit')
    const page = (await send(danger.answer)).text
    assert.match(page, /Gevaar: maak het eerst veilig/)
    assert.doesNotMatch(page, /value="(?:not-ours|will-not-be-done|passed-on)"/)
    assert(page.indexOf('value="made-safe"') < page.indexOf('value="accepted"'))
    const refused = await give(danger.answer, 'not-ours', NOT_OURS)
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Meld eerst dat het veilig is gemaakt/)
    await give(danger.answer, 'made-safe')
    const next = await mailOf(danger.number, 2)
    assert.match((await send(next.answer ?? '')).text, /value="not-ours"/)
  })
})

/** The end of a message that has left: when, and neither taken back nor with an error. */
const DELIVERED = /,"[^"]+",+\)$/

describe('a scanner of mails', () => {
  it('that opens every link of every mail, again and again, changes nothing at all', async () => {
    await using own = await openMailTown({ roles: ['work', 'web'] })
    await own.report({ ...LAMP, asset: 'L3' })
    await own.report({ category: 'mast-hit', asset: 'L5' })
    await own.report({ category: 'nuisance', place: { lon: 5.01, lat: 52.01 } })
    await own.mailed(3)
    const kept = town
    town = own
    try {
      await until('every delivery is recorded', async () =>
        (await everything())
          .split('\n')
          .filter((row) => row.startsWith('platform.outbox '))
          .every((row) => DELIVERED.test(row)),
      )
      await settled()
      const before = await everything()
      let opened = 0
      for (const mail of await own.readMails())
        for (const url of mail.links)
          for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'OPTIONS']) {
            const { status } = await send(url, { method })
            assert(status < 500)
            opened += 1
          }
      assert(opened >= 25, `${opened} were opened`)
      assert.equal(await everything(), before)
      assert.equal((await own.mails()).length, 3)
    } finally {
      town = kept
    }
  })
})

/** Until two looks at everything are the same: what was under way has been written down. */
async function settled(): Promise<void> {
  let last = ''
  await until('nothing changes any more', async () => {
    const now = await everything()
    const isSame = now === last
    last = now
    return isSame
  })
}
