import type { AnyOperation } from '#modules/directory'
import {
  createAccount,
  createInvitation,
  type InvitationNeeds,
  readInvitation,
} from './invitations.ts'
import { createMunicipalKey, deleteMunicipalKey, listMunicipalKeys } from './keys.ts'
import { readProcessingLog } from './list-processings.ts'
import { deleteInvitation, listInvitations } from './open-invitations.ts'
import { deleteSession, deleteSessions, listOwnSessions, readMe } from './own-account.ts'
import { createRole, deleteRole, listRoles } from './roles.ts'

export function identityOperations(needs: InvitationNeeds): AnyOperation[] {
  const { identity } = needs
  return [
    readMe(identity) as AnyOperation,
    listOwnSessions(identity) as AnyOperation,
    deleteSession(identity) as AnyOperation,
    deleteSessions(identity) as AnyOperation,
    listRoles(needs),
    createRole(needs),
    deleteRole(needs),
    listInvitations(needs),
    deleteInvitation(needs),
    createInvitation(needs),
    readInvitation(needs),
    createAccount(needs),
    listMunicipalKeys(needs),
    createMunicipalKey(needs),
    deleteMunicipalKey(needs),
    readProcessingLog(needs),
  ] as AnyOperation[]
}
