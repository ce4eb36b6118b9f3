export {
  enterMunicipality,
  enterOrganisations,
  readEndpoint,
  registerParties,
  setEndpoint,
} from './commands.ts'
export {
  type ApiKey,
  type Endpoint,
  KEY_KINDS,
  type KeyKind,
  type Municipality,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
} from './directory.ts'
export { createKey, openKeyring } from './keys.ts'
export { listMunicipalities, listParties, listPartyMunicipalities } from './queries.ts'
