import type { Organisation, OrganisationKind } from '#modules/directory'

/** The first letter of a register holder's code (bronhouder) says what it is. */
const KINDS: Readonly<Record<string, { kind: OrganisationKind; name: string }>> = {
  G: { kind: 'municipality', name: 'Gemeente' },
  P: { kind: 'province', name: 'Provincie' },
  W: { kind: 'water-board', name: 'Waterschap' },
  L: { kind: 'state', name: 'Rijk' },
}

/** The twelve provinces keep their codes; other holders get their names from the agreements or the directory. */
const PROVINCES: Readonly<Record<string, string>> = {
  P0020: 'Groningen',
  P0021: 'Fryslân',
  P0022: 'Drenthe',
  P0023: 'Overijssel',
  P0024: 'Flevoland',
  P0025: 'Gelderland',
  P0026: 'Utrecht',
  P0027: 'Noord-Holland',
  P0028: 'Zuid-Holland',
  P0029: 'Zeeland',
  P0030: 'Noord-Brabant',
  P0031: 'Limburg',
}

/** What is known of a register holder by its code alone. */
export function holderOrganisation(code: string): Organisation {
  const { kind, name } = KINDS[code[0] ?? ''] ?? { kind: 'other' as const, name: 'Bronhouder' }
  return { id: code, kind, name: `${name} ${PROVINCES[code] ?? code}` }
}
