import { setImmediate as turn } from 'node:timers/promises'

/** Whoever waits meanwhile waits no longer than about this. */
const PIECE_MS = 15

/** Runs a long computation that yields often, and lets everything else go first each time a piece is done. */
export async function inPieces<Result>(
  steps: Generator<undefined, Result>,
  onPiece?: () => void,
): Promise<Result> {
  for (;;) {
    const end_ms = performance.now() + PIECE_MS
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < end_ms)
    onPiece?.()
    await turn()
  }
}
