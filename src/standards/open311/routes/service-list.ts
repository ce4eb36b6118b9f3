import type { Operation } from '../operation.ts'

/** GET Service List. */
export const serviceList: Operation = ({ port, municipality, locale }) => {
  const value = port.services(municipality.id, locale).map((service) => ({
    service_code: service.service_code,
    service_name: service.service_name,
    description: service.description || null,
    metadata: service.attributes.length > 0,
    type: 'realtime',
    keywords: service.keywords.join(', ') || null,
    group: service.group || null,
  }))
  return { document: { root: 'services', value } }
}
