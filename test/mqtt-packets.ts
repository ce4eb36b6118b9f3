/** Packets of MQTT 3.1.1 as bytes, for what no library would send. */

function text(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 255), bytes])
}

function packet(first: number, ...parts: Buffer[]): Buffer {
  const rest = Buffer.concat(parts)
  const length: number[] = []
  for (let left = rest.length; length.length === 0 || left > 0; left >>= 7)
    length.push((left & 127) | (left > 127 ? 128 : 0))
  return Buffer.concat([Buffer.of(first, ...length), rest])
}

export function connectPacket(options: {
  clientId: string
  username: string
  password: string
}): Buffer {
  const { clientId, username, password } = options
  // Level 4; user name, password, clean session; 60 s.
  const head = Buffer.concat([text('MQTT'), Buffer.of(4, 0xc2, 0, 60)])
  return packet(0x10, head, text(clientId), text(username), text(password))
}

/** With quality of service 1 where it has an id, else 0. */
export function publishPacket(topic: string, payload: string | Buffer, messageId?: number): Buffer {
  const body = Buffer.from(payload)
  if (messageId === undefined) return packet(0x30, text(topic), body)
  return packet(0x32, text(topic), Buffer.of(messageId >> 8, messageId & 255), body)
}
