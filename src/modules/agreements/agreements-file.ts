import { z } from '@hono/zod-openapi'
import { type FileProblem, readYaml } from '#languages/yaml'
import { type Organisation, PartyEntry } from '#modules/directory'
import { Agreement } from './agreement.ts'
import { AgreementEnd } from './draft.ts'
import { StatedRole } from './roles.ts'

const AgreementsFile = z.strictObject({
  municipality: z.string().regex(/^GM\d{4}$/, 'a municipality is its CBS code, such as GM0228'),
  parties: z.array(PartyEntry).max(1000).default([]),
  agreements: z.array(Agreement).max(10_000).default([]),
  roles: z
    .array(StatedRole)
    .max(10_000)
    .default([])
    .describe('What the municipality enforces or leaves: nobody is given it on purpose.'),
  /** Only of a draft. */
  ends: z
    .array(AgreementEnd)
    .max(1_000)
    .optional()
    .describe('Agreements that end on a date; only where the file is entered as a draft.'),
})

export type AgreementsFileAnswer =
  | {
      ok: true
      municipality: string
      parties: Organisation[]
      agreements: Agreement[]
      roles: StatedRole[]
      ends?: { id: string; on: string }[] | undefined
    }
  | { ok: false; problems: FileProblem[] }

/**
 * Reads agreements from YAML (see `readYaml` for its limits). Tells every problem at once, with its line. Whether the
 * categories, areas and organisations that it names exist is not asked here.
 */
export function parseAgreementsFile(text: string): AgreementsFileAnswer {
  const read = readYaml(text, AgreementsFile, repeatedIn)
  return read.ok ? { ok: true, ...read.value } : read
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

function repeatedIn({ agreements, roles, ends }: z.infer<typeof AgreementsFile>) {
  if (agreements.length + roles.length + (ends?.length ?? 0) === 0)
    return [{ path: ['agreements'], message: 'there is no agreement and no role in this file' }]
  return [...repeatedIds('agreements', agreements), ...repeatedIds('roles', roles)]
}

function repeatedIds(list: string, all: readonly { id: string }[]) {
  const first = new Map<string, number>()
  return all.flatMap(({ id }, at) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, at)
    if (before === undefined) return []
    return [{ path: [list, at, 'id'], message: `${id} is also ${list}[${before}]` }]
  })
}
