import { timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { CountAttempts } from '#platform/attempts'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Vault } from '#platform/vault'
import { findSignalsOfNumber } from '../case-queries.ts'
import { readCode } from '../follow-code.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { followCodeOf } from '../sealing.ts'
import { Instant } from './case-view.ts'

const LASTS_MS = 24 * 3_600_000
/** A code of fifty bits cannot be guessed at this pace; whoever mistypes a few times is not stopped. */
const LIMITS = {
  ofBoth: { most: 8, within_s: 900 },
  ofAddress: { most: 300, within_s: 900 },
  ofNumber: { most: 200, within_s: 3_600 },
} as const

type Needs = { pool: Pool; vault: Vault; clock: Clock; countAttempts: CountAttempts }

const FollowBody = z
  .strictObject({
    number: z.string().trim().min(1).max(40).openapi({ example: 'GM0228-26-004711' }),
    code: z.string().trim().min(1).max(40).openapi({
      description:
        'As it was given to whoever reported it; typed in any case, with or without the dash.',
      example: '7KQ2M-04XPR',
    }),
  })
  .openapi('FollowBody')

const FollowLink = z
  .object({
    token: z.string().openapi({ description: 'Goes along as `Authorization: Bearer ll_…`.' }),
    expiresAt: Instant,
  })
  .openapi('FollowLink')

export const createFollow = (needs: Needs) => {
  const { pool, vault } = needs
  const guard = createGuard(needs)
  return townOperation({
    method: 'post',
    path: '/follows',
    operationId: 'createFollow',
    tag: 'Following',
    summary: 'Number and code of a report give a link to follow it with',
    description:
      'For whoever reported without leaving an address. A wrong number and a wrong code get the same answer.',
    body: FollowBody,
    success: { 201: 'A link for one day.' },
    answer: FollowLink,
    problems: {
      ...among(CASE_PROBLEMS, 'follow-unknown'),
      ...among(HTTP_PROBLEMS, 'rate-exceeded'),
    },
    async handle({ caller: { municipality }, body, clientAddress }, refuse) {
      const number = body.number.toUpperCase()
      const tried = guard(`${municipality} ${number}`, clientAddress)
      const wait_s = await tried.begin()
      if (wait_s !== undefined)
        return refuse('rate-exceeded', {
          detail: `Too often a wrong number or code. Try again in ${wait_s} s.`,
          headers: { 'retry-after': String(wait_s) },
        })
      const code = readCode(body.code) ?? ''
      const signals = await pool.read({ tenant: municipality }, (query) =>
        findSignalsOfNumber(query, municipality, number),
      )
      const mine = signals.find(({ id }) => isSame(followCodeOf(vault, municipality, id), code))
      if (!mine) return refuse('follow-unknown')
      await tried.forgive()
      return { status: 201, body: linkTo(needs, municipality, mine.id) }
    },
  })
}

/** Counts under the number, the address, and both; whether there is such a number makes no difference. */
function createGuard({ countAttempts }: Pick<Needs, 'countAttempts'>) {
  const ofBoth = countAttempts('code of report from address', LIMITS.ofBoth)
  const ofAddress = countAttempts('codes from address', LIMITS.ofAddress)
  const ofNumber = countAttempts('codes of report', LIMITS.ofNumber)
  return (number: string, address: string) => {
    const all = [
      [ofBoth, `${number} ${address}`],
      [ofAddress, address],
      [ofNumber, number],
    ] as const
    return {
      async begin(): Promise<number | undefined> {
        const waits = await Promise.all(all.map(([limit, name]) => limit.begin(name)))
        const longest_s = Math.max(...waits.map((one) => one ?? 0))
        return longest_s === 0 ? undefined : longest_s
      },
      forgive: () => Promise.all(all.map(([limit, name]) => limit.forgive(name))),
    }
  }
}

function linkTo({ vault, clock }: Needs, tenant: string, subject: string) {
  const now_ms = clock()
  const expires_ms = now_ms + LASTS_MS
  // Each such link is another one: what is said with it is said once.
  const revision = Math.floor(now_ms / 1000)
  const token = vault.signLink({ kind: 'report', tenant, subject, revision, expires_ms })
  return { token, expiresAt: toIso(expires_ms) }
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
