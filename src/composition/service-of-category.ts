import { type Category, pathOf } from '#modules/categories'
import type { Locale, Service } from '#standards/open311'
import type { Town } from './town.ts'

/** A category in the words of Open311, with its questions: every door holds answers against these. */
export function toService(category: Category, town: Town, locale: Locale): Service {
  const root = pathOf(town.categories, category.id)?.[0]
  return {
    service_code: category.id,
    service_name: category.name[locale],
    description: category.description[locale],
    keywords: category.synonyms,
    group: (root && town.categories.get(root)?.name[locale]) ?? '',
    attributes: category.questions.map((question, i) => ({
      variable: true,
      code: question.code,
      datatype: question.datatype,
      required: question.isRequired,
      datatype_description: '',
      order: i + 1,
      description: question.text[locale],
      values: (question.values ?? []).map(({ key, name }) => ({ key, name: name[locale] })),
    })),
  }
}
