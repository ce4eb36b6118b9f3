/** As many letters as may be wrong in a word, as a share of it: more, and something else is meant. */
const MOST_WRONG = 1 / 3

/** The name that was probably meant by one that is none, by how many letters differ; nothing where none is near, or it is one. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const most = Math.ceil(Math.max(typed.length, 1) * MOST_WRONG)
  const near = names
    .map((name) => ({ name, wrong: lettersBetween(typed.toLowerCase(), name) }))
    .filter(({ wrong }) => wrong > 0 && wrong <= most)
    .toSorted((one, other) => one.wrong - other.wrong)
  return near[0]?.name
}

/** Levenshtein's distance: how many letters have to be put in, left out or changed. */
function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const isSame = letter === other[j]
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (isSame ? 0 : 1)),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
