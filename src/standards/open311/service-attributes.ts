import { type Finding, finding } from './errors.ts'
import type { Service, ServiceAttribute, SubmittedRequest } from './port.ts'
import { parseW3cDatetime } from './w3c-datetime.ts'

const indexes = new WeakMap<readonly Service[], ReadonlyMap<string, Service>>()

/**
 * The service of this code; the list is indexed once, for as long as the port gives the same array.
 */
export function serviceOf(services: readonly Service[], code: string): Service | undefined {
  let index = indexes.get(services)
  if (index === undefined) {
    index = new Map(services.map((service) => [service.service_code, service]))
    indexes.set(services, index)
  }
  return index.get(code)
}

/**
 * Holds the answers against the service definition. Answers to questions that it does not ask are
 * left alone.
 */
export function checkAttributes(
  service: Service,
  answers: SubmittedRequest['attributes'],
): Finding[] {
  const findings: Finding[] = []
  for (const attribute of service.attributes) {
    if (!attribute.variable) continue
    const { code, datatype } = attribute
    const values = Object.hasOwn(answers, code) ? (answers[code] ?? []) : []
    if (values.length === 0) {
      if (attribute.required) findings.push(finding('attribute-required', code))
    } else if (values.length > 1 && datatype !== 'multivaluelist') {
      findings.push(finding('attribute-single', code))
    } else {
      const wrong = values.find((value) => !isAnswerTo(attribute, value))
      if (wrong !== undefined)
        findings.push(finding('attribute-value', `attribute[${code}]=${wrong}`))
    }
  }
  return findings
}

function isAnswerTo({ datatype, values }: ServiceAttribute, value: string): boolean {
  switch (datatype) {
    case 'string':
      return !/[\r\n]/.test(value)
    case 'text':
      return true
    case 'number':
      return /^\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(value)
    case 'datetime':
      return isDatetime(value.trim())
    case 'singlevaluelist':
    case 'multivaluelist':
      return values.some(({ key }) => key === value)
  }
}

/** A date, a local time as an HTML field sends it, or a time with a zone. */
function isDatetime(value: string): boolean {
  const full = /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00Z` : value
  return parseW3cDatetime(full) !== undefined || parseW3cDatetime(`${full}Z`) !== undefined
}
