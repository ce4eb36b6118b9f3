import type { Pool } from '#platform/database'
import { readBoxes, readWrappedKeys, replaceBox, type Vault } from '#platform/vault'

/** Whom a person who reports often deals with, as somebody of the desk noted it. */
export type NamedContact = { name: string; note?: string; noted_ms: number; by: string }

const boxOf = (person: string) => `named-contact/${person}`

/** The named contacts of these persons, as far as there are any and they were not destroyed. */
export async function readNamedContacts(
  pool: Pool,
  vault: Vault,
  municipality: string,
  persons: readonly string[],
): Promise<Map<string, NamedContact>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<NamedContact>(query, vault, municipality, persons.map(boxOf)),
  )
  return new Map([...boxes].map(([id, one]) => [id.slice('named-contact/'.length), one]))
}

/** Notes it under the key of the person, so that it goes with whatever else is known of them; false where there is none. */
export async function noteNamedContact(
  pool: Pool,
  vault: Vault,
  municipality: string,
  person: string,
  contact: NamedContact,
): Promise<boolean> {
  return pool.write({ tenant: municipality }, async (query) => {
    const wrapped = (await readWrappedKeys(query, municipality, [person])).get(person)
    if (!wrapped) return false
    const key = vault.openKey({ id: person, wrapped })
    await replaceBox(query, vault.seal(key, municipality, boxOf(person), contact))
    return true
  })
}
