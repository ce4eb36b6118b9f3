import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { hrefOf } from '#platform/operation'
import { defaultTemplate } from '../default-templates.ts'
import {
  LOCALES,
  type Locale,
  MOST_TEXT,
  TEMPLATE_KINDS,
  TEMPLATE_RULES,
  type Template,
  type TemplateFault,
  type TemplateKind,
} from '../template.ts'
import type { TemplateRow } from '../template-queries.ts'

export const TemplatePath = z.strictObject({
  step: z
    .string()
    .max(40)
    .openapi({
      description: `Of which step: ${TEMPLATE_KINDS.join(', ')}.`,
      example: 'received',
    }),
  locale: z.string().max(10).openapi({ description: 'nl or en.', example: 'nl' }),
})

/** Wider than what may be kept, so that what is wrong is told by name, and not by a schema. */
export const TemplateBody = z
  .strictObject({ subject: z.string().max(MOST_TEXT), text: z.string().max(4 * MOST_TEXT) })
  .openapi('TemplateBody')

export const TemplateView = z
  .object({
    href: z.string(),
    kind: z.enum(TEMPLATE_KINDS as unknown as readonly [TemplateKind, ...TemplateKind[]]),
    locale: z.enum(LOCALES),
    subject: z.string(),
    text: z.string(),
    isDefault: z.boolean().openapi({ description: 'The program’s own words.' }),
    placeholders: z.array(z.string()).openapi({
      description: 'What may stand in it, each in braces; `link` only in the text.',
    }),
    required: z.array(z.string()).openapi({ description: 'What must stand in the text.' }),
    changedAt: z.iso.datetime().optional(),
    changedBy: z.string().optional(),
  })
  .openapi('Template')

export function templateView(
  municipality: string,
  kind: TemplateKind,
  locale: Locale,
  own: TemplateRow | undefined,
): z.input<typeof TemplateView> {
  const { may, must } = TEMPLATE_RULES[kind]
  const shown: Template = own
    ? { subject: own.subject, text: own.body }
    : defaultTemplate(kind, locale)
  return {
    href: hrefOf(['templates', kind, locale], { municipality }),
    kind,
    locale,
    ...shown,
    isDefault: own === undefined,
    placeholders: [...may],
    required: [...must],
    ...(own ? { changedAt: toIso(own.changed_at), changedBy: own.changed_by } : {}),
  }
}

/** What a path names; undefined where there is no such mail. */
export function namedIn(path: {
  step: string
  locale: string
}): { kind: TemplateKind; locale: Locale } | undefined {
  const kind = TEMPLATE_KINDS.find((one) => one === path.step)
  const locale = LOCALES.find((one) => one === path.locale)
  return kind && locale && { kind, locale }
}

const TOLD: Record<TemplateFault['fault'], string> = {
  empty: 'is empty',
  'too-long': 'is too long',
  'not-one-line': 'has more than one line',
  'not-text': 'has a character that is no text',
  'placeholder-unknown': 'has a placeholder that this mail does not know',
  'placeholder-missing': 'lacks a placeholder that this mail needs',
}

/** Everything that is wrong, in one sentence for people and as codes for programs. */
export function faultMembers(faults: readonly TemplateFault[]) {
  const said = faults.map(({ field, fault, name }) => {
    const which = name === undefined ? '' : `: {${name}}`
    return `The ${field} ${TOLD[fault]}${which}.`
  })
  return {
    detail: said.join(' '),
    faults: faults.map(({ field, fault, name }, i) => ({
      in: 'body',
      path: field,
      message: said[i] ?? '',
      fault,
      ...(name === undefined ? {} : { name }),
    })),
  }
}
