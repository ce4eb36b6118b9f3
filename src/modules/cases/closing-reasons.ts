/** Why something will not be done, so that everybody may read it: no words of a person, and so nothing of one. */
export const CLOSING_WORDS = {
  'within-norm': {
    nl: 'Het voldoet aan wat in de gemeente is afgesproken over het onderhoud.',
    en: 'It meets what was agreed in the municipality about upkeep.',
  },
  'planned-works': {
    nl: 'Het wordt meegenomen als er hier gewerkt wordt. Dat staat al gepland.',
    en: 'It will be done along with works that are planned here already.',
  },
  'private-ground': {
    nl: 'Het staat op grond die niet van de gemeente is.',
    en: 'It stands on ground that is not the municipality’s.',
  },
  'not-found': {
    nl: 'Wij hebben gekeken en het niet gevonden.',
    en: 'We looked and did not find it.',
  },
  'too-costly': {
    nl: 'Het kost te veel voor wat het oplevert.',
    en: 'It costs too much for what it brings.',
  },
  'not-allowed': {
    nl: 'Een wet of een regel staat het niet toe.',
    en: 'A law or a rule does not allow it.',
  },
} as const satisfies Record<string, { nl: string; en: string }>

export type ClosingReason = keyof typeof CLOSING_WORDS
export const CLOSING_REASONS = Object.keys(CLOSING_WORDS) as [ClosingReason, ...ClosingReason[]]
