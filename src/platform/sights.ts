import { AsyncLocalStorage } from 'node:async_hooks'

/** What was opened of the vault: whose key, and of which tenant. */
export type Sight = { tenant: string; keyId: string }

const current = new AsyncLocalStorage<Map<string, Sight>>()

/** Tells whoever keeps the book of this piece of work that something personal was opened. */
export function noteSight(tenant: string, keyId: string): void {
  current.getStore()?.set(`${tenant}/${keyId}`, { tenant, keyId })
}

/** Runs `work`, and tells what it opened, each key once, also where it fails. */
export async function withinSight<T>(
  work: () => Promise<T>,
): Promise<{ outcome: PromiseSettledResult<T>; sights: readonly Sight[] }> {
  const seen = new Map<string, Sight>()
  const [outcome] = await current.run(seen, () => Promise.allSettled([work()]))
  return { outcome, sights: [...seen.values()] }
}
