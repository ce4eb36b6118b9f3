import type { RecordedEvent } from '#journal'
import type { IsKnown } from '#kernel/in-time'

/** The version of the places that was seen by what is known, from the imports of a municipality; 0 before the first. */
export function placesVersionOf(imports: readonly RecordedEvent[], isKnown: IsKnown): number {
  return imports.reduce((last, { data, occurred_ms }) => {
    const { version, epoch = 0 } = data as { version: number; epoch?: number }
    const one = { version, epoch, entered_ms: occurred_ms, from_ms: -Infinity }
    return version > last && isKnown(one) ? version : last
  }, 0)
}
