import sql from 'sql-template-tag'
import type { Pool } from '#platform/database'
import { digestOf, GENESIS } from './chain.ts'

export type ChainFault = { position: number; fault: string }
export type ChainReport = {
  municipality: string
  events: number
  digest: string
  faults: ChainFault[]
}

/** A head that was published or kept elsewhere: what stood at this position then. */
export type Anchor = { position: number; digest: string }

type StoredLink = {
  position: number
  stream: string
  version: number
  type: string
  type_version: number
  occurred_at: number
  body: string
  digest: Buffer
  is_same: boolean
}

const PIECE = 2_000

/**
 * Walks one municipality's chain from its first event and compares every digest, the positions, the head, and
 * the anchor when one is given. It stops at the first broken link: all after it would break as well.
 * A head that was set back together with its events is found only with an anchor kept outside the database.
 */
export async function verifyChain(
  pool: Pool,
  municipality: string,
  options: { anchor?: Anchor; onProgress?: (position: number) => void } = {},
): Promise<ChainReport> {
  const { anchor, onProgress } = options
  const faults: ChainFault[] = []
  let previous: Buffer = GENESIS
  let position = 0
  while (faults.length === 0) {
    // The head first: what is written meanwhile lies behind it, and is walked as well.
    const head = await readHead(pool, municipality)
    const links = await readLinks(pool, municipality, position)
    if (links.length === 0) {
      faults.push(...headFaults(head, position, previous))
      break
    }
    for (const link of links) {
      const fault = faultOf(link, municipality, position + 1, previous)
      if (fault) {
        faults.push(fault)
        break
      }
      previous = link.digest
      position = link.position
      if (anchor?.position === position && anchor.digest !== previous.toString('hex'))
        faults.push({ position, fault: 'differs from the digest that was kept elsewhere' })
    }
    onProgress?.(position)
  }
  if (faults.length === 0 && anchor && anchor.position > position)
    faults.push({ position, fault: `the journal once reached position ${anchor.position}` })
  return { municipality, events: position, digest: previous.toString('hex'), faults }
}

function faultOf(
  link: StoredLink,
  municipality: string,
  expected: number,
  previous: Buffer,
): ChainFault | undefined {
  if (link.position !== expected)
    return { position: expected, fault: `event ${expected} is missing` }
  const { type_version: typeVersion, occurred_at: occurred_ms, ...rest } = link
  const digest = digestOf(previous, { ...rest, typeVersion, occurred_ms, municipality })
  if (!digest.equals(link.digest))
    return { position: expected, fault: 'the event or its digest was changed' }
  if (!link.is_same) return { position: expected, fault: 'the data differs from the body hashed' }
  return undefined
}

async function readLinks(pool: Pool, municipality: string, after: number): Promise<StoredLink[]> {
  return pool.read({ tenant: municipality }, (query) =>
    query<StoredLink>(sql`
      select position, stream, version, type, type_version, occurred_at, body, digest,
        data = body::jsonb as is_same
      from journal.events
      where municipality = ${municipality} and position > ${after}
      order by position
      limit ${PIECE}`),
  )
}

type Head = { position: number; digest: Buffer }

async function readHead(pool: Pool, municipality: string): Promise<Head | undefined> {
  const [head] = await pool.read({ tenant: municipality }, (query) =>
    query<Head>(sql`
      select position, digest from journal.heads where municipality = ${municipality}`),
  )
  return head
}

function headFaults(head: Head | undefined, position: number, digest: Buffer): ChainFault[] {
  if (!head) return [{ position, fault: 'the municipality has no head' }]
  if (head.position > position)
    return [
      { position: position + 1, fault: `events ${position + 1} to ${head.position} are missing` },
    ]
  if (head.position < position || !head.digest.equals(digest))
    return [{ position, fault: 'the head differs from the last event' }]
  return []
}
