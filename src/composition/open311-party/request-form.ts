import type { Open311Mapping, TaskField } from '#modules/agreements'
import type { AssignmentMessage } from '#modules/delivery'
import type { Fields } from '#standards/open311'

/** A message as it leaves: with the words and the place that its party may have. */
export type ToldTask = Pick<AssignmentMessage, 'assignment' | 'case'> & {
  descriptions?: readonly { text: string }[]
  reply?: string
}

type Service = Open311Mapping['services'][number]

/** The standard's limit. */
const MOST_DESCRIPTION = 4_000

/** By this line a request of ours is known again where the answer to it was lost. */
export const markerOf = (assignmentId: string) => `[Lantaarn ${assignmentId}]`

/** A request as another server takes it; undefined where there is no place to send, and its server would refuse it. */
export function requestForm(
  task: ToldTask,
  service: Service,
  locale: 'nl' | 'en',
): Fields | undefined {
  const { place, asset } = task.case
  if (!place && !asset) return undefined
  const attributes = service.attributes.map(({ code, field, value }) => [
    `attribute[${code}]`,
    value ?? (field && fieldOf(field, task)),
  ])
  return {
    service_code: service.serviceCode,
    ...(place ? { lat: place.lat.toFixed(7), long: place.lon.toFixed(7) } : {}),
    ...(!place && asset ? { address_id: asset.publicNumber ?? asset.id } : {}),
    description: describe(task, locale),
    ...Object.fromEntries(attributes),
  }
}

function fieldOf(field: TaskField, { assignment, case: of }: ToldTask): string | undefined {
  switch (field) {
    case 'case-number':
      return of.number
    case 'assignment':
      return assignment.id
    case 'category':
      return assignment.category
    case 'asset':
      return of.asset?.id
    case 'asset-number':
      return of.asset?.publicNumber
    case 'asset-type':
      return of.asset?.type
    case 'priority':
      return of.priority
    case 'done-by':
      return assignment.terms.find(({ milestone }) => milestone === 'done')?.by
    case 'agreement':
      return assignment.agreement.id
    case 'signals':
      return String(of.signals)
  }
}

const WORDS = {
  nl: {
    danger: 'GEVAAR',
    by: 'Klaar uiterlijk',
    object: 'Object',
    said: 'Gemeld',
    reply: 'Reactie',
  },
  en: { danger: 'DANGER', by: 'To be done by', object: 'Object', said: 'Reported', reply: 'Reply' },
} as const

/** In lines: what, where and by when, then the reporters' words as far as they may be given; the marker is never cut off. */
function describe(task: ToldTask, locale: 'nl' | 'en'): string {
  const { assignment, case: of, descriptions = [], reply } = task
  const words = WORDS[locale]
  const by = fieldOf('done-by', task)
  const name = assignment.categoryName?.[locale] ?? assignment.category
  const lines = [
    `${of.priority === 'danger' ? `${words.danger}: ` : ''}${name} (${of.number})`,
    ...(of.asset ? [`${words.object}: ${of.asset.publicNumber ?? of.asset.id}`] : []),
    ...(by === undefined ? [] : [`${words.by}: ${by}`]),
    ...descriptions.map(({ text }) => `${words.said}: ${text}`),
    ...(reply === undefined ? [] : [`${words.reply}: ${reply}`]),
  ]
  const marker = markerOf(assignment.id)
  return `${lines.join('\n').slice(0, MOST_DESCRIPTION - marker.length - 1)}\n${marker}`
}
