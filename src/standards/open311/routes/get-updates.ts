import type { Element } from '../document.ts'
import type { Operation } from '../operation.ts'
import type { RequestUpdate } from '../port.ts'
import { readUpdatesFilter } from '../requests-filter.ts'
import { formatW3cDatetime } from '../w3c-datetime.ts'

/** GET Service Request Updates: what happened to the requests, the newest last. */
export const getUpdates: Operation = async ({ port, municipality, locale, query, clock }) => {
  const { filter, findings } = readUpdatesFilter(query, clock())
  if (findings.length > 0) return { findings }
  const updates = await port.updates(municipality.id, filter, locale)
  return { document: { root: 'service_request_updates', value: updates.map(updateElement) } }
}

function updateElement(update: RequestUpdate): Element {
  return {
    update_id: update.update_id,
    service_request_id: update.service_request_id,
    status: update.status,
    updated_datetime: formatW3cDatetime(update.updated_datetime_ms),
    description: update.description || null,
    media_url: update.media_url || null,
  }
}
