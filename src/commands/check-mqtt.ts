import { checkBroker } from '#standards/mqtt'
import { type CommandInput, need, readWords, UsageError } from './command.ts'

/** Checks the broker of MQTT_URL; with --thing also what a thing may do there, by the password in THING_PASSWORD. */
export async function checkMqtt({ settings, words, say }: CommandInput): Promise<void> {
  const { options } = readWords(words, ['thing'], { most: 0 })
  const url = need(settings.mqtt.url, 'Which broker? MQTT_URL is not set.')
  const username = options.thing
  // Not on the command line, where every process of the machine can read it.
  const password = process.env.THING_PASSWORD
  if (username !== undefined && !password)
    throw new UsageError('Its password is asked for in THING_PASSWORD.')
  const findings = await checkBroker({
    url,
    ...(username !== undefined && password ? { thing: { username, password } } : {}),
  })
  for (const { what, isRight, note } of findings)
    say(`${isRight ? 'right' : 'WRONG'}  ${what}${note === undefined ? '' : ` (${note})`}`)
  if (username === undefined)
    say('What a thing may not do is checked with --thing ID and THING_PASSWORD.')
  const wrong = findings.filter(({ isRight }) => !isRight).length
  if (wrong > 0) throw new Error(`the broker does not do ${wrong} of what it should`)
}
