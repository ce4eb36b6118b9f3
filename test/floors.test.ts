import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const CONFIG = '.dependency-cruiser.mjs'
const CRUISER = path.join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

type Violation = { rule: { name: string }; from: string; to: string }
type Outcome = { totalCruised: number; violations: Violation[] }

/** A house in small that keeps every rule; each of its lines is one that must stay allowed. */
const CLEAN: Record<string, string> = {
  'kernel/clock.ts': `export const now = 1`,
  'languages/filter/index.ts': `import '#kernel/clock'`,
  'platform/database.ts': `import '#kernel/clock'; import '#languages/filter'; import './log.ts'; import 'pg'`,
  'platform/log.ts': `import 'node:fs'`,
  'journal/index.ts': `import '#platform/database'`,
  'modules/directory/index.ts': `import './queries.ts'`,
  'modules/directory/queries.ts': `import '#platform/database'`,
  'modules/places/index.ts': `import './place.ts'`,
  'modules/places/place.ts': `import '#kernel/clock'; import '#modules/directory'`,
  'modules/categories/index.ts': `import '#modules/places'`,
  'modules/agreements/index.ts': `import '#modules/categories'`,
  'modules/duty/index.ts': `import '#modules/agreements'`,
  'modules/cases/index.ts': `import './commands.ts'`,
  'modules/cases/commands.ts': `import 'node:crypto'; import '#journal'; import './case.ts'; import './queries.ts'`,
  'modules/cases/queries.ts': `import '#platform/database'`,
  'modules/cases/case.ts': `import type { Status } from './lifecycle.ts'; export type A = Status`,
  'modules/cases/egg.ts': ``,
  'modules/cases/hen.ts': `import type { x as y } from './egg.ts'; export type Hen = y`,
  'modules/cases/lifecycle.ts': `export type Status = 'open'`,
  'modules/things/index.ts': `import '#modules/cases'`,
  'modules/delivery/index.ts': `import '#modules/things'`,
  'modules/subscriptions/index.ts': `import '#modules/delivery'`,
  'standards/open311/index.ts': `import '#modules/cases'; import '#journal'`,
  'standards/cloudevents/index.ts': `import '#modules/delivery'`,
  'composition/work.ts': `import '#standards/open311'; import '#platform/database'`,
  'app.ts': `import '#standards/open311'; import './composition/work.ts'`,
  'main.ts': `import './app.ts'; import '#platform/log'`,
  'web/app/visit.ts': ``,
  'web/app/components/row.ts': `import '../visit.ts'`,
  'web/app/features/town/read-town.ts': `import '../../components/row.ts'; import './figures.ts'`,
  'web/app/features/town/figures.ts': ``,
  'web/app/features/map/layers.ts': ``,
  'web/app/routes/town.ts': `import '../features/town/read-town.ts'; import '../features/map/layers.ts'`,
  'web/islands/copy-link.ts': ``,
}

/** Files that break a rule, each exactly one. */
const OFFENCES: readonly [rule: string, file: string, text: string][] = [
  [
    'no-circles',
    'modules/cases/egg.ts',
    `import type { x as y } from './hen.ts'; export type Egg = y`,
  ],
  ['kernel-looks-up', 'kernel/up.ts', `import '#platform/log'`],
  ['languages-looks-up', 'languages/filter/up.ts', `import '#platform/log'`],
  ['platform-looks-up', 'platform/up.ts', `import '#journal'`],
  ['platform-looks-up', 'platform/up-by-type.ts', `import type { x } from '#modules/cases'`],
  ['journal-looks-up', 'journal/up.ts', `import '#modules/cases'`],
  ['modules-looks-up', 'modules/delivery/up.ts', `import '#standards/cloudevents'`],
  ['identity-looks-up', 'modules/identity/up.ts', `import '#modules/places'`],
  ['directory-looks-up', 'modules/directory/up.ts', `import '#modules/places'`],
  ['places-looks-up', 'modules/places/up.ts', `import '#modules/categories'`],
  ['categories-looks-up', 'modules/categories/up.ts', `import '#modules/agreements'`],
  ['agreements-looks-up', 'modules/agreements/up.ts', `import '#modules/cases'`],
  ['duty-looks-up', 'modules/duty/up.ts', `import '#modules/cases'`],
  ['cases-looks-up', 'modules/cases/up.ts', `import '#modules/delivery'`],
  ['things-looks-up', 'modules/things/up.ts', `import '#modules/delivery'`],
  ['delivery-looks-up', 'modules/delivery/up-to-followers.ts', `import '#modules/subscriptions'`],
  ['nothing-above-the-roof', 'standards/open311/roof.ts', `import '../../app.ts'`],
  ['nothing-above-the-roof', 'platform/roof.ts', `import '../composition/work.ts'`],
  ['doors-only', 'modules/cases/window.ts', `import '../places/place.ts'`],
  ['doors-only', 'journal/window.ts', `import '../platform/log.ts'`],
  ['doors-only', 'standards/open311/window.ts', `import '../../modules/cases/case.ts'`],
  ['roof-by-doors', 'composition/window.ts', `import '../modules/cases/case.ts'`],
  ['roof-by-doors', 'main.ts', `import './platform/log.ts'`],
  ['web-is-a-client', 'web/app/routes/inside.ts', `import '../../../src/main.ts'`],
  ['web-is-a-client', 'web/app/routes/by-type.ts', `import type { x } from '../../../src/app.ts'`],
  ['src-knows-no-page', 'composition/page.ts', `import '../../web/app/visit.ts'`],
  ['components-looks-up', 'web/app/components/up.ts', `import '../features/town/figures.ts'`],
  ['features-looks-up', 'web/app/features/town/up.ts', `import '../../routes/town.ts'`],
  ['features-stay-apart', 'web/app/features/town/beside.ts', `import '../map/layers.ts'`],
  ['islands-stand-alone', 'web/islands/heavy.ts', `import '../app/visit.ts'`],
  ['standards-stay-apart', 'standards/open311/beside.ts', `import '#standards/cloudevents'`],
  ['rules-do-no-io', 'modules/cases/joining.ts', `import '#platform/database'`],
  ['rules-do-no-io', 'modules/agreements/routing.ts', `import type { x } from '#journal'`],
  ['rules-do-no-io', 'modules/places/place.ts', `import 'pg'`],
  ['rules-know-no-machine', 'modules/cases/lifecycle.ts', `import 'node:crypto'`],
  ['rules-stay-among-rules', 'modules/cases/case.ts', `import './queries.ts'`],
  ['nothing-unresolved', 'modules/cases/lost.ts', `import './nowhere.ts'`],
]

let scratch: string
before(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'floors-'))
})
after(() => rm(scratch, { recursive: true }))

async function cruise(root: string): Promise<Outcome> {
  const args = [
    CRUISER,
    'src',
    'web/app',
    'web/islands',
    '--config',
    CONFIG,
    '--output-type',
    'json',
  ]
  const stdout = await new Promise<string>((resolve, reject) => {
    const limits = { cwd: root, maxBuffer: 256 * 1024 * 1024 }
    // Its exit code is the number of violations.
    execFile(process.execPath, args, limits, (error, out, said) =>
      out.startsWith('{') ? resolve(out) : reject(new Error(said, { cause: error })),
    )
  })
  return JSON.parse(stdout).summary
}

/** What is not of the web stands in `src`. */
const inProject = (name: string) => (name.startsWith('web/') ? name : `src/${name}`)

/** The folder of a project that consists of these files. */
async function build(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(scratch, 'house-'))
  for (const file of ['package.json', 'tsconfig.json', CONFIG])
    await cp(path.join(PROJECT, file), path.join(folder, file))
  await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, inProject(name))
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${text}\nexport const x = 1\nexport type x = 1\n`)
  }
  return folder
}

describe('the floors of the house', () => {
  it('are read from more than zero modules of our own', async () => {
    const { totalCruised } = await cruise(PROJECT)
    assert.ok(totalCruised > 20, `${totalCruised} modules`)
  })

  it('have nothing against a house that keeps them', async () => {
    const { totalCruised, violations } = await cruise(await build(CLEAN))
    assert.deepEqual(violations, [])
    assert.ok(totalCruised >= Object.keys(CLEAN).length)
  })

  it('are each proved below', async () => {
    const config = await import(path.join(PROJECT, CONFIG))
    const names: string[] = config.default.forbidden.map((rule: { name: string }) => rule.name)
    assert.deepEqual([...new Set(OFFENCES.map(([rule]) => rule))].sort(), names.sort())
  })

  describe('report, and nothing else beside,', () => {
    let violations: Violation[]
    before(async () => {
      const broken = Object.fromEntries(OFFENCES.map(([, file, text]) => [file, text]))
      violations = (await cruise(await build({ ...CLEAN, ...broken }))).violations
    })

    for (const [rule, file, text] of OFFENCES)
      it(`${rule} for ${file}: ${text}`, () => {
        const reported = violations.filter((violation) => violation.from === inProject(file))
        assert.deepEqual([...new Set(reported.map((violation) => violation.rule.name))], [rule])
      })

    it('files that break a rule', () => {
      const broken = OFFENCES.map(([, file]) => inProject(file))
      assert.deepEqual([...new Set(violations.map(({ from }) => from))].sort(), broken.sort())
    })
  })
})
