import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import config from '../.dependency-cruiser.mjs'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
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
  'modules/cases/index.ts': `import './commands.ts'`,
  'modules/cases/commands.ts': `import 'node:crypto'; import '#journal'; import './case.ts'; import './queries.ts'`,
  'modules/cases/queries.ts': `import '#platform/database'`,
  'modules/cases/case.ts': `import type { Status } from './lifecycle.ts'; export type A = Status`,
  'modules/cases/lifecycle.ts': `export type Status = 'open'`,
  'modules/delivery/index.ts': `import '#modules/cases'`,
  'standards/open311/index.ts': `import '#modules/cases'; import '#journal'`,
  'standards/cloudevents/index.ts': `import '#modules/delivery'`,
  'composition/work.ts': `import '#standards/open311'; import '#platform/database'`,
  'app.ts': `import '#standards/open311'; import './composition/work.ts'`,
  'main.ts': `import './app.ts'; import '#platform/log'`,
}

/** Per rule the files that break it: the first is the one that must be reported. */
const OFFENCES: Record<string, Record<string, string>[]> = {
  'no-circles': [
    {
      'modules/cases/hen.ts': `import type { Egg } from './egg.ts'; export type Hen = Egg`,
      'modules/cases/egg.ts': `import type { Hen } from './hen.ts'; export type Egg = Hen`,
    },
  ],
  'kernel-looks-up': [{ 'kernel/offence.ts': `import '#platform/log'` }],
  'languages-looks-up': [{ 'languages/filter/offence.ts': `import '#platform/log'` }],
  'platform-looks-up': [
    { 'platform/offence.ts': `import '#journal'` },
    { 'platform/offence-by-type.ts': `import type { x } from '#modules/cases'` },
  ],
  'journal-looks-up': [{ 'journal/offence.ts': `import '#modules/cases'` }],
  'modules-looks-up': [{ 'modules/delivery/offence.ts': `import '#standards/cloudevents'` }],
  'directory-looks-up': [{ 'modules/directory/offence.ts': `import '#modules/places'` }],
  'places-looks-up': [{ 'modules/places/offence.ts': `import '#modules/categories'` }],
  'categories-looks-up': [{ 'modules/categories/offence.ts': `import '#modules/agreements'` }],
  'agreements-looks-up': [{ 'modules/agreements/offence.ts': `import '#modules/cases'` }],
  'cases-looks-up': [{ 'modules/cases/offence.ts': `import '#modules/delivery'` }],
  'nothing-above-the-roof': [
    { 'standards/open311/offence.ts': `import '../../app.ts'` },
    { 'platform/offence.ts': `import '../composition/work.ts'` },
  ],
  'doors-only': [
    { 'modules/cases/offence.ts': `import '../places/place.ts'` },
    { 'journal/offence.ts': `import '../platform/log.ts'` },
    { 'standards/open311/offence.ts': `import '../../modules/cases/case.ts'` },
  ],
  'roof-by-doors': [
    { 'offence.ts': '', 'composition/offence.ts': `import '../modules/cases/case.ts'` },
    { 'main.ts': `import './platform/log.ts'` },
  ],
  'standards-stay-apart': [{ 'standards/open311/offence.ts': `import '#standards/cloudevents'` }],
  'rules-do-no-io': [
    { 'modules/cases/joining.ts': `import '#platform/database'` },
    { 'modules/agreements/routing.ts': `import type { x } from '#journal'` },
    { 'modules/places/place.ts': `import 'pg'` },
  ],
  'rules-know-no-machine': [{ 'modules/cases/lifecycle.ts': `import 'node:crypto'` }],
  'rules-stay-among-rules': [{ 'modules/cases/case.ts': `import './queries.ts'` }],
  'nothing-unresolved': [{ 'modules/cases/offence.ts': `import './nowhere.ts'` }],
}

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'floors-'))
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    await cp(path.join(PROJECT, file), path.join(folder, file))
  await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'))
})
after(() => rm(folder, { recursive: true }))

async function cruise(root: string, source: string): Promise<Outcome> {
  const args = [CRUISER, source, '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const stdout = await new Promise<string>((resolve, reject) => {
    const limits = { cwd: root, maxBuffer: 256 * 1024 * 1024 }
    // Its exit code is the number of violations.
    execFile(process.execPath, args, limits, (error, out, said) =>
      out.startsWith('{') ? resolve(out) : reject(new Error(said, { cause: error })),
    )
  })
  return JSON.parse(stdout).summary
}

async function build(files: Record<string, string>): Promise<void> {
  await rm(path.join(folder, 'src'), { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'src', name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${text}\nexport const x = 1\nexport type x = 1\n`)
  }
}

describe('the floors of the house', () => {
  it('are read from more than zero modules of our own', async () => {
    const { totalCruised } = await cruise(PROJECT, 'src')
    assert.ok(totalCruised > 20, `${totalCruised} modules`)
  })

  it('have nothing against a house that keeps them', async () => {
    await build(CLEAN)
    const { totalCruised, violations } = await cruise(folder, 'src')
    assert.deepEqual(violations, [])
    assert.ok(totalCruised >= Object.keys(CLEAN).length)
  })

  it('are each proved below', () => {
    const names = config.forbidden.map((rule) => rule.name)
    assert.deepEqual(Object.keys(OFFENCES).sort(), names.sort())
  })

  for (const [rule, offences] of Object.entries(OFFENCES))
    for (const offence of offences)
      it(`report ${rule}, and nothing else, for ${Object.values(offence).join(' ')}`, async () => {
        await build({ ...CLEAN, ...offence })
        const { violations } = await cruise(folder, 'src')
        assert.deepEqual([...new Set(violations.map((violation) => violation.rule.name))], [rule])
        const offenders = Object.keys(offence).map((name) => `src/${name}`)
        assert.ok(violations.every((violation) => offenders.includes(violation.from)))
      })
})
