import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A clock that runs as ours does and is set forward and back, also for programs in processes of their own. */
export async function openSteppedClock(start_ms: number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-clock-'))
  const file = path.join(folder, 'offset')
  let offset_ms = start_ms - Date.now()
  async function tell(): Promise<void> {
    // Moved in place, so that nobody reads half a number.
    await writeFile(`${file}.next`, String(offset_ms))
    await rename(`${file}.next`, file)
  }
  await tell()
  return {
    clock: () => Date.now() + offset_ms,
    async step(by_ms: number): Promise<void> {
      offset_ms += by_ms
      await tell()
    },
    env: {
      STEPPED_CLOCK_FILE: file,
      NODE_OPTIONS: `--import ${new URL('preload-clock.ts', import.meta.url).href}`,
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
