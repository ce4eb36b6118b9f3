import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the program tells of itself, in the Prometheus text format at /metrics. */
export type Metrics = ReturnType<typeof createMetrics>

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'lantaarn_http_request_duration_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'status'],
      buckets: SECONDS,
      registers,
    }),
    commits: new Histogram({
      name: 'lantaarn_commit_duration_seconds',
      help: 'Time of one transaction of the committer, from the lock to the commit',
      buckets: SECONDS,
      registers,
    }),
    commands: new Counter({
      name: 'lantaarn_commands_total',
      help: 'Commands that were committed',
      registers,
    }),
    deliveries: new Histogram({
      name: 'lantaarn_delivery_delay_seconds',
      help: 'Time from the commit of a message to its receipt',
      buckets: SECONDS,
      registers,
    }),
    failedDeliveries: new Counter({
      name: 'lantaarn_failed_deliveries_total',
      help: 'Attempts to deliver that failed',
      registers,
    }),
    errors: new Counter({
      name: 'lantaarn_errors_total',
      help: 'Faults of the program itself',
      labelNames: ['where'],
      registers,
    }),
    replies: new Counter({
      name: 'lantaarn_mail_replies_total',
      help: 'Mails that came in at the mail door, by what became of each',
      labelNames: ['result'],
      registers,
    }),
    mqttConnections: new Gauge({
      name: 'lantaarn_mqtt_connections',
      help: 'Connections of MQTT: of things to the broker in this process, and of ours to one elsewhere',
      labelNames: ['broker'],
      registers,
    }),
    mqttMessages: new Histogram({
      name: 'lantaarn_mqtt_message_duration_seconds',
      help: 'Time from the receipt of a message until it may be acknowledged, by what became of it',
      labelNames: ['broker', 'result'],
      buckets: SECONDS,
      registers,
    }),
    mqttRefusals: new Counter({
      name: 'lantaarn_mqtt_refusals_total',
      help: 'What was refused, or left aside, of connections and messages of MQTT',
      labelNames: ['broker', 'why'],
      registers,
    }),
    isReady: new Gauge({
      name: 'lantaarn_ready',
      help: '1 when the program can answer everything',
      registers,
    }),
  }
}
