import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { checkBroker } from '#standards/mqtt'
import { openMosquitto, whyNoMosquitto } from './mosquitto.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const THING = { username: '3f1c0d5e-8a52-4b1f-9b8e-0c5f8f6e2a10', password: 'its password' }
const run = promisify(execFile)

async function open(changed: Readonly<Record<string, string>>) {
  const mosquitto = await openMosquitto(changed)
  await mosquitto.allow(THING.username, THING.password)
  return mosquitto
}

async function wrongOf(changed: Readonly<Record<string, string>>): Promise<string[]> {
  await using mosquitto = await open(changed)
  const findings = await checkBroker({ url: mosquitto.ownUrl, thing: THING })
  return findings.filter(({ isRight }) => !isRight).map(({ what }) => what)
}

describe('the check of a broker', { skip: whyNoMosquitto }, () => {
  it('finds the settings that are shipped to be right, as a command', async () => {
    await using mosquitto = await open({})
    const env = { ...process.env, MQTT_URL: mosquitto.ownUrl, THING_PASSWORD: THING.password }
    const words = [MAIN, 'check', 'mqtt', '--thing', THING.username]
    const { stdout } = await run(process.execPath, words, { env })
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 7)),
      Array(7).fill('right  '),
    )
  })

  it('finds that the default of Mosquitto keeps 1,000 messages only', async () => {
    const wrong = await wrongOf({ max_queued_messages: '# by default' })
    assert.deepEqual(wrong, ['keeps 1500 messages that come while nobody is there'])
  })

  it('finds that everybody may say and hear everything, and needs no name', async () => {
    const open = { acl_file: '# everybody', allow_anonymous: 'allow_anonymous true' }
    assert.deepEqual(await wrongOf(open), [
      'refuses whoever has no name',
      'lets no thing publish under another name',
      'lets no thing hear what others say',
    ])
  })
})
