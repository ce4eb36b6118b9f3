import { readFileSync } from 'node:fs'
import {
  LOCALES,
  type Locale,
  TEMPLATE_KINDS,
  type Template,
  type TemplateKind,
} from './template.ts'

const DEFAULTS = new Map(
  TEMPLATE_KINDS.flatMap((kind) =>
    LOCALES.map((locale) => [`${kind}.${locale}`, read(`${kind}.${locale}`)] as const),
  ),
)

/** The program's own words, for a municipality that has not written its own. */
export function defaultTemplate(kind: TemplateKind, locale: Locale): Template {
  const known = DEFAULTS.get(`${kind}.${locale}`)
  if (!known) throw new Error(`there is no template ${kind} in ${locale}`)
  return known
}

/** The first line of a file is the subject; after an empty line comes the text. */
function read(name: string): Template {
  const whole = readFileSync(new URL(`templates/${name}.txt`, import.meta.url), 'utf8')
  const [subject = '', , ...lines] = whole.trimEnd().split('\n')
  return { subject, text: lines.join('\n') }
}
