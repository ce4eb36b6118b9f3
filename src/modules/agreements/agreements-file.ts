import { z } from '@hono/zod-openapi'
import { type Document, isMap, LineCounter, type Node, parseDocument } from 'yaml'
import { ORGANISATION_KINDS, type Organisation } from '#modules/directory'
import { Agreement } from './agreement.ts'

const MAX_BYTES = 5_000_000
/**
 * How often the aliases of a file may be filled in, so that a small file cannot unfold into a large
 * one.
 */
const MAX_ALIASES = 1000
const MAX_PROBLEMS = 100

/** An organisation that gets a role in this municipality, so that agreements may name it. */
const FileParty = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/),
  name: z.string().min(1).max(200),
  kind: z.enum(ORGANISATION_KINDS),
})

const AgreementsFile = z.strictObject({
  municipality: z.string().regex(/^GM\d{4}$/, 'a municipality is its CBS code, such as GM0228'),
  parties: z.array(FileParty).max(1000).default([]),
  agreements: z.array(Agreement).min(1).max(10_000),
})

/**
 * `path` as in `agreements[2].scope.areas[0]`, empty for the file as a whole; `line` counts from 1.
 */
export type FileProblem = { path: string; message: string; line?: number }

export type AgreementsFileAnswer =
  | { ok: true; municipality: string; parties: Organisation[]; agreements: Agreement[] }
  | { ok: false; problems: FileProblem[] }

type Path = readonly PropertyKey[]

/**
 * Reads agreements from YAML 1.2 (so from JSON too) of at most 5 MB, without tags. Tells every
 * problem at once, with its line. Whether the categories, areas and organisations that it names
 * exist is not asked here.
 */
export function parseAgreementsFile(text: string): AgreementsFileAnswer {
  if (Buffer.byteLength(text) > MAX_BYTES) return refuse('the file is larger than 5 MB')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true })
  // An unknown tag is only a warning to the reader of YAML.
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map(({ message, pos }) => {
      return { path: '', message: firstLineOf(message), line: lines.linePos(pos[0]).line }
    })
    return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) }
  }
  const content = contentOf(document)
  if (!content.ok) return refuse(content.message)
  const parsed = AgreementsFile.safeParse(content.value)
  const problems = parsed.success ? repeatedIds(parsed.data.agreements) : issuesOf(parsed.error)
  if (!parsed.success || problems.length > 0) {
    const told = problems.slice(0, MAX_PROBLEMS).map(({ path, message }) => {
      return { path: pathText(path), message, ...lineOf(document, path, lines) }
    })
    return { ok: false, problems: told }
  }
  return { ok: true, ...parsed.data }
}

/** The shape of the file as JSON Schema 2020-12, for editors and other systems. */
export function agreementsFileJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(AgreementsFile, { io: 'input' })
  return {
    $schema,
    title: 'Agreements of a municipality',
    description: 'Who is responsible for what, where, when and on which terms. In YAML or JSON.',
    ...schema,
  }
}

function refuse(message: string): AgreementsFileAnswer {
  return { ok: false, problems: [{ path: '', message }] }
}

function contentOf(document: Document) {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown } as const
  } catch (error) {
    // What `yaml` throws on an alias without an anchor, or when they unfold too far.
    if (error instanceof ReferenceError) return { ok: false, message: error.message } as const
    throw error
  }
}

function issuesOf({ issues }: z.ZodError): { path: Path; message: string }[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such field' }))
      : [{ path: issue.path, message: issue.message }],
  )
}

function repeatedIds(agreements: readonly Agreement[]): { path: Path; message: string }[] {
  const first = new Map<string, number>()
  return agreements.flatMap(({ id }, at) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, at)
    if (before === undefined) return []
    return [{ path: ['agreements', at, 'id'], message: `${id} is also agreements[${before}]` }]
  })
}

/** The line of the field itself, or of the nearest thing around it that is in the file. */
function lineOf(document: Document, path: Path, lines: LineCounter): { line?: number } {
  for (let length = path.length; length >= 0; length--) {
    const start = startOf(document, path.slice(0, length))
    if (start !== undefined) return { line: lines.linePos(start).line }
  }
  return {}
}

function startOf(document: Document, path: Path): number | undefined {
  const name = path.at(-1)
  const parent = document.getIn(path.slice(0, -1), true)
  if (typeof name === 'string' && isMap(parent)) {
    const pair = parent.items.find(({ key }) => String(key) === name)
    return (pair?.key as Node | undefined)?.range?.[0]
  }
  return (document.getIn(path, true) as Node | undefined)?.range?.[0]
}

function pathText(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function firstLineOf(message: string): string {
  return message.split('\n')[0]?.replace(/ at line .*$/, '') ?? message
}
