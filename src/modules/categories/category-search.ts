import MiniSearch from 'minisearch'
import type { Category } from './category.ts'
import { pathOf } from './category-tree.ts'

type Locale = 'nl' | 'en'

/** The categories that fit what somebody typed, the best first. */
export type CategorySearch = (text: string, locale: Locale, most: number) => Category[]

/** Where a word is found, and how much that says; the asker's own language counts double. */
const WEIGHTS = { name: 4, synonyms: 3, description: 1, above: 0.5 } as const
type Field = keyof typeof WEIGHTS
const LOCALES = ['nl', 'en'] as const

/** Shorter pieces of a compound are in half of all Dutch words. */
const SHORTEST_PIECE = 4
const LONGEST_TEXT = 200

/** Said in every second report and found in every second category: they tell nothing. */
const EMPTY_WORDS = new Set(
  `de het een en of in op aan bij voor van met is er dit dat mijn onze al te om niet ik wij die naar ligt staat
  the a an and or in on at by for of with is there this that my our to it not i we`.split(/\s+/),
)

type Entry = { id: string } & Record<`${Field}_${Locale}`, string>

/**
 * A search over the names, synonyms and descriptions of what can be reported, in both languages at once. Diacritics and
 * case are nothing, a typing error is forgiven in a word of five letters or more, and a compound is also known by what it begins
 * or ends with ("straatlantaarn" by "lantaarn").
 */
export function searchCategories(categories: ReadonlyMap<string, Category>): CategorySearch {
  const vocabulary = new Set<string>()
  const index = new MiniSearch<Entry>({
    fields: LOCALES.flatMap((locale) => Object.keys(WEIGHTS).map((field) => `${field}_${locale}`)),
    tokenize: wordsOf,
    processTerm: (word) => {
      vocabulary.add(word)
      return word
    },
  })
  const reportable = [...categories.values()].filter(({ isReportable }) => isReportable)
  index.addAll(reportable.map((one) => entryOf(one, categories)))
  const parents = new Set([...categories.values()].map(({ parent }) => parent))
  return (text, locale, most) => {
    const words = wordsOf(text.slice(0, LONGEST_TEXT))
    const found = index.search(words.join(' '), {
      tokenize: wordsOf,
      processTerm: (word) => [word, ...piecesOf(word, vocabulary)],
      prefix: (word) => word.length >= 3,
      fuzzy: (word) => (word.length < 5 ? false : word.length < 9 ? 1 : 2),
      weights: { fuzzy: 0.4, prefix: 0.5 },
      boost: boostFor(locale),
      // What is said is said closest by a category that has no finer ones.
      boostDocument: (id) => (parents.has(id as string) ? 0.6 : 1),
    })
    return found.slice(0, most).flatMap(({ id }) => categories.get(id as string) ?? [])
  }
}

function entryOf(category: Category, categories: ReadonlyMap<string, Category>): Entry {
  const above = (pathOf(categories, category.id) ?? []).slice(0, -1)
  const synonyms = category.synonyms.join(' ')
  const entry: Record<string, string> = { id: category.id }
  for (const locale of LOCALES) {
    entry[`name_${locale}`] = category.name[locale]
    entry[`synonyms_${locale}`] = synonyms
    entry[`description_${locale}`] = category.description[locale]
    entry[`above_${locale}`] = above.map((id) => categories.get(id)?.name[locale] ?? '').join(' ')
  }
  return entry as Entry
}

function boostFor(own: Locale): Record<string, number> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) =>
      Object.entries(WEIGHTS).map(([field, weight]) => [
        `${field}_${locale}`,
        locale === own ? weight * 2 : weight,
      ]),
    ),
  )
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word))
}

function piecesOf(word: string, vocabulary: ReadonlySet<string>): string[] {
  if (word.length < 2 * SHORTEST_PIECE) return []
  return [...vocabulary].filter(
    (piece) =>
      piece.length >= SHORTEST_PIECE &&
      piece.length < word.length &&
      (word.startsWith(piece) || word.endsWith(piece)),
  )
}
