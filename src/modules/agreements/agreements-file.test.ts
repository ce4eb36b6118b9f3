import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { agreementsFileJsonSchema, parseAgreementsFile } from './agreements-file.ts'

const FILE = `municipality: GM0228
agreements:
  - id: lighting-2026
    title: Onderhoud openbare verlichting 2026
    basis: contract
    party: lichtwerk
    validity: { from: 2026-01-01, to: 2030-01-01 }
    scope:
      categories: [lighting]
    terms:
      reporter: { amount: 10, unit: working-days }
      party:
        startsAt: receipt
        milestones:
          - name: done
            within: { amount: 10, unit: working-days }
`

function problemsOf(text: string) {
  const answer = parseAgreementsFile(text)
  return answer.ok ? [] : answer.problems
}

test('a file gives its municipality and agreements, with what it leaves out filled in', () => {
  const answer = parseAgreementsFile(FILE)
  assert.ok(answer.ok)
  assert.equal(answer.municipality, 'GM0228')
  const [agreement] = answer.agreements
  assert.equal(agreement?.mode, 'shadow')
  assert.deepEqual(agreement?.validity, { from: '2026-01-01', to: '2030-01-01' })
  assert.deepEqual(agreement?.scope.areas, [])
})

test('JSON is YAML too, and reads the same', () => {
  const answer = parseAgreementsFile(FILE)
  assert.ok(answer.ok)
  const { ok: _, ...content } = answer
  assert.deepEqual(parseAgreementsFile(JSON.stringify(content, null, 2)), answer)
})

describe('every problem is told with its place and line', () => {
  const cases: [name: string, text: string, path: string, line: number][] = [
    ['a wrong value', FILE.replace('contract', 'handshake'), 'agreements[0].basis', 5],
    [
      'a wrong value in a list',
      FILE.replace('[lighting]', '[lighting, 3]'),
      'agreements[0].scope.categories[1]',
      9,
    ],
    [
      'a missing field, at what it is missing from',
      FILE.replace('    party: lichtwerk\n', ''),
      'agreements[0].party',
      3,
    ],
    [
      'a field that does not exist',
      FILE.replace('    title', '    titel: x\n    title'),
      'agreements[0].titel',
      4,
    ],
    ['an end before its beginning', FILE.replace('2030', '2020'), 'agreements[0].validity.to', 7],
    [
      'a date that does not exist',
      FILE.replace('2026-01-01', '2026-02-30'),
      'agreements[0].validity.from',
      7,
    ],
    ['no CBS code', FILE.replace('GM0228', 'Ede'), 'municipality', 1],
    ['a text that is not YAML', FILE.replace('[lighting]', '[lighting'), '', 10],
    ['a key twice', FILE.replace('    title', '    id: b\n    title'), '', 4],
    ['a tag', FILE.replace('lichtwerk', '!party lichtwerk'), '', 6],
  ]
  for (const [name, text, path, line] of cases) {
    test(name, () => {
      const [problem] = problemsOf(text)
      assert.equal(problem?.path, path)
      assert.equal(problem.line, line)
      assert.match(problem.message, /^[^\n]{5,}$/)
    })
  }

  test('an id that is there twice', () => {
    const twice = FILE + FILE.slice(FILE.indexOf('  - id'))
    assert.deepEqual(problemsOf(twice), [
      { path: 'agreements[1].id', message: 'lighting-2026 is also agreements[0]', line: 17 },
    ])
  })

  test('several at once', () => {
    const text = FILE.replace('contract', 'handshake').replace('receipt', 'never')
    assert.deepEqual(
      problemsOf(text).map(({ line }) => line),
      [5, 13],
    )
  })
})

describe('what comes from outside has a limit', () => {
  test('5 MB', () => {
    assert.match(problemsOf(`# ${'x'.repeat(5_000_000)}`)[0]?.message ?? '', /larger than 5 MB/)
  })

  test('aliases that unfold into more and more', () => {
    const levels = Array.from({ length: 9 }, (_, n) => {
      return `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`
    })
    const [problem] = problemsOf(['l0: &l0 [x]', ...levels].join('\n'))
    assert.match(problem?.message ?? '', /alias/i)
  })

  test('depth', () => {
    for (const opening of ['[', '- ', '? ', '{a: ']) {
      assert.ok(problemsOf(opening.repeat(100_000)).length > 0)
    }
  })

  test('the problems told', () => {
    assert.equal(problemsOf(`agreements: [${'1, '.repeat(500)}]`).length, 100)
  })
})

test('an empty file is a problem, not a fault', () => {
  assert.equal(problemsOf('').length, 1)
})

// UPDATE_WITNESS=1 writes the file anew.
test('the published JSON Schema is the one that files are held against', async () => {
  const published = new URL('../../../docs/agreement.schema.json', import.meta.url)
  const text = `${JSON.stringify(agreementsFileJsonSchema(), null, 2)}\n`
  if (process.env.UPDATE_WITNESS === '1') await writeFile(published, text)
  assert.equal(await readFile(published, 'utf8'), text)
})
