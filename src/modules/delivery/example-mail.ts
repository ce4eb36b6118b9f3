import { exampleFacts, FOOTER, valuesOf } from './reporter-words.ts'
import { exampleNews, SUBSCRIBER_FOOTER } from './subscriber-words.ts'
import { fill, type Locale, type Template, type TemplateKind } from './template.ts'

/** Ends in nothing that could be a real link. */
const TOKEN = 'ABCDEF'

type Around = { town: { id: string; name: string }; origin: string; now_ms: number }

/** What a text becomes, about a case that never was; whoever reads it there is told how to stop. */
export function exampleMail(
  { kind, locale }: { kind: TemplateKind; locale: Locale },
  template: Template,
  { town, origin, now_ms }: Around,
): Template {
  const isOfSubscriber = kind === 'subscription-asked' || kind === 'subscription-news'
  const link = `${origin}/${isOfSubscriber ? 'volgen' : 'solved'}/${TOKEN}`
  const values = valuesOf(exampleFacts(town, now_ms, link, locale), locale)
  const { subject, text } = fill(template, { ...values, ...exampleNews(locale) })
  const footer = isOfSubscriber ? SUBSCRIBER_FOOTER : FOOTER
  return { subject, text: text + footer[locale](`${link}/stop`) }
}
