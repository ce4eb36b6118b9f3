import sql from 'sql-template-tag'
import { type Batch, readVersion } from '#journal'
import { table } from '#platform/table'
import {
  faultsOf,
  type Locale,
  type Template,
  type TemplateFault,
  type TemplateKind,
} from './template.ts'
import { listOwnTemplates, type TemplateRow } from './template-queries.ts'

const TEMPLATES = table<TemplateRow & { municipality: string }>({
  name: 'delivery.templates',
  key: ['municipality', 'kind', 'locale'],
  columns: {
    municipality: 'text',
    kind: 'text',
    locale: 'text',
    subject: 'text',
    body: 'text',
    changed_at: 'timestamptz',
    changed_by: 'text',
  },
  onConflict: 'replace',
})

/** Writes a municipality's own text, or, without one, goes back to the program's. */
export type ChangeTemplate = {
  kind: TemplateKind
  locale: Locale
  by: string
  template?: Template
}

export type ChangeTemplateAnswer =
  | { accepted: true; isChanged: boolean }
  | { accepted: false; reason: 'template-invalid'; faults: readonly TemplateFault[] }

/** Changes mail texts under the lock, with one event in the stream of each text; the same again changes nothing. */
export async function changeTemplates(
  commands: readonly ChangeTemplate[],
  batch: Batch,
): Promise<readonly ChangeTemplateAnswer[]> {
  const nameOf = ({ kind, locale }: { kind: TemplateKind; locale: Locale }) => `${kind}/${locale}`
  const rows = await listOwnTemplates(batch.query, batch.municipality)
  const known = new Map<string, Template>(
    rows.map((row) => [nameOf(row), { subject: row.subject, text: row.body }]),
  )
  const versions = new Map<string, number>()
  for (const name of new Set(commands.map(nameOf)))
    versions.set(name, await readVersion(batch.query, batch.municipality, `mail-text/${name}`))
  const changed = new Map<string, ChangeTemplate>()
  const answers = commands.map((command): ChangeTemplateAnswer => {
    const { kind, locale, by, template } = command
    const faults = template ? faultsOf(kind, template) : []
    if (faults.length > 0) return { accepted: false, reason: 'template-invalid', faults }
    const name = nameOf(command)
    const before = known.get(name)
    if (isSame(before, template)) return { accepted: true, isChanged: false }
    if (template) known.set(name, template)
    else known.delete(name)
    const version = (versions.get(name) ?? 0) + 1
    versions.set(name, version)
    batch.append({
      stream: `mail-text/${name}`,
      version,
      typeVersion: 1,
      ...(template
        ? { type: 'MailTextReplaced', data: { kind, locale, ...template, by } }
        : { type: 'MailTextRestored', data: { kind, locale, by } }),
    })
    changed.set(name, command)
    return { accepted: true, isChanged: true }
  })
  write(batch, [...changed.values()])
  return answers
}

/** The last word of each text: a batch may have changed one more than once. */
function write(batch: Batch, changed: readonly ChangeTemplate[]): void {
  const { municipality, now_ms } = batch
  for (const { kind, locale, by, template } of changed) {
    if (template) {
      const { subject, text: body } = template
      const row = { municipality, kind, locale, subject, body, changed_at: now_ms, changed_by: by }
      batch.write(TEMPLATES, [row])
    } else
      batch.afterRows(sql`
        delete from delivery.templates
        where municipality = ${municipality} and kind = ${kind} and locale = ${locale}`)
  }
}

function isSame(before: Template | undefined, after: Template | undefined): boolean {
  if (!before || !after) return before === after
  return before.subject === after.subject && before.text === after.text
}
