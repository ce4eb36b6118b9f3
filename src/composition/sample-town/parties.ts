import type { Organisation } from '#modules/directory'

/** Who works for, owns or manages something in both towns; all are made up. */
export const SHARED_PARTIES = [
  { id: 'P9990', name: 'Provincie Markerland', kind: 'province' },
  { id: 'W9990', name: 'Waterschap Markeroever', kind: 'water-board' },
  { id: 'polderstroom-netbeheer', name: 'Polderstroom Netbeheer', kind: 'grid-operator' },
  { id: 'lichtwerk-onderhoud', name: 'Lichtwerk Onderhoud BV', kind: 'contractor' },
  { id: 'helderpad-verlichting', name: 'Helderpad Verlichting', kind: 'contractor' },
  { id: 'ledlijn-armaturen', name: 'Ledlijn Armaturen', kind: 'contractor' },
  { id: 'groenrijk-en-zn', name: 'Groenrijk & Zn', kind: 'contractor' },
  { id: 'de-klinker', name: 'Bestratingsbedrijf De Klinker', kind: 'contractor' },
  { id: 'schoonzicht-reiniging', name: 'Schoonzicht Reiniging', kind: 'contractor' },
  { id: 'dijkstede-infra', name: 'Dijkstede Infra', kind: 'contractor' },
  { id: 'seinwacht-verkeerstechniek', name: 'Seinwacht Verkeerstechniek', kind: 'contractor' },
  {
    id: 'woningcorporatie-thuishaven',
    name: 'Woningcorporatie Thuishaven',
    kind: 'housing-corporation',
  },
  {
    id: 'bewonerscollectief-de-kade',
    name: 'Bewonerscollectief De Kade',
    kind: 'residents-collective',
  },
] as const satisfies readonly Organisation[]

/** Where the parties that have no software are written to. */
export const SAMPLE_MAIL_ADDRESSES = [
  { organisation: 'schoonzicht-reiniging', address: 'werk@schoonzicht.example', locale: 'nl' },
] as const

export const PROVINCE = 'P9990'
export const GRID_OPERATOR = 'polderstroom-netbeheer'
export const HOUSING_CORPORATION = 'woningcorporatie-thuishaven'
