import type { Element } from '../document.ts'
import { finding } from '../errors.ts'
import type { Operation } from '../operation.ts'
import type { ServiceAttribute } from '../port.ts'
import { serviceOf } from '../service-attributes.ts'

/** GET Service Definition: the questions that belong to a service_code. */
export const serviceDefinition: Operation = ({ port, municipality, locale, id }) => {
  const service = serviceOf(port.services(municipality.id, locale), id)
  if (service === undefined) return { findings: [finding('service-code-not-found', id)] }
  const attributes = service.attributes.toSorted((a, b) => a.order - b.order).map(attributeElement)
  const value = { service_code: service.service_code, attributes }
  return { document: { root: 'service_definition', value } }
}

function attributeElement(attribute: ServiceAttribute): Element {
  const element = {
    variable: attribute.variable,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: attribute.datatype_description || null,
    order: attribute.order,
    description: attribute.description || null,
  }
  if (!attribute.datatype.endsWith('list')) return element
  return { ...element, values: attribute.values.map(({ key, name }) => ({ key, name })) }
}
