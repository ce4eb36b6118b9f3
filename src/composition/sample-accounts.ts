import { createHmac } from 'node:crypto'
import { findAccount, type Identity, type InvitedRole } from '#modules/identity'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import { SAMPLE_CONTRACTOR } from './sample-keys.ts'

export type SampleAccount = { address: string; name: string; password: string; role: InvitedRole }

/** Where the sample accounts work. */
const TOWN = 'GM9901'

const PEOPLE: readonly { name: string; role: InvitedRole }[] = [
  { name: 'Noor van het meldpunt', role: { role: 'desk' } },
  { name: 'Bas de beheerder', role: { role: 'administrator' } },
  { name: 'Hanna van de contracten', role: { role: 'contract-manager' } },
  { name: 'Fatima van de privacy', role: { role: 'privacy-officer' } },
  { name: 'Joris van Lichtwerk', role: { role: 'planner', organisation: SAMPLE_CONTRACTOR } },
]

/** Their passwords follow from the program's secret, as the sample keys do: the same at every start, and nobody else's. */
export function sampleAccounts(secretKey: string): SampleAccount[] {
  return PEOPLE.map(({ name, role }) => ({
    name,
    role,
    address: `${role.role}@${TOWN.toLowerCase()}.example`,
    password: createHmac('sha256', secretKey)
      .update(`sample account ${role.role}`)
      .digest('base64url')
      .slice(0, 16),
  }))
}

/** Makes those that are not there yet, by an invitation as anybody's account is made. */
export async function makeSampleAccounts(
  parts: { worker: Pool; vault: Vault; identity: Identity },
  secretKey: string,
): Promise<void> {
  const { worker, vault, identity } = parts
  for (const { address, name, password, role } of sampleAccounts(secretKey)) {
    if ((await findAccount(worker, vault, address)) !== undefined) continue
    const { id } = await identity.invitations.invite(TOWN, { address, role, by: 'sample town' })
    const passwordHash = await identity.authentication().hashPassword(password)
    const made = await identity.letIn(
      { municipality: TOWN, id },
      { name, provedBy: { passwordHash } },
    )
    if (typeof made === 'string') throw new Error(`no sample account for ${role.role}: ${made}`)
  }
}
