import { MEDIA_TYPES } from '../document.ts'
import type { Operation } from '../operation.ts'
import { formatW3cDatetime } from '../w3c-datetime.ts'

const KEY_SERVICE = {
  nl: 'Vraag een sleutel (api_key) aan bij',
  en: 'Ask for a key (api_key) from',
}

/** GET discovery: "information about API services", for this one endpoint. */
export const discovery: Operation = (call) => {
  const { municipality, locale } = call
  const changeset = formatW3cDatetime(municipality.changeset_ms ?? call.started_ms)
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: call.endpoint(),
    changeset,
    type: call.endpointType,
    formats: Object.values(MEDIA_TYPES),
  }
  const value = {
    changeset,
    contact: `${municipality.name}: ${municipality.contact}`,
    key_service: `${KEY_SERVICE[locale]} ${municipality.name}: ${municipality.contact}`,
    endpoints: [endpoint],
  }
  return { document: { root: 'discovery', value } }
}
