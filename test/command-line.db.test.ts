import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { readHead } from '#journal'
import type { App } from '../src/app.ts'
import { COMMANDS } from '../src/commands.ts'
import { type Folder, openFolder } from './import-town.ts'
import { environmentOf, openCommandLine, type Ran, type TestCommandLine } from './manual.ts'
import { openTestApp } from './test-app.ts'

const PROJECT = path.join(import.meta.dirname, '..')
const EXAMPLES = path.join(PROJECT, 'docs/examples/agreements')
const at = (file: string) => path.join(EXAMPLES, file)
const TOWN = ['--municipality', 'GM9921']
const DRAFT = at('duinmeer/agreements.yaml')

describe('the command line', () => {
  const stack = new AsyncDisposableStack()
  let line: TestCommandLine
  let app: App
  let folder: Folder

  before(async () => {
    line = stack.use(await openCommandLine())
    app = stack.use(await openTestApp({ roles: [], database: line.database }))
    folder = stack.use(await openFolder())
    await well('import', 'municipalities', at('municipalities.geojson'), '--serve', 'GM9921')
    const lamps = ['--mapping', at('lamps.yaml')]
    await well('import', 'register', at('duinmeer/lamps.csv'), ...lamps, ...TOWN)
    const reports = ['--mapping', at('reports.yaml')]
    await well('import', 'reports', at('duinmeer/reports.csv'), ...reports, ...TOWN)
    await well('import', 'agreements', DRAFT, '--as-draft', 'rows')
  })
  after(() => stack.disposeAsync())

  async function well(...words: string[]): Promise<Ran> {
    const ran = await line.run(...words)
    assert.equal(ran.code, 0, `lantaarn ${words.join(' ')}\n${ran.err.join('\n')}`)
    return ran
  }
  const head = () => app.pool.read({ tenant: 'GM9921' }, (query) => readHead(query, 'GM9921'))

  /** It ends with 1 and one sentence, answers nothing, and leaves the journal as it was. */
  async function refused(words: readonly string[], sentence: RegExp, lines = 1): Promise<void> {
    const before = await head()
    const { code, out, err } = await line.run(...words)
    const shown = `lantaarn ${words.join(' ')}: ${err.join('\n')}`
    assert.equal(code, 1, shown)
    assert.deepEqual(out, [], shown)
    assert.match(err.join('\n'), sentence, shown)
    assert.equal(err.length, lines, shown)
    assert.doesNotMatch(err.join('\n'), /\bat .+:\d+:\d+|\[object|undefined/, shown)
    assert.deepEqual(await head(), before, `${shown}\nchanged the journal`)
  }

  const REFUSED: [words: string[], sentence: RegExp, lines?: number][] = [
    [['coverage'], /^Which --municipality\?$/],
    [['coverage', '--municipality', 'GM0001'], /^Municipality GM0001 is not served here/],
    [['coverage', ...TOWN, '--category', 'nothing'], /^There is no category nothing in GM9921\.$/],
    [['coverage', ...TOWN, '--area', 'nowhere'], /^There is no area nowhere in GM9921\.$/],
    [['coverage', ...TOWN, '--at', 'soon'], /^--at soon: this is no moment\.$/],
    [['coverage', ...TOWN, '--at', '2027-02-30'], /this is no moment/],
    [['coverage', ...TOWN, '--draft', 'none'], /^There is no draft none in GM9921\.$/],
    [['coverage', ...TOWN, 'rows'], /"rows" is one word too many/],
    [['coverage', ...TOWN, '--colour', 'red'], /Unknown option '--colour'/],
    [['simulate', ...TOWN], /^Which draft\?$/],
    [['simulate', 'rows'], /^Which --municipality\?$/],
    [['simulate', 'none', ...TOWN], /^There is no draft none in GM9921\.$/],
    [['simulate', 'rows', ...TOWN, '--from', '2025-02-30'], /a date is written as 2026-01-31/],
    [['simulate', 'rows', ...TOWN, '--to', 'now'], /^--to now: a date is written as/],
    [
      ['simulate', 'rows', ...TOWN, '--from', '2025-02-01', '--to', '2025-01-01'],
      /not before --to/,
    ],
    [['import', 'agreements'], /^Which file\?$/],
    [
      ['import', 'agreements', 'nothing.yaml'],
      /^lantaarn import agreements: there is no .*nothing/,
    ],
    [['import', 'agreements', EXAMPLES], /that is a folder, and a file is needed/],
    [['import', 'agreements', DRAFT, DRAFT], /is one word too many/],
    [
      ['import', 'agreements', DRAFT, '--as-draft', 'two words'],
      /--as-draft: "two words" is no name/,
    ],
    [['import', 'agreements', at('veenmeer/agreements.yaml')], /only a draft ends agreements/],
    [
      ['import', 'agreements', at('veenmeer/agreements.yaml'), '--as-draft', 'a'],
      /municipality: GM9922 is not served here/,
    ],
    [['import', 'register', at('duinmeer/lamps.csv'), ...TOWN], /^Which --mapping FILE\.yaml\?$/],
    [
      ['import', 'register', at('duinmeer/lamps.csv'), '--mapping', at('reports.yaml'), ...TOWN],
      /reports\.yaml:\d+: kind: /,
      6, // each thing that is wrong with the file
    ],
    [
      ['import', 'register', at('none.csv'), '--mapping', at('lamps.yaml'), ...TOWN],
      /^lantaarn import register: there is no .*none\.csv$/,
    ],
    [
      ['import', 'register', at('duinmeer/reports.csv'), '--mapping', at('lamps.yaml'), ...TOWN],
      /mast/,
    ],
    [
      ['import', 'reports', at('duinmeer/lamps.csv'), '--mapping', at('reports.yaml'), ...TOWN],
      /gemeld/,
    ],
    [['import', 'areas', at('duinmeer/neighbourhoods.geojson'), ...TOWN], /^--kind is one of /],
    [['import', 'areas', at('lamps.yaml'), ...TOWN, '--kind', 'district'], /lamps\.yaml/],
    [['import', 'municipalities', at('lamps.yaml')], /lamps\.yaml/],
    [['import', 'municipalities', at('municipalities.geojson'), '--serve', 'GM1'], /GM1: not in/],
    [['import', 'town', EXAMPLES], /^lantaarn import town: there is no .*municipality\.json$/],
    [['export', ...TOWN], /^To which folder\?/],
    [['export', '--municipality', 'GM0001', '--to', 'x'], /GM0001 is not served here/],
    [['export', ...TOWN, '--to', EXAMPLES], /is not empty: choose a new folder$/],
    [['export', ...TOWN, '--to', DRAFT], /agreements\.yaml is no folder$/],
    [['rebuild', ...TOWN, 'kep'], /"kep" is no word of this command/],
  ]
  it('takes what it can of a folder of the BGT, and keeps the rest with the reason', async () => {
    const feature = (lokaalID: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { lokaalID, bronhouder: 'G9921', bgtStatus: 'bestaand', plusType: 'lichtmast' },
      geometry: { type: 'Point', coordinates },
    })
    const collection = (...features: unknown[]) =>
      JSON.stringify({ type: 'FeatureCollection', features })
    const bgt = path.join(folder.at('.'), 'bgt')
    await mkdir(bgt)
    await writeFile(
      path.join(bgt, 'paal.geojson'),
      collection(feature('G9921.1', [5.1, 52.1]), feature('G9921.2', null)),
    )
    await writeFile(
      path.join(bgt, 'kast.geojson'),
      collection(feature('G9921.3', [5.1, 52.2]), feature('G9921.1', [5.1, 52.1])),
    )
    const { out } = await well('import', 'bgt', bgt, ...TOWN)
    const kept = `${bgt}.bgt.rejects.csv`
    assert.ok(out.includes(`2 rejects: ${kept}`), out.join('\n'))
    assert.deepEqual((await readFile(kept, 'utf8')).trim().split('\r\n'), [
      'line,reason,detail,row',
      '2,geometry-unreadable,paal.geojson',
      '2,id-twice,kast.geojson',
    ])
    await writeFile(path.join(bgt, 'paal.geojson'), collection(feature('G9921.1', [5.1, 52.1])))
    const elsewhere = ['--rejects', folder.at('rest.csv')]
    await well('import', 'bgt', bgt, ...TOWN, ...elsewhere)
    assert.match(await readFile(folder.at('rest.csv'), 'utf8'), /id-twice/)
  })

  for (const [words, sentence, lines] of REFUSED) {
    const name = words.map((word) => path.basename(word)).join(' ')
    it(`${name}: is refused in one sentence, and changes nothing`, async () => {
      await refused(words, sentence, lines)
    })
  }

  it('tells every fault of a file of agreements with its line, and registers none of its parties', async () => {
    const yaml = await readFile(DRAFT, 'utf8')
    const file = await folder.write(
      'wrong.yaml',
      yaml.replace('id: meerlicht,', 'id: newcomer,').replace('party: meerlicht', 'party: nobody'),
    )
    const sentence = /lamps\.party: nobody is not known in GM9921$/
    await refused(['import', 'agreements', file, '--as-draft', 'wrong'], sentence)
    await refused(['import', 'agreements', file], sentence)
    const faults = await folder.write('faults.yaml', yaml.replaceAll('basis: ', 'basis: x'))
    await refused(['import', 'agreements', faults], /faults\.yaml:\d+: agreements\[0\]\.basis/, 2)
    const ends = await folder.write('ends.yaml', `${yaml}ends: [{ id: none, on: 2027-01-01 }]\n`)
    const there = /ends\.none: there is no such agreement$/
    await refused(['import', 'agreements', ends, '--as-draft', 'ends'], there)
  })

  it('a command that there is not is told with those that there are', async () => {
    const { code, out, err } = await line.run('illuminate')
    assert.deepEqual([code, out, err[0]], [1, [], 'There is no command "illuminate".'])
    for (const name of Object.keys(COMMANDS))
      assert.ok(
        err.some((one) => one.startsWith(`  lantaarn ${name} `)),
        name,
      )
    assert.equal((await line.run('toString')).code, 1)
    assert.equal((await line.run('help')).code, 0)
  })

  it('coverage and simulation answer on the standard output alone', async () => {
    const covered = await well('coverage', ...TOWN, '--category', 'lamp-kapot')
    assert.match(covered.out.at(-1) ?? '', /^\d+ combinations, \d+ covered; /)
    assert.deepEqual(covered.err, [])
    const tried = await well('simulate', 'rows', ...TOWN, '--from', '2025-01-01')
    assert.match(tried.out.at(-1) ?? '', /^21 cases, 21 different/)
    assert.deepEqual(tried.err, [])
  })

  it('a town goes out, and in elsewhere; how far it is stands apart from the answer', async () => {
    await using elsewhere = await openCommandLine()
    const to = folder.at('out')
    const gone = await well('export', ...TOWN, '--to', `${to}/`)
    assert.ok((await readdir(to)).includes('municipality.json'))
    const came = await elsewhere.run('import', 'town', to)
    assert.equal(came.code, 0, came.err.join('\n'))
    const [, events] =
      /^GM9921: (\d+) events, each under its own digest$/.exec(came.out[0] ?? '') ?? []
    assert.ok(Number(events) > 21)
    assert.match(came.err[0] ?? '', /files are as they were exported$/)
    const [there] = (await elsewhere.run('verify', ...TOWN)).out
    assert.equal(there, (await well('verify', ...TOWN)).out[0])
    assert.match(there ?? '', /intact/)
    assert.match(gone.out.at(-1) ?? '', new RegExp(`^GM9921 at ${events}:[0-9a-f]{64}$`))
    const again = await elsewhere.run('import', 'town', to)
    assert.match(again.out.join(), /is here already, as in this folder: nothing changed$/)
    const listed = (one: Ran) => one.out.join('\n')
    const asked = ['coverage', ...TOWN, '--at', '2027-02-01', '--draft', 'rows']
    assert.equal(listed(await elsewhere.run(...asked)), listed(await well(...asked)))
  })

  it('as a process: its answer can be piped on, and cut off', async () => {
    const dataDir = folder.at('data')
    const env = { ...process.env, ...environmentOf(line.database, dataDir), LOG_LEVEL: 'debug' }
    const words = ['coverage', ...TOWN]
    const shell = `"${process.execPath}" src/main.ts ${words.join(' ')} | head -n 1`
    const piped = spawn('sh', ['-c', shell], { cwd: PROJECT, env })
    const [out, err] = await Promise.all([text(piped.stdout), text(piped.stderr)])
    assert.match(out, /^[a-z-]+ · .* — .*\n$/)
    assert.doesNotMatch(err, /EPIPE|at .+:\d+:\d+/)
    const wrong = ['src/main.ts', 'export', ...TOWN, '--to', EXAMPLES]
    const failing = spawn(process.execPath, wrong, { cwd: PROJECT, env })
    const [answer, told] = await Promise.all([
      text(failing.stdout),
      text(failing.stderr),
      once(failing, 'exit'),
    ])
    assert.match(told, /"level":"debug".*\n.*is not empty: choose a new folder\n$/)
    assert.deepEqual([answer, failing.exitCode], ['', 1])
  })
})
