import type { Refuse } from '#platform/operation'
import type { Catalogue } from '#platform/problem'
import type { SettledAnswer } from '../door.ts'
import { CASE_PROBLEMS } from '../problems.ts'

type Rejection = Extract<SettledAnswer, { status: 'rejected' }>['reason']

CASE_PROBLEMS satisfies Record<Rejection, unknown>

/** A rejection as the problem of its name. One that the operation does not declare is a fault of ours. */
export function refuseAs<Problems extends Catalogue>(
  refuse: Refuse<Problems>,
  problems: Problems,
  reason: Rejection,
  members: Record<string, unknown> = {},
): Response {
  if (!Object.hasOwn(problems, reason)) throw new Error(`${reason} is not declared here`)
  return refuse(reason as keyof Problems & string, members)
}
