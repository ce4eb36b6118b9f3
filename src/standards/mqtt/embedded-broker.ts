import { randomUUID } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes, type AuthenticateError, type Client } from 'aedes'
import { createLine, createTurns } from './line.ts'
import { MeasuredSocket, PacketTooLarge } from './measured-socket.ts'
import type { MqttRefusal, MqttWatch, TakeMessage } from './message.ts'
import { eventTopicOf, isOwnTopic, MOST_PACKET_BYTES } from './topics.ts'

/** Who a connection is: the id of an API key, and the municipality of which it is. */
export type Sender = { keyId: string; municipality: string }

export type BrokerOptions = {
  host: string
  /** 0: any free port. */
  port: number
  /** Whose name and password these are; undefined when they are nobody's. Throws when that cannot be known now. */
  findSender: (username: string, password: string) => Promise<Sender | undefined>
  /** Whether the key of a sender is still in force. */
  isInForce: (sender: Sender) => Promise<boolean>
  take: TakeMessage
  watch: MqttWatch
  mostConnections?: number
  mostOfOneKey?: number
  drainTimeout_ms?: number
}

export type Broker = AsyncDisposable & { readonly port: number }

const MOST_CONNECTIONS = 5_000
const MOST_OF_ONE_KEY = 1_000
/** Messages that are being taken at once: of one connection, and of all. */
const [AT_ONCE_OF_ONE, AT_ONCE] = [64, 128]
/** A client that does not read for so long is cut off, so that it holds up nobody. */
const DRAIN_TIMEOUT_MS = 10_000
const CONNECT_WITHIN_MS = 10_000
/** Whoever promises less often, or nothing, is held to this: a dead connection ends after half as much again. */
const KEEPALIVE_AT_MOST_S = 1_200
/** CONNACK return codes (MQTT 3.1.1, 3.2.2.3). */
const [SERVER_UNAVAILABLE, BAD_USERNAME_OR_PASSWORD] = [3, 4]

/** A message that ends its connection; it was told of already. */
class Refusal extends Error {}

/**
 * A broker in this process, for MQTT 3.1.1 over plain TCP: things may publish events under their own topic, and
 * nothing else. A connection goes: accepted → (name and password) → sender → closed, and each PUBACK or PUBREC follows
 * the commit of what it acknowledges. What cannot be kept now closes the connection, so that the thing sends again.
 */
export async function openBroker(options: BrokerOptions): Promise<Broker> {
  const { watch } = options
  const underWay = new Set<Promise<unknown>>()
  const aedes = new Aedes({
    connectTimeout: CONNECT_WITHIN_MS,
    drainTimeout: options.drainTimeout_ms ?? DRAIN_TIMEOUT_MS,
    ...rulesOf(options, underWay),
  })
  await aedes.listen()
  aedes.on('client', () => watch.connected(1))
  aedes.on('clientDisconnect', () => watch.connected(-1))
  const onClosed = (client: Client, error: Error) => {
    if (error instanceof PacketTooLarge) watch.refused('packet-too-large', client.id ?? 'nobody')
  }
  aedes.on('clientError', onClosed)
  aedes.on('connectionError', onClosed)
  const connections = new Set<MeasuredSocket>()
  const server = createServer({ noDelay: true, keepAlive: true }, (socket: Socket) => {
    const connection = new MeasuredSocket(socket, MOST_PACKET_BYTES)
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
    aedes.handle(connection)
  })
  server.maxConnections = options.mostConnections ?? MOST_CONNECTIONS
  server.on('drop', () => watch.refused('too-many-connections', 'nobody'))
  await listen(server, options)
  server.on('error', watch.failed)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      await new Promise<void>((resolve) => aedes.close(resolve))
      // Those that never said who they are.
      for (const connection of connections) connection.destroy()
      await Promise.allSettled(underWay)
      await closed
    },
  }
}

function listen(server: Server, { port, host }: BrokerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

type Known = { sender: Sender; line: ReturnType<typeof createLine> }

/** What a client may do, in the order in which aedes asks. */
function rulesOf(
  { findSender, isInForce, take, watch, mostOfOneKey = MOST_OF_ONE_KEY }: BrokerOptions,
  underWay: Set<Promise<unknown>>,
): ConstructorParameters<typeof Aedes>[0] {
  const known = new WeakMap<Client, Known>()
  const connections = new Map<string, number>()
  const turn = createTurns(AT_ONCE)

  async function authenticate(client: Client, username = '', password = ''): Promise<void> {
    const sender = await findSender(username, password).catch((error: Error) => {
      watch.failed(error)
      throw refusalOf('the server is unavailable', SERVER_UNAVAILABLE)
    })
    if (!sender) {
      watch.refused('password-wrong', username.slice(0, 50))
      throw refusalOf('bad user name or password', BAD_USERNAME_OR_PASSWORD)
    }
    const { keyId } = sender
    const count = (connections.get(keyId) ?? 0) + 1
    if (count > mostOfOneKey) {
      watch.refused('too-many-connections', keyId)
      throw refusalOf('too many connections with this name', SERVER_UNAVAILABLE)
    }
    if (client.closed) return
    connections.set(keyId, count)
    client.conn.once('close', () => {
      const left = (connections.get(keyId) ?? 1) - 1
      if (left > 0) connections.set(keyId, left)
      else connections.delete(keyId)
    })
    known.set(client, { sender, line: createLine(AT_ONCE_OF_ONE) })
  }

  async function publish(client: Client, topic: string, payload: Uint8Array): Promise<void> {
    const { sender, line } = known.get(client) ?? {}
    if (!sender || !line) throw new Refusal('nobody publishes here')
    const refuse = (why: MqttRefusal) => {
      watch.refused(why, sender.keyId)
      return new Refusal(why)
    }
    if (!isOwnTopic(topic, eventTopicOf(sender.municipality, sender.keyId)))
      throw refuse('topic-foreign')
    const received_ms = performance.now()
    await line(() =>
      turn(async () => {
        if (!(await isInForce(sender))) throw refuse('key-ended')
        return take({ topic, payload })
      }),
    ).then(
      (taken) => watch.settled(taken, performance.now() - received_ms),
      (error) => {
        if (!(error instanceof Refusal)) {
          watch.settled('not-kept', performance.now() - received_ms)
          watch.failed(error)
        }
        throw error
      },
    )
  }

  return {
    preConnect(_, packet, callback) {
      // One sender must not end the connection of another by taking its name.
      packet.clientId = `${packet.username ?? ''}/${packet.clientId || randomUUID()}`
      packet.keepalive = Math.min(packet.keepalive || KEEPALIVE_AT_MOST_S, KEEPALIVE_AT_MOST_S)
      if (packet.will) {
        watch.refused('will-left-aside', String(packet.username).slice(0, 50))
        delete packet.will
      }
      callback(null, true)
    },
    authenticate(client, username, password, callback) {
      authenticate(client, username, password?.toString()).then(
        () => callback(null, true),
        (error) => callback(error, false),
      )
    },
    authorizePublish(client, packet, callback) {
      if (!client) return callback(new Refusal('nobody publishes here'))
      const { topic, payload } = packet
      const taken = publish(client, topic, Buffer.from(payload))
      underWay.add(taken)
      taken
        .then(() => {
          if (packet.retain) watch.refused('retain-left-aside', client.id)
          // It is with us now: the broker has nothing to keep or to pass on.
          packet.retain = false
          packet.payload = Buffer.alloc(0)
          callback(null)
        }, callback)
        .finally(() => underWay.delete(taken))
    },
    authorizeSubscribe(client, _, callback) {
      watch.refused('subscription', client.id)
      callback(null, null)
    },
    authorizeForward: () => null,
  }
}

function refusalOf(message: string, returnCode: number): AuthenticateError {
  return Object.assign(new Refusal(message), { returnCode })
}
