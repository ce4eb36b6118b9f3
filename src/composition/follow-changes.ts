import { listHeads, readHead } from '#journal'
import type { Clock } from '#kernel/clock'
import { pathOf } from '#modules/categories'
import {
  beginCheckpoint,
  endOverdue,
  hasSubscribers,
  layNews,
  listCheckpoints,
  listFollowed,
  listFollowedCases,
  readCheckpoint,
  settleFollowed,
} from '#modules/subscriptions'
import type { Pool } from '#platform/database'
import { startSweep } from '#platform/sweep'
import type { Wake } from '#platform/wake'
import { casesNow, readPublicChanges, toMatch } from './public-changes.ts'
import { layForWebhooks } from './subscriber-webhooks.ts'
import { readPublicCases } from './subscription-words.ts'
import type { Town, Towns } from './town.ts'

/** A commit that no wake-up told of is found within this. */
const LOOK_MS = 2_000
const OVERDUE_MS = 3_600_000
/** Commits that come closer together than this are read at once. */
const GATHER_MS = 200

type Needs = {
  pool: Pool
  worker: Pool
  clock: Clock
  towns: Towns
  wake: Wake
  newId: () => string
}

/**
 * Reads what happens in each municipality from where it was read before, and lays what subscribers are to be told. It
 * may run in any number of processes: the checkpoint moves with what was laid, in one transaction.
 */
export function startFollowing(
  needs: Needs & { onError: (error: Error) => void },
): AsyncDisposable {
  const { worker, towns, wake, onError } = needs
  const stack = new AsyncDisposableStack()
  let waiting: NodeJS.Timeout | undefined
  function soon(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      sweep.now()
    }, GATHER_MS).unref()
  }
  stack.defer(() => clearTimeout(waiting))
  const watched = new Set<string>()
  function watch(municipality: string): void {
    if (watched.has(municipality)) return
    watched.add(municipality)
    stack.defer(wake.on(`journal:${municipality}`, soon))
  }
  const sweep = stack.use(
    startSweep({
      every_ms: LOOK_MS,
      onError,
      async round() {
        const served = towns.all().filter(({ isServed }) => isServed)
        for (const { id } of served) watch(id)
        const { heads, checkpoints, followed } = await worker.read({}, async (query) => ({
          heads: await listHeads(query),
          checkpoints: await listCheckpoints(query),
          followed: await listFollowed(query),
        }))
        for (const { municipality, position } of heads) {
          if (!served.some(({ id }) => id === municipality)) continue
          // One that cannot be read is told of, and keeps no other waiting.
          if (checkpoints.get(municipality) !== position)
            await follow(needs, municipality).catch(onError)
          if ((followed.get(municipality) ?? position) < position)
            await layForWebhooks({ ...needs, isWithinIn: withinIn }, municipality, position).catch(
              onError,
            )
        }
      },
    }),
  )
  stack.use(
    startSweep({
      every_ms: OVERDUE_MS,
      onError,
      async round() {
        for (const { id, isServed } of towns.all()) if (isServed) await forget(needs, id)
      },
    }),
  )
  return stack
}

/** Reads a municipality to where its journal is now. */
async function follow(needs: Needs, municipality: string): Promise<void> {
  const { pool, towns, wake, clock, newId } = needs
  for (;;) {
    const { from, isFollowed, head } = await pool.read({ tenant: municipality }, async (query) => ({
      from: await readCheckpoint(query, municipality),
      head: await readHead(query, municipality),
      isFollowed: await hasSubscribers(query, municipality),
    }))
    if (from === undefined) return begin(needs, municipality)
    // Where nobody follows there is nothing to read: whoever confirms later is told of what comes after.
    const {
      changes,
      cases,
      position: to,
    } = isFollowed
      ? await readPublicChanges(needs, municipality, from)
      : { changes: [], cases: [], position: head?.position ?? from }
    if (to === from) return
    const town = await towns.get(municipality)
    const isLaid = await pool.write({ tenant: municipality }, (query) =>
      layNews(query, {
        municipality,
        from,
        to,
        changes: changes.map((one) => toMatch(one, town)),
        cases,
        isWithin: withinIn(town),
        now_ms: clock(),
        newId,
      }),
    )
    if (isLaid) wake.ring('outbox')
  }
}

async function begin({ pool }: Needs, municipality: string): Promise<void> {
  await pool.write({ tenant: municipality }, async (query) => {
    const head = await readHead(query, municipality)
    await beginCheckpoint(query, municipality, head?.position ?? 0)
  })
}

async function forget(needs: Needs, municipality: string): Promise<void> {
  const { pool, clock } = needs
  await pool.write({ tenant: municipality }, (query) => endOverdue(query, municipality, clock()))
  await settleAll(needs, municipality)
}

/** So many followed cases are looked at in one go. */
const MOST_SETTLED = 500

/**
 * Looks at every followed case: a category that became confidential is no event of its cases, and what nobody has confirmed
 * yet is not read for.
 */
export async function settleAll(
  { pool, towns, clock }: Pick<Needs, 'pool' | 'towns' | 'clock'>,
  municipality: string,
): Promise<void> {
  const tenant = { tenant: municipality }
  let after: string | undefined
  for (;;) {
    const ids = await pool.read(tenant, (query) =>
      listFollowedCases(query, municipality, { after, most: MOST_SETTLED }),
    )
    const seen = await readPublicCases({ pool, towns }, municipality, ids)
    await pool.write(tenant, async (query) =>
      settleFollowed(query, municipality, await casesNow(query, municipality, ids, seen), clock()),
    )
    after = ids.at(-1)
    if (ids.length < MOST_SETTLED) return
  }
}

/** Whether a category is another, or below it; a category that ended is only itself. */
export function withinIn({ categories }: Town): (category: string, above: string) => boolean {
  return (category, above) =>
    category === above || (pathOf(categories, category)?.includes(above) ?? false)
}
