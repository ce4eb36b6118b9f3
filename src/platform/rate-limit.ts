import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { clientAddressOf } from './client-address.ts'
import { HTTP_PROBLEMS, problemOf } from './problem.ts'

/** By what a writing request is counted: a known key by nothing, a link by itself, and all else by its address. */
export type CountedBy = { is: 'nothing' } | { is: 'link'; of: string } | { is: 'address' }

/** Counts writing requests a minute. Each answer is how many seconds to wait; undefined is not at all. */
export type RateLimit = {
  /** One more of somebody unknown at this address. */
  ofAddress(address: string): Promise<number | undefined>
  /** One more by this link. Whoever was sent one is known, and has more to do than a stranger. */
  ofLink(link: string): Promise<number | undefined>
  /** The same as `ofAddress`, and counts nothing. */
  peek(address: string): Promise<number | undefined>
}

const DURATION_S = 60
/** An answer with photos is several requests. */
const LINKS_MORE = 10

/** `rate_per_minute` is that of one address; 0 is no limit. */
export function createRateLimit(rate_per_minute: number): RateLimit {
  if (rate_per_minute === 0) {
    const none = async () => undefined
    return { ofAddress: none, ofLink: none, peek: none }
  }
  const addresses = new RateLimiterMemory({ points: rate_per_minute, duration: DURATION_S })
  const links = new RateLimiterMemory({
    points: LINKS_MORE * rate_per_minute,
    duration: DURATION_S,
  })
  return {
    ofAddress: (address) => consume(addresses, address),
    ofLink: (link) => consume(links, link),
    async peek(address) {
      const known = await addresses.get(address)
      const isUsedUp = known !== null && known.consumedPoints > rate_per_minute
      return isUsedUp ? seconds(known.msBeforeNext) : undefined
    },
  }
}

async function consume(limiter: RateLimiterMemory, name: string): Promise<number | undefined> {
  try {
    await limiter.consume(name)
    return undefined
  } catch (state) {
    // The library throws its own state where it refuses, and an error where it fails.
    if (state instanceof Error) throw state
    return seconds((state as { msBeforeNext: number }).msBeforeNext)
  }
}

const seconds = (wait_ms: number) => Math.ceil(wait_ms / 1000)

/** Holds back POSTs. `isCountedLater`: whose key comes in the body, which its door has to read before it can count. */
export function limitRate(options: {
  rate: RateLimit
  countedBy: (c: Context) => Promise<CountedBy>
  isCountedLater: (c: Context) => boolean
}): MiddlewareHandler {
  const { rate, countedBy, isCountedLater } = options
  return async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const address = clientAddressOf(c)
    // A large body is not taken in from where too much came already, whatever stands in it.
    const wait_s = isCountedLater(c)
      ? isLarge(c) && (await countedBy(c)).is !== 'nothing'
        ? await rate.peek(address)
        : undefined
      : await waitOf(rate, await countedBy(c), address)
    return wait_s === undefined ? next() : refusal(wait_s)
  }
}

const isLarge = (c: Context) => /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')

async function waitOf(rate: RateLimit, by: CountedBy, address: string) {
  switch (by.is) {
    case 'nothing':
      return undefined
    case 'link':
      return rate.ofLink(by.of)
    case 'address':
      return rate.ofAddress(address)
  }
}

function refusal(wait_s: number): Response {
  const answer = problemOf(HTTP_PROBLEMS, 'rate-exceeded', {
    detail: `Too many requests in a minute without a key that is known. Try again in ${wait_s} s.`,
  })
  answer.headers.set('retry-after', String(wait_s))
  return answer
}
