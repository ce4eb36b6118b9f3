import type { z } from '@hono/zod-openapi'
import { type Document, isMap, LineCounter, type Node, parseDocument } from 'yaml'

const MAX_BYTES = 5_000_000
/**
 * How often the aliases of a file may be filled in, so that a small file cannot unfold into a large
 * one.
 */
const MAX_ALIASES = 1000
const MAX_PROBLEMS = 100

/**
 * `path` as in `agreements[2].scope.areas[0]`, empty for the file as a whole; `line` counts from 1.
 */
export type FileProblem = { path: string; message: string; line?: number }

export type ReadFile<T> = { ok: true; value: T } | { ok: false; problems: FileProblem[] }

type Path = readonly PropertyKey[]

/**
 * Reads YAML 1.2 (so JSON too) of at most 5 MB, without tags, and holds it against a schema. Tells every problem at
 * once, with its line; at most 100. `check` finds what a schema cannot say, by the path of each.
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  check: (value: T) => readonly { path: Path; message: string }[] = () => [],
): ReadFile<T> {
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
  const parsed = schema.safeParse(content.value)
  const problems = parsed.success ? check(parsed.data) : issuesOf(parsed.error)
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data }
  const told = problems.slice(0, MAX_PROBLEMS).map(({ path, message }) => {
    return { path: pathText(path), message, ...lineOf(document, path, lines) }
  })
  return { ok: false, problems: told }
}

/** The problems as lines for people: where in the file, what, and why. */
export function problemLines(file: string, problems: readonly FileProblem[]): string {
  return problems
    .map(({ path, message, line }) =>
      [line === undefined ? file : `${file}:${line}`, path, message].filter(Boolean).join(': '),
    )
    .join('\n')
}

function refuse(message: string): { ok: false; problems: FileProblem[] } {
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
