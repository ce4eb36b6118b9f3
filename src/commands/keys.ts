import { randomUUID } from 'node:crypto'
import { createKey, KEY_KINDS, type KeyKind } from '#modules/directory'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram } from './program.ts'

/** Makes an API key and prints it, once; of an integrator also its id. */
export async function makeKey({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, ['municipality', 'organisation', 'label'])
  const kind = KEY_KINDS.find((one) => one === rest[0])
  if (!kind) throw new UsageError(`A key is one of ${KEY_KINDS.join(', ')}.`)
  await using program = await openProgram(settings, log, [])
  const { app } = program
  const base = { id: randomUUID(), label: options.label ?? kind }
  const token = await createKey(app.worker, {
    now_ms: Date.now(),
    key:
      kind === 'party'
        ? { ...base, kind, organisation: need(options.organisation, 'Whose? --organisation ID') }
        : { ...base, kind, municipality: servedOr(app, kind, options.municipality) },
  })
  say(token)
  // Things that speak MQTT are known by it, and it stands in their topic.
  if (kind === 'integrator') say(`id ${base.id}`)
}

function servedOr(
  app: { towns: { find(id: string): { id: string } | undefined } },
  kind: KeyKind,
  wanted: string | undefined,
): string {
  const name = need(wanted, `Whose ${kind} key? --municipality GM0228`)
  const found = app.towns.find(name)
  if (!found) throw new UsageError(`Municipality ${name} is not served here.`)
  return found.id
}
