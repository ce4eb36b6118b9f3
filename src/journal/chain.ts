import { createHash } from 'node:crypto'

/** What is hashed of an event, beside the digest of the event before it. */
export type Link = {
  municipality: string
  position: number
  stream: string
  version: number
  type: string
  typeVersion: number
  occurred_ms: number
  body: string
}

export const GENESIS = Buffer.alloc(32)

/**
 * SHA-256 over the digest before and every fact of the event: a changed, moved, added or removed event
 * breaks each digest after it. The fields are written as one JSON array, so that none can flow into the next.
 */
export function digestOf(previous: Buffer, link: Link): Buffer {
  const facts = JSON.stringify([
    link.municipality,
    link.position,
    link.stream,
    link.version,
    link.type,
    link.typeVersion,
    link.occurred_ms,
    link.body,
  ])
  return createHash('sha256').update(previous).update(facts).digest()
}
