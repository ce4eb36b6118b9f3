export { connectionOptions, openBrokerClient } from './broker-client.ts'
export { type BrokerOptions, openBroker, type Sender } from './embedded-broker.ts'
export type { MqttMessage, MqttRefusal, MqttWatch, TakeMessage, Taken } from './message.ts'
export { eventTopicOf, isKeyId, MOST_PAYLOAD_BYTES, readEventTopic } from './topics.ts'
