import type { Pool } from '#platform/database'
import { type BoxRow, type KeyRow, readBoxes, type Vault } from '#platform/vault'
import type { DutyRoster, Reach } from './roster.ts'

/** By contact id. */
export type Reaches = Readonly<Record<string, Reach>>

export type SealedReaches = { key: KeyRow; box: BoxRow }

/** Under what the reaches of a roster are sealed; a new version destroys the key of the one before. */
export const reachesOf = (roster: string) => `duty-roster/${roster}`

export function sealReaches(
  vault: Vault,
  municipality: string,
  { id, contacts }: DutyRoster,
): SealedReaches {
  const key = vault.newKey(reachesOf(id))
  const reaches: Reaches = Object.fromEntries(
    contacts.map(({ id, name, email, phone }) => [
      id,
      {
        name,
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      },
    ]),
  )
  return {
    key: vault.keyRow(key, municipality),
    box: vault.seal(key, municipality, reachesOf(id), reaches),
  }
}

/** How the contacts of rosters are reached, by roster id. */
export async function readReaches(
  pool: Pool,
  vault: Vault,
  municipality: string,
  rosters: readonly string[],
): Promise<Map<string, Reaches>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<Reaches>(query, vault, municipality, rosters.map(reachesOf)),
  )
  return new Map([...boxes].map(([id, reaches]) => [id.slice('duty-roster/'.length), reaches]))
}
