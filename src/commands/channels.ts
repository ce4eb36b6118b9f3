import { readFile } from 'node:fs/promises'
import {
  EndpointLimits,
  Open311Settings,
  setEndpoint,
  setEndpointLimits,
  setMailAddress,
} from '#modules/directory'
import { isMailAddress } from '#platform/mail'
import { makeWebhookSecret } from '#standards/cloudevents'
import { type CommandInput, need, readWords, UsageError } from './command.ts'
import { openProgram, servedTown } from './program.ts'

const OF_OPEN311 = ['format', 'jurisdiction', 'api-key-file', 'poll', 'repeats'] as const
const OF_LIMITS = ['most-at-once', 'most-per-minute'] as const

/**
 * Sets where an organisation is reached: its webhooks, whose secret is printed once; its own Open311 server; or with
 * `mailto:` the address that its assignments are mailed to.
 */
export async function setPartyEndpoint(input: CommandInput): Promise<void> {
  const { options, flags, rest } = readWords(
    input.words,
    ['language', ...OF_OPEN311, ...OF_LIMITS],
    { flags: ['open311', 'updates'], most: 2 },
  )
  const organisation = need(rest[0], 'Which organisation?')
  const url = URL.parse(need(rest[1], 'At which URL?'))
  if (url?.protocol === 'mailto:') return setMailto(input, organisation, url, options.language)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new UsageError('An endpoint is an http(s) address, or mailto: and a mail address.')
  const limits = limitsIn(options)
  const isOpen311 = flags.has('open311')
  if (!isOpen311 && OF_OPEN311.some((name) => options[name] !== undefined))
    throw new UsageError('What an Open311 server needs goes with --open311.')
  const open311 = isOpen311 ? open311In(options, flags.has('updates')) : undefined
  const file = options['api-key-file']
  const apiKey = file === undefined ? '' : (await readFile(file, 'utf8')).trim()
  await using program = await openProgram(input.settings, input.log, [])
  const { worker, vault } = program.app
  const base = { organisation, url: url.href, limits }
  if (open311) {
    const server = { ...base, kind: 'open311' as const, secret: apiKey, open311 }
    if (!(await setEndpoint(worker, vault, server))) throw notKnown(organisation)
    input.say(
      `Work of ${organisation} goes to its Open311 server, where its agreement says "open311".`,
    )
    return
  }
  const secret = makeWebhookSecret()
  if (!(await setEndpoint(worker, vault, { ...base, secret }))) throw notKnown(organisation)
  input.say(secret)
}

const notKnown = (organisation: string) =>
  new UsageError(`Organisation ${organisation} is not known here.`)

type Options = { readonly [name: string]: string | undefined }

function open311In(options: Options, has_updates: boolean): Open311Settings {
  const { format, jurisdiction, poll, repeats } = options
  return parsed(
    Open311Settings.safeParse({
      has_updates,
      ...(format === undefined ? {} : { format }),
      ...(jurisdiction === undefined ? {} : { jurisdiction_id: jurisdiction }),
      ...(poll === undefined ? {} : { poll_s: Number(poll) }),
      ...(repeats === undefined ? {} : { repeats }),
    }),
  )
}

function limitsIn(options: Options): EndpointLimits {
  const { 'most-at-once': atOnce, 'most-per-minute': perMinute } = options
  return parsed(
    EndpointLimits.safeParse({
      ...(atOnce === undefined ? {} : { most_at_once: Number(atOnce) }),
      ...(perMinute === undefined ? {} : { most_per_minute: Number(perMinute) }),
    }),
  )
}

type Read<T> =
  | { success: true; data: T }
  | {
      success: false
      error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
    }

function parsed<T>(read: Read<T>): T {
  if (read.success) return read.data
  const words = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new UsageError(words.join('; '))
}

async function setMailto(
  { settings, log, say }: CommandInput,
  organisation: string,
  url: URL,
  language = 'nl',
): Promise<void> {
  const address = decodeURIComponent(url.pathname)
  if (!isMailAddress(address) || url.search !== '')
    throw new UsageError('A mail address looks like mailto:werk@example.org.')
  if (language !== 'nl' && language !== 'en') throw new UsageError('A language is nl or en.')
  await using program = await openProgram(settings, log, [])
  const { worker, vault } = program.app
  const isKnown = await setMailAddress(worker, vault, { organisation, address, locale: language })
  if (!isKnown) throw notKnown(organisation)
  say(`Assignments of ${organisation} go to ${address}, where its agreement says "email".`)
}

/** Sets how much the endpoint of an organisation takes; without a number it is given as much as it is seen to take. */
export async function setLimits({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, [...OF_LIMITS], { most: 1 })
  const organisation = need(rest[0], 'Which organisation?')
  const limits = limitsIn(options)
  await using program = await openProgram(settings, log, [])
  if (!(await setEndpointLimits(program.app.worker, organisation, limits)))
    throw new UsageError(`Organisation ${organisation} has no endpoint. First: lantaarn endpoint`)
  const { most_at_once = 'any number', most_per_minute = 'any number' } = limits
  say(`${organisation}: ${most_at_once} at once, ${most_per_minute} in a minute`)
}

/** Tries how an organisation is reached, and tells each step; fails where one did. */
export async function testParty({ settings, log, words, say }: CommandInput): Promise<void> {
  const { options, rest } = readWords(words, ['municipality'], { most: 1 })
  const organisation = need(rest[0], 'Which organisation?')
  await using program = await openProgram(settings, log, [])
  const municipality = servedTown(program.app, options.municipality)
  const tests = await program.app.testConnection(municipality, organisation)
  if (tests.length === 0)
    throw new UsageError(
      `No agreement of ${municipality} reaches ${organisation} by a system or mail.`,
    )
  for (const { kind, steps } of tests)
    for (const { step, isOk, detail, took_ms } of steps) {
      const time = took_ms === undefined ? '' : ` (${took_ms} ms)`
      say(`${kind} ${step}: ${isOk ? 'good' : 'WRONG'}, ${detail}${time}`)
    }
  if (tests.some(({ isOk }) => !isOk)) throw new Error(`${organisation} is not reached as agreed`)
}
