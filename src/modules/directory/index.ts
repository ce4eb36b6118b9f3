export { type BoundaryVersion, boundaryAt, NO_LAND } from './boundary.ts'
export {
  BOUNDARIES,
  clearBoundary,
  enterBoundary,
  enterNeighbourBoundary,
  readBoundariesMark,
} from './boundary-commands.ts'
export {
  enterMunicipality,
  enterOrganisations,
  PARTIES,
  registerParties,
} from './commands.ts'
export {
  type ApiKey,
  KEY_KINDS,
  type KeyKind,
  type KnownMunicipality,
  type Municipality,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
} from './directory.ts'
export {
  type Endpoint,
  type EndpointKind,
  EndpointLimits,
  Open311Settings,
} from './endpoint.ts'
export {
  listEndpointLimits,
  readEndpoints,
  setEndpoint,
  setEndpointLimits,
} from './endpoint-commands.ts'
export { createKey, listKeys, openKeyIndex, openKeyring, revokeKey } from './keys.ts'
export { type KindAddress, OFFICE_KINDS, type OfficeKind } from './kind-address.ts'
export { listKindAddresses, replaceKindAddresses } from './kind-address-commands.ts'
export { type MailAddress, readMailAddresses, setMailAddress } from './mail-addresses.ts'
export { PartyEntry } from './party-entry.ts'
export { DIRECTORY_PROBLEMS } from './problems.ts'
export { listMunicipalities, listParties } from './queries.ts'
export {
  ACTORS,
  type Actor,
  type AnyOperation,
  type CallerLink,
  LINK_KINDS,
  type LinkKind,
  type OwnCaller,
  ownOperation,
  type TownCaller,
  townOperation,
} from './routes/caller.ts'
export { directoryOperations } from './routes/directory-operations.ts'
