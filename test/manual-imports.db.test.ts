import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parse } from 'yaml'
import { parseVisibilities } from '../src/composition/signalen/visibilities.ts'
import { type Folder, openFolder, polygonOf } from './import-town.ts'
import {
  blocksOf,
  commandsOf,
  openCommandLine,
  type Ran,
  runDocument,
  type TestCommandLine,
} from './manual.ts'

const DOCS = path.join(import.meta.dirname, '../docs')
const MANUAL = path.join(DOCS, 'imports.md')

type Box = readonly [west: number, south: number, east: number, north: number]
/** Around the point where the Dutch grid is fixed. */
const BOX: Box = [5.3, 52.1, 5.5, 52.2]
/** Beside it, until it becomes a part of it. */
const BESIDE: Box = [5.5, 52.1, 5.6, 52.2]
const TOGETHER: Box = [5.3, 52.1, 5.6, 52.2]
const LAMPS = `Mastnummer;RD-X;RD-Y;Straat;Eigenaar;Garantie tot;Kast;Groep
1001;155000,50;463000,25;Brinkstraat;Gemeente Ede;31-12-2030;K1;1
1002;155030,50;463000,25;Caf\u00e9straat;Gemeente Ede;;K1;1
1003;155060,50;463000,25;N304;Provincie;;K1;2
`
const CATEGORIES = `hoofdcategorie,subcategorie_slug,subcategorie,actief,sla_dagen,sla_kalenderdagen,verantwoordelijk,omschrijving
wonen,leegstand,Leegstand,True,5,False,WON,Een woning staat leeg
overlast-van-en-door-personen-of-groepen,jongerenoverlast,Jongerenoverlast,True,3,False,HAN|WON,Groep
ondermijning,drugs,Drugs,True,3,False,HAN,Vermoeden
overig,overig,Overig,True,5,False,WON,Al het andere
`
const REPORTS = `gemeld,onderwerp,lon,lat
2024-03-01,Lantaarns,5.3872,52.1552
02-03-2024 21:30,Graffiti,5.39,52.15
2024-03-04T07:00:00Z,Iets anders,5.40,52.15
`

describe('bringing a town in and out as the manual tells', () => {
  const stack = new AsyncDisposableStack()
  let folder: Folder
  let line: TestCommandLine
  let elsewhere: TestCommandLine
  let document: string

  before(async () => {
    folder = stack.use(await openFolder())
    line = stack.use(await openCommandLine())
    elsewhere = stack.use(await openCommandLine())
    document = await readFile(MANUAL, 'utf8')
    const geojson = (...areas: [properties: object, box: Box][]) => {
      const features = areas.map(([properties, box]) => ({
        type: 'Feature',
        properties,
        geometry: polygonOf([...box]),
      }))
      return JSON.stringify({ type: 'FeatureCollection', features })
    }
    const ede = { statcode: 'GM0228', statnaam: 'Ede' }
    const beside = { statcode: 'GM0229', statnaam: 'Beside' }
    await folder.write('gemeenten.geojson', geojson([ede, BOX], [beside, BESIDE]))
    await folder.write('gemeenten-2027.geojson', geojson([ede, TOGETHER]))
    await folder.write('buurten.geojson', geojson([{ id: 'BU1', naam: 'Dorp' }, BOX]))
    await folder.write('masten.csv', Buffer.from(LAMPS, 'latin1'))
    await folder.write('routeringstabel.csv', CATEGORIES)
    await folder.write('afdelingen.csv', 'code,naam\nWON,Wonen\nHAN,Handhaving\n')
    await folder.write('meldingen.csv', REPORTS)
    for (const { language, text } of blocksOf(document)) {
      const { kind, rosters } = language === 'yaml' ? parse(text) : {}
      if (kind === 'register') await folder.write('masten.yaml', text)
      if (kind === 'reports') await folder.write('meldingen.yaml', text)
      if (rosters) await folder.write('piket.yaml', text)
    }
    process.chdir(folder.at('.'))
  })
  after(() => stack.disposeAsync())

  it('each command does what it says, without a reject', async () => {
    const told = new Map<string, string>()
    const run = async (words: readonly string[]): Promise<Ran> => {
      const at = words[1] === 'town' ? elsewhere : line
      const answer = await at.run(...words)
      told.set(words.slice(0, 2).join(' '), [...answer.out, ...answer.err].join('\n'))
      return answer
    }
    assert.equal(await runDocument(MANUAL, run), 9)
    for (const what of ['register', 'areas', 'signalen-categories', 'reports'])
      assert.match(told.get(`import ${what}`) ?? '', /no rejects/, what)
    assert.match(told.get('import register') ?? '', /0 on their place, 3 new/)
    assert.match(told.get('import reports') ?? '', /3 cases brought in/)
    assert.match(told.get('import signalen-categories') ?? '', /4 categories read.*3 confidential/)
    assert.match(told.get('import rosters') ?? '', /roster danger, version 1/)
    assert.match(told.get('import town') ?? '', /GM0228: \d+ events, each under its own digest/)
    const listed = await line.run('import', 'list', '--municipality', 'GM0228')
    assert.match(listed.out.join('\n'), /register, version \d+: finished/)
    const agreements = await readFile('routeringstabel.agreements.yaml', 'utf8')
    assert.match(agreements, /mode: shadow/)
    const entered = await line.run('import', 'agreements', 'routeringstabel.agreements.yaml')
    assert.equal(entered.code, 0, entered.err.join('\n'))
  })

  it('and given again changes nothing', async () => {
    const words = blocksOf(document)
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => commandsOf(text))
      // A roster that is entered again replaces the one of before: what is sealed cannot be compared.
      .filter(([first, second]) => first === 'import' && second !== 'town' && second !== 'rosters')
    const head = async () => {
      const { out } = await line.run('verify', '--municipality', 'GM0228')
      return out[0]
    }
    const before = await head()
    for (const one of words) {
      const { code, err } = await line.run(...one)
      assert.equal(code, 0, err.join('\n'))
    }
    assert.equal(await head(), before)
  })

  it('the list of who may see what is one', () => {
    const found = blocksOf(document).find(({ text }) => text.startsWith('jongerenoverlast:'))
    assert.ok(parseVisibilities(found?.text ?? '').ok)
  })

  it('the agreement of the manual on terms can be entered', async () => {
    const terms = await readFile(path.join(DOCS, 'terms.md'), 'utf8')
    const text = blocksOf(terms).find(({ language }) => language === 'yaml')?.text ?? ''
    const file = await folder.write('terms.yaml', text)
    const { code, out, err } = await line.run('import', 'agreements', file)
    assert.equal(code, 0, err.join('\n'))
    assert.deepEqual(out, ['GM0228: lighting, version 1', '1 entered, 0 unchanged'])
  })
})
