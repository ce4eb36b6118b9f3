import { readRemarks, readWords } from '#modules/cases'
import { tellsConfidential, type Unsealed } from '#modules/delivery'
import { type Endpoint, readEndpoints } from '#modules/directory'
import type { Pool } from '#platform/database'
import { gather } from '#platform/gather'
import type { Message } from '#platform/outbox'
import type { Vault } from '#platform/vault'
import type { Towns } from './town.ts'

type Asked = { municipality: string; signals: readonly string[] }

/** What a message is sent with and where to: read when it leaves, for all that leave at once. */
export function createMessageReading({
  pool,
  worker,
  vault,
  towns,
}: {
  pool: Pool
  worker: Pool
  vault: Vault
  towns: Pick<Towns, 'get'>
}) {
  const endpointOf = gather<string, Endpoint | undefined>(async (organisations) => {
    const known = await readEndpoints(worker, vault, [...new Set(organisations)])
    return organisations.map((organisation) => known.get(organisation))
  })
  const unseal = gather<Asked, readonly Unsealed[]>(async (asked) => {
    const words = new Map<string, Unsealed>()
    for (const [municipality, some] of Map.groupBy(asked, (one) => one.municipality)) {
      const signals = some.flatMap((one) => one.signals)
      for (const [signal, said] of await readWords(pool, vault, municipality, signals))
        words.set(signal, { signal, ...said })
    }
    return asked.map(({ signals }) =>
      signals.map((signal) => words.get(signal)).filter((one) => one !== undefined),
    )
  })
  return {
    endpointOf,
    async isConfidential({ tenant, body }: Pick<Message, 'tenant' | 'body'>) {
      const { categories } = await towns.get(tenant)
      return tellsConfidential(body, (category) => categories.get(category)?.visibility)
    },
    unseal: (municipality: string, signals: readonly string[]) => unseal({ municipality, signals }),
    /** What the reporter replied; undefined once it was destroyed. */
    unsealReply: async (municipality: string, reply: string) =>
      (await readRemarks(pool, vault, municipality, [reply])).get(reply),
  }
}
export type MessageReading = ReturnType<typeof createMessageReading>
