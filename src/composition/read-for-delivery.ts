import { readWords } from '#modules/cases'
import type { Description } from '#modules/delivery'
import { type Endpoint, readEndpoints } from '#modules/directory'
import type { Pool } from '#platform/database'
import { gather } from '#platform/gather'
import type { Vault } from '#platform/vault'

/** What a message needs when it leaves, read for all that leave at the same time. */
export function createDeliveryReads({
  pool,
  worker,
  vault,
}: {
  pool: Pool
  worker: Pool
  vault: Vault
}) {
  const endpointOf = gather<string, Endpoint | undefined>(async (organisations) => {
    const known = await readEndpoints(worker, vault, [...new Set(organisations)])
    return organisations.map((organisation) => known.get(organisation))
  })
  const describe = gather<Asked, readonly Description[]>(async (asked) => {
    const words = new Map<string, string>()
    for (const [municipality, some] of Map.groupBy(asked, (one) => one.municipality)) {
      const signals = some.flatMap((one) => one.signals)
      for (const [signal, { description }] of await readWords(pool, vault, municipality, signals))
        if (description !== undefined) words.set(signal, description)
    }
    return asked.map(({ signals }) =>
      signals.flatMap((signal) => {
        const text = words.get(signal)
        return text === undefined ? [] : [{ signal, text }]
      }),
    )
  })
  return {
    endpointOf,
    describe: (municipality: string, signals: readonly string[]) =>
      describe({ municipality, signals }),
  }
}

type Asked = { municipality: string; signals: readonly string[] }
