import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '#kernel/clock'
import { createBreaker } from '#platform/breaker'

/** Whoever types waits no longer for it; what we know ourselves is shown without. */
const TIMEOUT_MS = 1_500
const MOST_BYTES = 256 * 1024
const KEPT = 1_000
const KEPT_MS = 10 * 60_000

export type LocatieserverAddress = { label: string; lon: number; lat: number }

/** Of an answer of `free` (PDOK Locatieserver 3.1): the fields that are asked for. */
const Answer = z.object({
  response: z.object({
    docs: z.array(
      z.object({
        weergavenaam: z.string().max(300),
        centroide_ll: z.string().regex(/^POINT\(-?\d+(\.\d+)? -?\d+(\.\d+)?\)$/),
      }),
    ),
  }),
})

type Kept = { found: readonly LocatieserverAddress[]; until_ms: number }

/**
 * Addresses by PDOK's Locatieserver, or by another that speaks as it does. It finds nothing where that is away, slow or
 * answers something else; after some failures it is left alone for a while. What was typed is kept nowhere: answers are
 * kept under a digest by a key of this process, and a fault is told without it.
 */
export function createLocatieserver({
  url,
  clock,
  onError,
  fetch = globalThis.fetch,
}: {
  url: string
  clock: Clock
  onError: (error: Error) => void
  fetch?: typeof globalThis.fetch
}) {
  const breaker = createBreaker(clock)
  const kept = new Map<string, Kept>()
  const key = randomBytes(32)

  return async (
    municipality: string,
    text: string,
    most: number,
  ): Promise<readonly LocatieserverAddress[]> => {
    const asked = `${municipality}\n${most}\n${text.trim().toLowerCase()}`
    const name = createHmac('sha256', key).update(asked).digest('base64url')
    const known = kept.get(name)
    if (known && known.until_ms > clock()) return known.found
    if (breaker.open().includes(url)) return []
    try {
      const found = await ask(fetch, addressOf(url, municipality, text, most))
      breaker.succeeded(url)
      kept.delete(name)
      kept.set(name, { found, until_ms: clock() + KEPT_MS })
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      return found
    } catch (error) {
      breaker.failed(url)
      // Some faults name the address that was asked for, and with it what was typed.
      onError(new Error(`the register of addresses did not answer: ${(error as Error).name}`))
      return []
    }
  }
}

function addressOf(url: string, municipality: string, text: string, most: number): string {
  const query = new URLSearchParams({
    q: text,
    rows: String(most),
    fq: `gemeentecode:${municipality.replace(/^GM/, '')}`,
    fl: 'weergavenaam,centroide_ll',
  })
  query.append('fq', 'type:(adres OR weg OR postcode)')
  return `${url.replace(/\/+$/, '')}/free?${query}`
}

async function ask(
  fetch: typeof globalThis.fetch,
  address: string,
): Promise<readonly LocatieserverAddress[]> {
  const response = await fetch(address, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Error('not answered with 200')
  }
  const { docs } = Answer.parse(JSON.parse(await textOf(response))).response
  return docs.map(({ weergavenaam, centroide_ll }) => {
    const [lon = 0, lat = 0] = centroide_ll.slice('POINT('.length, -1).split(' ').map(Number)
    return { label: weergavenaam, lon, lat }
  })
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('too large an answer')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
