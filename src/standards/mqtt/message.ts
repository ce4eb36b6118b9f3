/** One message as a broker handed it over. What only MQTT 5 knows is absent in 3.1.1. */
export type MqttMessage = {
  topic: string
  payload: Uint8Array
  contentType?: string
  userProperties?: Readonly<Record<string, string | readonly string[]>>
}

/** What became of a message; `nowhere`: it names no municipality that is served here, so nobody can be told of it. */
export type Taken = 'taken' | 'repeated' | 'rejected' | 'nowhere'

/**
 * Takes one message; resolves after the commit, also of a reject. It throws while it cannot be kept, and then the
 * message must not be acknowledged.
 */
export type TakeMessage = (message: MqttMessage) => Promise<Taken>

/** What whoever runs the program is told. */
export type MqttWatch = {
  /** Connections that stand, and those that are gone. */
  connected(change: 1 | -1): void
  /** A message is settled; `lasted_ms` from its receipt until it may be acknowledged. */
  settled(result: Taken | 'not-kept', lasted_ms: number): void
  /** Something was not allowed; `who` is the id of a key or the name of a connection. */
  refused(why: MqttRefusal, who: string): void
  failed(error: Error): void
}

/** Why a connection, a topic or a part of a message is refused, or left aside. */
export type MqttRefusal =
  | 'password-wrong'
  | 'too-many-connections'
  | 'packet-too-large'
  | 'key-ended'
  | 'topic-foreign'
  | 'subscription'
  | 'will-left-aside'
  | 'retain-left-aside'
  | 'session-taken-over'
