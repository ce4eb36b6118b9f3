import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { defaultTemplate } from './default-templates.ts'
import type { Locale, Template, TemplateKind } from './template.ts'

export type TemplateRow = {
  kind: TemplateKind
  locale: Locale
  subject: string
  body: string
  changed_at: number
  changed_by: string
}

/** The texts that a municipality wrote itself. */
export async function listOwnTemplates(query: Query, municipality: string): Promise<TemplateRow[]> {
  return query<TemplateRow>(sql`
    select kind, locale, subject, body, changed_at, changed_by
    from delivery.templates
    where municipality = ${municipality}
    order by kind, locale`)
}

/** What a mail of this municipality says now: its own text, else the program's. */
export async function findTemplate(
  query: Query,
  municipality: string,
  kind: TemplateKind,
  locale: Locale,
): Promise<Template> {
  const [own] = await query<{ subject: string; text: string }>(sql`
    select subject, body as text
    from delivery.templates
    where municipality = ${municipality} and kind = ${kind} and locale = ${locale}`)
  return own ?? defaultTemplate(kind, locale)
}
