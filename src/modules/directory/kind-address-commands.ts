import { isDeepStrictEqual } from 'node:util'
import sql from 'sql-template-tag'
import type { Batch } from '#journal'
import type { Query } from '#platform/database'
import { table } from '#platform/table'
import type { KindAddress, OfficeKind } from './kind-address.ts'

type AddressRow = {
  municipality: string
  kind: string
  version: number
  office: string
  email: string
  organisation: string | undefined
  entered_at: number
  entered_by: string
}

const KIND_ADDRESSES = table<AddressRow>({
  name: 'directory.kind_addresses',
  key: ['municipality', 'kind'],
  columns: {
    municipality: 'text',
    kind: 'text',
    version: 'int4',
    office: 'text',
    email: 'text',
    organisation: 'text',
    entered_at: 'timestamptz',
    entered_by: 'text',
  },
  onConflict: 'replace',
})

export type ReplaceKindAddress = {
  address: KindAddress
  /** The address as a pseudonym: an office may be reached at somebody's name, and the journal holds none. */
  emailDigest: string
  enteredBy: string
}

type Known = { version: number; address: KindAddress }

/** The addresses of a municipality, with the version of each. */
export async function listKindAddresses(query: Query, municipality: string): Promise<Known[]> {
  const rows = await query<{
    kind: OfficeKind
    version: number
    office: string
    email: string
    organisation: string | null
  }>(sql`
    select kind, version, office, email, organisation
    from directory.kind_addresses
    where municipality = ${municipality}
    order by kind`)
  return rows.map(({ version, organisation, ...address }) => ({
    version,
    address: { ...address, ...(organisation === null ? {} : { organisation }) },
  }))
}

/**
 * Says which office answers a kind from now on; the same again changes nothing. The rules are made anew, for they
 * decide where a signal of this kind goes.
 */
export async function replaceKindAddresses(
  commands: readonly ReplaceKindAddress[],
  batch: Batch,
): Promise<readonly { isChanged: boolean }[]> {
  const { municipality } = batch
  const all = await listKindAddresses(batch.query, municipality)
  const known = new Map(all.map((one) => [one.address.kind, one]))
  return commands.map(({ address, emailDigest, enteredBy }) => {
    const before = known.get(address.kind)
    if (before && isDeepStrictEqual(before.address, address)) return { isChanged: false }
    const version = (before?.version ?? 0) + 1
    known.set(address.kind, { version, address })
    const { kind, office, email, organisation } = address
    batch.append({
      stream: `kind-address/${kind}`,
      version,
      type: 'KindAddressReplaced',
      typeVersion: 1,
      data: {
        kind,
        office,
        emailDigest,
        enteredBy,
        ...(organisation === undefined ? {} : { organisation }),
      },
    })
    batch.write(KIND_ADDRESSES, [
      {
        municipality,
        kind,
        version,
        office,
        email,
        organisation,
        entered_at: batch.now_ms,
        entered_by: enteredBy,
      },
    ])
    batch.raiseEpoch()
    return { isChanged: true }
  })
}
