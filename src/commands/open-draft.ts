import type { Pool } from '#platform/database'
import { withDraft } from '../composition/simulate.ts'
import type { Town } from '../composition/town.ts'
import { UsageError } from './command.ts'

/** The register of a town with a draft in it that is still one; anything else is a usage error. */
export async function openDraft(pool: Pool, town: Town, draft: string, now_ms: number) {
  const asked = await withDraft(pool, town, draft, now_ms)
  if (asked === 'draft-not-found')
    throw new UsageError(`There is no draft ${draft} in ${town.municipality.id}.`)
  if (asked === 'draft-ends-wrong')
    throw new UsageError(`What the draft ${draft} ends is no longer there: enter it again.`)
  if (asked.row.status !== 'draft') throw new UsageError(`The draft ${draft} is in force already.`)
  return asked
}
