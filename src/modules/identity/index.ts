export { findAccount, readAccounts } from './accounts.ts'
export { GRANTS, giveRoles } from './commands.ts'
export { type Identity, openIdentity, type Session } from './door.ts'
export type { Held } from './grant.ts'
export type { InvitedRole } from './invitations.ts'
export type { OidcProvider } from './oidc-claims.ts'
export { parseOidcFile } from './oidc-file.ts'
export { isFromOwnSite } from './own-site.ts'
export type { PasswordResets } from './password-resets.ts'
export {
  type Action,
  type Holder,
  isPartyRole,
  may,
  OWN_ACTIONS,
  ROLES,
  type Role,
} from './permissions.ts'
export { IDENTITY_PROBLEMS, SIGN_IN_PROBLEMS } from './problems.ts'
export { recordProcessings } from './processing-log.ts'
export { createAuthRoutes } from './routes/auth-routes.ts'
export { identityOperations } from './routes/identity-operations.ts'
export {
  bringInAccounts,
  type CarriedAccount,
  knownHere,
  listCarriedAccounts,
} from './transfer.ts'
