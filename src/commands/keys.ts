import { randomUUID } from 'node:crypto'
import { createKey, KEY_KINDS, type KeyKind, setEndpoint, setMailAddress } from '#modules/directory'
import { isMailAddress } from '#platform/mail'
import { makeWebhookSecret } from '#standards/cloudevents'
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

/**
 * Sets where an organisation is reached: its webhooks, whose secret is printed once, or with `mailto:` the address
 * that its assignments are mailed to.
 */
export async function setPartyEndpoint({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, ['language'], { most: 2 })
  const organisation = need(rest[0], 'Which organisation?')
  const url = URL.parse(need(rest[1], 'At which URL?'))
  if (url?.protocol === 'mailto:') {
    const { language = 'nl' } = options
    const address = decodeURIComponent(url.pathname)
    if (!isMailAddress(address) || url.search !== '')
      throw new UsageError('A mail address looks like mailto:werk@example.org.')
    if (language !== 'nl' && language !== 'en') throw new UsageError('A language is nl or en.')
    await using program = await openProgram(settings, log, [])
    const { worker, vault } = program.app
    const isKnown = await setMailAddress(worker, vault, {
      organisation,
      address,
      locale: language,
    })
    if (!isKnown) throw new UsageError(`Organisation ${organisation} is not known here.`)
    say(`Assignments of ${organisation} go to ${address}, where its agreement says "email".`)
    return
  }
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new UsageError('An endpoint is an http(s) address, or mailto: and a mail address.')
  await using program = await openProgram(settings, log, [])
  const secret = makeWebhookSecret()
  await setEndpoint(program.app.worker, program.app.vault, { organisation, url: url.href, secret })
  say(secret)
}
