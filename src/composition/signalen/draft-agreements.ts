import { writeYaml } from '#languages/yaml'
import type { SignalenRow } from './read-signalen.ts'

export type Draft = {
  text: string
  agreements: number
  parties: number
  /** Categories with more than one responsible department: the first leads, the others are informed. */
  shared: string[]
  /** Categories for which no agreement could be drafted, and what is missing. */
  left: { slug: string; missing: 'department' | 'term' }[]
}

type Group = {
  lead: string
  informed: string[]
  term: NonNullable<SignalenRow['term']>
  slugs: string[]
}

const UNITS = { 'working-days': 'werkdagen', 'calendar-days': 'kalenderdagen' } as const

/**
 * Draft agreements for the administrator to complete: one for each department, those it informs and its term. They are
 * in mode shadow: entered as they are, they decide and send nothing.
 */
export function draftAgreements(
  municipality: string,
  rows: readonly SignalenRow[],
  departments: ReadonlyMap<string, string>,
  from: string,
): Draft {
  const groups = new Map<string, Group>()
  const draft: Omit<Draft, 'text' | 'agreements' | 'parties'> = { shared: [], left: [] }
  for (const { slug, term, departments: codes, isActive } of rows) {
    if (!isActive) continue
    const [lead, ...informed] = codes
    if (lead === undefined) draft.left.push({ slug, missing: 'department' })
    else if (term === undefined) draft.left.push({ slug, missing: 'term' })
    else {
      if (informed.length > 0) draft.shared.push(`${slug} (${codes.join(', ')})`)
      const key = [lead, ...informed, term.amount, term.unit].join('/')
      const group = groups.get(key) ?? { lead, informed: informed.slice(0, 10), term, slugs: [] }
      groups.set(key, group)
      group.slugs.push(slug)
    }
  }
  const idOf = (code: string) => `${municipality}-${code}`.toLowerCase().replace(/[^\w.-]/g, '_')
  const codes = [...new Set([...groups.values()].flatMap((one) => [one.lead, ...one.informed]))]
  const parties = codes
    .sort()
    .map((code) => ({ id: idOf(code), name: departments.get(code) ?? code, kind: 'municipality' }))
  const agreements = [...groups.values()].map((group) =>
    agreementOf(group, idOf, departments, from),
  )
  const text = writeYaml({ municipality, parties, agreements }, headOf(draft))
  return { text, agreements: agreements.length, parties: parties.length, ...draft }
}

function agreementOf(
  { lead, informed, term, slugs }: Group,
  idOf: (code: string) => string,
  departments: ReadonlyMap<string, string>,
  from: string,
) {
  const name = departments.get(lead) ?? lead
  const beside = informed.length > 0 ? `, met ${informed.join(', ')}` : ''
  const id = [lead, ...informed, term.amount, term.unit].join('-').toLowerCase()
  return {
    id: id.replace(/[^\w.-]/g, '_').slice(0, 80),
    title: `${name}: ${term.amount} ${UNITS[term.unit]}${beside}`.slice(0, 200),
    basis: 'service-arrangement',
    mode: 'shadow',
    party: idOf(lead),
    ...(informed.length > 0 && { informed: informed.map(idOf) }),
    validity: { from },
    scope: { categories: slugs },
    terms: {
      reporter: term,
      party: { startsAt: 'receipt', milestones: [{ name: 'done', within: term }] },
    },
    reach: { channel: 'desk' },
  }
}

function headOf({ shared, left }: Pick<Draft, 'shared' | 'left'>): string[] {
  return [
    'Concept-afspraken, gemaakt uit een tabel van Signalen. Vul ze aan voordat u ze invoert:',
    '- is de afdeling de partij, of een organisatie buiten de gemeente (kind)?',
    '- klopt de eerste partij waar er meer waren? De anderen krijgen het ter kennisgeving.',
    '- hoe wordt de partij bereikt (reach), en in welke gebieden geldt de afspraak (scope.areas)?',
    'De modus is shadow: er wordt beslist, en er gaat niets uit.',
    '',
    `Met meer dan een verantwoordelijke afdeling (${shared.length}):`,
    ...shared.map((one) => `  ${one}`),
    '',
    `Zonder concept (${left.length}):`,
    ...left.map(
      ({ slug, missing }) =>
        `  ${slug}: ${missing === 'term' ? 'de termijn' : 'de verantwoordelijke afdeling'} ontbreekt`,
    ),
  ]
}
