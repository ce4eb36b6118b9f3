import { blackened, findPersonalData } from '#modules/cases'

/** Of an answer so much is kept. */
const MOST_KEPT = 300
const GONE = '█████'

/** Keys and tokens as they are usually written, ours among them. */
const SECRETS =
  /\b(?:lk_|ll_|whsec_|bearer\s+)[\w.~+/=-]{6,}|\b(?:api_?key|token|secret|password|signature)["']?\s*[=:]\s*["']?[^\s"'&,;<>]{4,}/gi

/** No words by themselves, however they are broken off; they are in any answer. */
const LEAST_WORD = 4

/**
 * What an answer said, as it may be kept for some months: its first characters, without what looks personal or secret,
 * and without any word that people had written in what was sent.
 */
export function scrubbed(answer: string, said: readonly string[] = []): string {
  const words = new Set(said.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  // Cut first, with room for what is shortened: nothing is searched for in what is not kept.
  // Of what no text may hold in the database, one character would keep all attempts from being written down.
  const begin = answer.slice(0, 4 * MOST_KEPT).replaceAll(/[\s\p{Cc}]+/gu, ' ')
  const without = begin.replaceAll(SECRETS, GONE)
  const plain = blackened(without, findPersonalData(without))
  return plain
    .replaceAll(/[\p{L}\p{N}]+/gu, (word) =>
      word.length >= LEAST_WORD && words.has(word.toLowerCase()) ? GONE : word,
    )
    .trim()
    .slice(0, MOST_KEPT)
}
