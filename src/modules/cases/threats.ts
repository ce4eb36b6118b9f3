import { THREAT_WORDS } from './threat-words.ts'

/** At most this many words where a phrase leaves room. */
const MOST_BETWEEN = 3

const PATTERNS: readonly RegExp[] = Object.values(THREAT_WORDS).flatMap(
  ({ them, thing, phrases }) =>
    phrases.map((phrase) => patternOf(phrase, { '{them}': them, '{thing}': thing })),
)

/**
 * Whether somebody is threatened in a text, in Dutch or English. It warns whoever goes there, and keeps the words from
 * the public; it judges nobody, and a report is worked on all the same.
 */
export function hasThreat(text: string): boolean {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return PATTERNS.some((pattern) => pattern.test(plain))
}

/** Words with one blank between, which is all that a plain text has. */
function patternOf(phrase: string, slots: Record<'{them}' | '{thing}', string>): RegExp {
  let source = ''
  for (const [place, word] of phrase.split(' ').entries()) {
    // After its verb, Dutch puts who does it before whom it is done to: "dan maak ik je af".
    if (word === '{them}' && place > 0) source += '(?: (?:ik|wij|we))?'
    if (word === '…') source += `(?: \\p{L}+){0,${MOST_BETWEEN}}`
    else source += `${place === 0 ? '' : ' '}(?:${slots[word as '{them}'] ?? word})`
  }
  return new RegExp(`(?<!\\p{L})${source}(?!\\p{L})`, 'u')
}
