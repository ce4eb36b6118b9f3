import { hkdfSync } from 'node:crypto'
import { z } from 'zod'

export type MqttSettings = {
  /** Of the broker in this process; 0: any free port. Absent: there is none. */
  readonly port?: number
  /** A broker elsewhere, with the name and password to it. Absent: there is none. */
  readonly url?: string
  /** The name of our session at the broker elsewhere: one for all processes that share a database. */
  readonly clientId: string
}

const isMqttUrl = (text: string) => {
  const url = URL.parse(text)
  const isMqtt = url?.protocol === 'mqtt:' || url?.protocol === 'mqtts:'
  return isMqtt && url?.hostname !== '' && (url?.pathname === '' || url?.pathname === '/')
}

/** Each setting with what is allowed, in the words that a wrong one is answered with. */
export const MQTT_ENVIRONMENT = {
  MQTT_PORT: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .optional()
    .describe('a whole number from 0 (any free port) to 65535'),
  MQTT_URL: z
    .string()
    .refine(isMqttUrl)
    .optional()
    .describe('a URL such as mqtt://user:password@host:1883 or mqtts://user:password@host'),
  MQTT_CLIENT_ID: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .optional()
    .describe('1 to 40 letters, digits and hyphens'),
}

type MqttEnvironment = {
  MQTT_PORT?: number | undefined
  MQTT_URL?: string | undefined
  MQTT_CLIENT_ID?: string | undefined
}

export function mqttSettingsOf(values: MqttEnvironment, secretKey: string): MqttSettings {
  return Object.freeze({
    ...(values.MQTT_PORT !== undefined && { port: values.MQTT_PORT }),
    ...(values.MQTT_URL && { url: values.MQTT_URL }),
    clientId: values.MQTT_CLIENT_ID ?? sessionOf(secretKey),
  })
}

/** The same in every process, and not to be guessed: whoever connects under the name of a session takes it over. */
function sessionOf(secretKey: string): string {
  const derived = Buffer.from(hkdfSync('sha256', secretKey, '', 'session of mqtt', 8))
  return `lantaarn-${derived.toString('hex')}`
}
