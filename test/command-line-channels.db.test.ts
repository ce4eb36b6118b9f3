import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readEndpoints } from '#modules/directory'
import { runCommandLine } from '../src/command-line.ts'
import { environmentOf, type Ran } from './manual.ts'
import { type Open311Party, openOpen311Party } from './open311-party.ts'
import { readMail } from './read-mail.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, TOWN_SECRET } from './town.ts'

const PROJECT = path.join(import.meta.dirname, '..')
const TOWN = ['--municipality', NOORDDIJK]

describe('the commands of whoever connects a party', () => {
  const stack = new AsyncDisposableStack()
  let town: SmallTown
  let party: Open311Party
  let folder: string
  let keyFile: string

  before(async () => {
    town = stack.use(await openTown())
    party = stack.use(await openOpen311Party(town.clock, { format: 'xml' }))
    folder = await mkdtemp(path.join(tmpdir(), 'channels-'))
    stack.defer(() => rm(folder, { recursive: true }))
    keyFile = path.join(folder, 'key.txt')
    await writeFile(keyFile, `${party.api_key}\n`)
  })
  after(() => stack.disposeAsync())

  async function run(...words: string[]): Promise<Ran> {
    const [out, err]: [string[], string[]] = [[], []]
    const environment = {
      ...environmentOf(town.database, folder),
      SECRET_KEY: TOWN_SECRET,
      ALLOW_PRIVATE_WEBHOOKS: 'yes',
    }
    const code = await runCommandLine(words, {
      environment,
      project: PROJECT,
      out: (line) => void out.push(...line.split('\n')),
      err: (line) => void err.push(...line.split('\n')),
    })
    return { code, out, err }
  }

  async function well(...words: string[]): Promise<string[]> {
    const { code, out, err } = await run(...words)
    assert.equal(code, 0, `lantaarn ${words.join(' ')}\n${err.join('\n')}`)
    return out
  }

  const endpointOf = async (organisation: string) =>
    (await readEndpoints(town.app.worker, town.app.vault, [organisation])).get(organisation)

  function agreeOpen311(own: { testService?: string; serviceCode?: string } = {}) {
    const { testService, serviceCode = 'LAMP' } = own
    const attributes = [{ code: 'POLE', field: 'asset-number' as const }]
    const services = [{ category: 'lighting', serviceCode, attributes }]
    return town.enter([
      agreementOf({
        id: 'lighting',
        party: 'lichtwerk',
        categories: ['lighting'],
        scope: { managers: ['noorddijk'] },
        reach: {
          channel: 'open311',
          open311: { services, ...(testService === undefined ? {} : { testService }) },
        },
      }),
    ])
  }

  const WRONG: readonly [words: string[], sentence: RegExp][] = [
    [['endpoint'], /^Which organisation\?$/],
    [['endpoint', 'lichtwerk'], /^At which URL\?$/],
    [['endpoint', 'lichtwerk', 'ftp://x.example'], /^An endpoint is an http\(s\) address/],
    [['endpoint', 'nobody', 'https://x.example'], /^Organisation nobody is not known here\.$/],
    [
      ['endpoint', 'nobody', 'https://x.example', '--open311'],
      /^Organisation nobody is not known here\.$/,
    ],
    [['endpoint', 'nobody', 'mailto:a@b.example'], /^Organisation nobody is not known here\.$/],
    [['endpoint', 'lichtwerk', 'mailto:a'], /^A mail address looks like mailto:/],
    [
      ['endpoint', 'lichtwerk', 'mailto:a@b.example', '--language', 'de'],
      /^A language is nl or en/,
    ],
    [['endpoint', 'lichtwerk', 'https://x.example', '--poll', '60'], /goes with --open311\.$/],
    [['endpoint', 'lichtwerk', 'https://x.example', '--open311', '--poll', 'x'], /^poll_s: /],
    [['endpoint', 'lichtwerk', 'https://x.example', '--open311', '--format', 'y'], /^format: /],
    [['endpoint', 'lichtwerk', 'https://x.example', '--open311', '--repeats', 'y'], /^repeats: /],
    [['endpoint', 'lichtwerk', 'https://x.example', '--most-at-once', '0'], /^most_at_once: /],
    [
      ['endpoint', 'lichtwerk', 'https://x.example', '--open311', '--api-key-file', '/no/such'],
      /no\/such/,
    ],
    [['limits'], /^Which organisation\?$/],
    [['limits', 'nobody'], /^Organisation nobody has no endpoint\. First: lantaarn endpoint$/],
    [['limits', 'groenwerk', '--most-at-once', '1.5'], /^most_at_once: /],
    [['limits', 'groenwerk', '--most-per-minute=-1'], /^most_per_minute: /],
    [['test-party'], /^Which organisation\?$/],
    [['test-party', 'groenwerk'], /^Which --municipality\?$/],
    [
      ['test-party', 'nobody', ...TOWN],
      /^No agreement of GM9801 reaches nobody by a system or mail/,
    ],
    [['test-party', 'buurtgroep', ...TOWN, 'x'], /one word too many/],
  ]
  for (const [words, sentence] of WRONG)
    it(`lantaarn ${words.join(' ')} is refused in one sentence, and changes nothing`, async () => {
      const before = [await endpointOf('lichtwerk'), await endpointOf('groenwerk')]
      const { code, out, err } = await run(...words)
      assert.equal(code, 1, err.join('\n'))
      assert.deepEqual(out, [])
      assert.equal(err.length, 1, err.join('\n'))
      assert.match(err[0] ?? '', sentence)
      assert.deepEqual([await endpointOf('lichtwerk'), await endpointOf('groenwerk')], before)
    })

  it('limits says what holds from now on, keeps the secret, and takes the limits off again', async () => {
    const before = await endpointOf('groenwerk')
    assert.deepEqual(await well('limits', 'groenwerk', '--most-at-once', '4'), [
      'groenwerk: 4 at once, any number in a minute',
    ])
    assert.deepEqual(await endpointOf('groenwerk'), { ...before, limits: { most_at_once: 4 } })
    assert.deepEqual(
      await well('limits', 'groenwerk', '--most-at-once', '2', '--most-per-minute', '60'),
      ['groenwerk: 2 at once, 60 in a minute'],
    )
    assert.deepEqual((await endpointOf('groenwerk'))?.limits, {
      most_at_once: 2,
      most_per_minute: 60,
    })
    assert.deepEqual(await well('limits', 'groenwerk'), [
      'groenwerk: any number at once, any number in a minute',
    ])
    assert.deepEqual((await endpointOf('groenwerk'))?.limits ?? {}, {})
  })

  it('endpoint --open311 keeps the key of the file without its line end, and says no secret', async () => {
    const out = await well(
      'endpoint',
      'lichtwerk',
      party.url,
      '--open311',
      ...['--api-key-file', keyFile, '--format', 'xml', '--jurisdiction', 'noorddijk.example'],
      ...['--poll', '60', '--repeats', 'when-not-found', '--updates', '--most-at-once', '2'],
    )
    assert.deepEqual(out, [
      'Work of lichtwerk goes to its Open311 server, where its agreement says "open311".',
    ])
    assert.deepEqual(await endpointOf('lichtwerk'), {
      organisation: 'lichtwerk',
      kind: 'open311',
      url: `${party.url}/`,
      secret: party.api_key,
      limits: { most_at_once: 2 },
      open311: {
        format: 'xml',
        jurisdiction_id: 'noorddijk.example',
        poll_s: 60,
        repeats: 'when-not-found',
        has_updates: true,
      },
    })
  })

  it('test-party reads what the server has, and posts to the service that the agreement names for it alone', async () => {
    await agreeOpen311()
    const read = await well('test-party', 'lichtwerk', ...TOWN)
    assert.equal(party.requests.length, 0, 'without a service for tests nothing is posted')
    for (const step of ['connection', 'answer', 'discovery', 'services', 'mapping'])
      assert(
        read.some((line) => line.startsWith(`open311 ${step}: good`)),
        `${step} in\n${read.join('\n')}`,
      )
    await agreeOpen311({ testService: 'OTHER' })
    const posted = await well('test-party', 'lichtwerk', ...TOWN)
    assert(posted.some((line) => line.startsWith('open311 test-request: good')))
    const [request] = party.requests
    assert.equal(party.requests.length, 1)
    assert.equal(request?.service_code, 'OTHER')
    assert.match(request?.form.get('description') ?? '', /^TEST van Lantaarn voor Noorddijk/)
    assert.equal(request?.form.get('jurisdiction_id'), 'noorddijk.example')
    assert(!posted.join('\n').includes(party.api_key), 'the key is in no line')
  })

  it('test-party tells what does not fit, and fails', async () => {
    const before = party.requests.length
    await agreeOpen311({ serviceCode: 'GONE', testService: 'NOWHERE' })
    const { code, out, err } = await run('test-party', 'lichtwerk', ...TOWN)
    assert.equal(code, 1)
    assert(out.includes('open311 mapping: WRONG, lighting → GONE: not in services'), out.join('\n'))
    assert(out.some((line) => line.startsWith('open311 test-request: WRONG')))
    assert.deepEqual(err, ['lantaarn test-party: lichtwerk is not reached as agreed'])
    assert.equal(party.requests.length, before)
    party.odd.add('key-refused')
    const refused = await run('test-party', 'lichtwerk', ...TOWN)
    party.odd.delete('key-refused')
    assert(refused.out.some((line) => /^open311 discovery: WRONG, .*api_key is wrong/.test(line)))
    assert(![...refused.out, ...refused.err].join('\n').includes(party.api_key))
  })

  it('test-party mails a test that says so, in the language of the party, with nothing to answer', async () => {
    await town.enter([
      agreementOf({
        id: 'trees',
        party: 'groenwerk',
        categories: ['tree'],
        reach: { channel: 'email' },
      }),
    ])
    const missing = await run('test-party', 'groenwerk', ...TOWN)
    assert.equal(missing.code, 1)
    assert(
      missing.out.includes('email endpoint: WRONG, lantaarn endpoint ORGANISATION mailto:ADDRESS'),
    )

    assert.deepEqual(
      await well('endpoint', 'groenwerk', 'mailto:green@work.example', '--language', 'en'),
      ['Assignments of groenwerk go to green@work.example, where its agreement says "email".'],
    )
    const out = await well('test-party', 'groenwerk', ...TOWN)
    assert(
      out.some((line) => line.startsWith('email mail: good')),
      out.join('\n'),
    )
    const [name = '', ...others] = await readdir(path.join(folder, 'mail'))
    assert.deepEqual(others, [])
    const mail = readMail(await readFile(path.join(folder, 'mail', name), 'utf8'))
    assert.equal(mail.to, 'green@work.example')
    assert.equal(mail.subject, '[TEST] Message of the municipality of Noorddijk')
    assert.match(mail.text, /^This is a test\. You need not do anything\./)
    assert.doesNotMatch(mail.text, /https?:/)
  })
})
