import type { Query } from '#platform/database'
import { type BoxRow, type KeyRow, readBoxes, type Vault } from '#platform/vault'

/** What can be told of a refused event. All of it comes from outside, and may hold anything. */
export type RejectedText = { detail: string; source?: string; eventId?: string; body: string }

const MOST_CHARACTERS = 4_000

/** The id of its box, and of the key that opens it. */
export const boxOf = (rejectId: string) => `reject/${rejectId}`

/** Seals the beginning of what was sent under a key of its own. */
export function sealReject(
  vault: Vault,
  municipality: string,
  rejectId: string,
  told: RejectedText,
): { key: KeyRow; box: BoxRow } {
  const key = vault.newKey(boxOf(rejectId))
  const body = told.body.slice(0, MOST_CHARACTERS)
  return {
    key: vault.keyRow(key, municipality),
    box: vault.seal(key, municipality, boxOf(rejectId), { ...told, body }),
  }
}

/** What is kept of these rejects, by id; what was destroyed is left out. */
export async function readRejects(
  query: Query,
  vault: Vault,
  municipality: string,
  ids: readonly string[],
): Promise<Map<string, RejectedText>> {
  const boxes = await readBoxes<RejectedText>(query, vault, municipality, ids.map(boxOf))
  return new Map([...boxes].map(([id, told]) => [id.slice('reject/'.length), told]))
}
