import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { CountAttempts } from '#platform/attempts'
import { among, hrefOf } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Vault } from '#platform/vault'
import { findCase } from '../case-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { followCodeOf } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase, sightOfAll } from './case-sight.ts'
import { Contact, type EnterSignal, IdempotencyKey } from './create-signal.ts'
import type { DirectingNeeds } from './directed-case.ts'
import { SignalTold, signalTold } from './signal-told.ts'

/** A street behind one address is not stopped; a program that counts a case up is. */
const MOST = { most: 20, within_s: 3_600 } as const

const MeToo = z
  .strictObject({
    description: z.string().trim().min(1).max(4000).optional(),
    contact: Contact.optional().openapi({ description: 'To be told how it goes.' }),
  })
  .openapi('MeToo')

const PROBLEMS = {
  ...among(CASE_PROBLEMS, 'case-not-found', 'case-not-open'),
  ...among(HTTP_PROBLEMS, 'input-invalid', 'rate-exceeded'),
}

type Needs = DirectingNeeds & {
  vault: Vault
  enterSignal: EnterSignal
  countAttempts: CountAttempts
}

export const createMeToo = (needs: Needs) => {
  const attempts = needs.countAttempts('me too at case from address', MOST)
  return townOperation({
    method: 'post',
    path: '/cases/{case}/me-toos',
    operationId: 'createMeToo',
    tag: 'Signals',
    summary: 'This too bothers me: a signal of one’s own to a case that is open',
    description:
      'It says what and where the case says, and joins it as any signal does. Whoever leaves an address is told how it goes.',
    parameters: { path: CasePath, headers: z.object({ 'idempotency-key': IdempotencyKey }) },
    body: MeToo,
    success: { 201: 'It is received; what became of it.', 200: 'It was received before.' },
    answer: SignalTold,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, headers, body, locale, clientAddress }, refuse) {
      const { municipality, by, actor } = caller
      const seen = await seeCase(needs, caller, path.case)
      // Where it is cannot be told again by whoever does not see it.
      if (!seen || sightOfAll(seen.row, seen.town) !== 'public') return refuse('case-not-found')
      const { row, town } = seen
      const { lon, lat, asset_id, category } = row
      if (row.status !== 'open' || lon === null || lat === null) return refuse('case-not-open')
      const wait_s =
        actor === 'public' ? await attempts.begin(`${row.id} ${clientAddress}`) : undefined
      if (wait_s !== undefined)
        return refuse('rate-exceeded', { headers: { 'retry-after': String(wait_s) } })
      const key = headers['idempotency-key']
      const entered = await needs.enterSignal(
        municipality,
        {
          kind: 'fault',
          category,
          place: { lon, lat },
          ...(asset_id === null ? {} : { asset: asset_id }),
          ...body,
          channel: actor === 'desk' ? 'phone' : 'web',
          clientAddress,
          source: by,
          isMeToo: true,
          ...(actor === 'desk' ? { enteredBy: by } : {}),
          ...(key === undefined ? {} : { sourceId: key }),
        },
        locale,
      )
      // What the case says may not be reportable any more: its object is gone, its category ended.
      if (!entered.ok)
        return refuse('case-not-open', 'detail' in entered ? { detail: entered.detail } : {})
      const { number, isRepeat, signalId } = entered
      const told = await needs.pool.read({ tenant: municipality }, (query) =>
        findCase(query, municipality, number, true),
      )
      if (!told) throw new Error(`case ${number} is gone`)
      const code = followCodeOf(needs.vault, municipality, signalId)
      const around = { municipality, organisation: undefined, town, locale, isRepeat, code }
      return {
        status: isRepeat ? 200 : 201,
        body: signalTold(told, around),
        headers: { location: hrefOf(['cases', number], { municipality }) },
      }
    },
  })
}
