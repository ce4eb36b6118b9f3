import { GRID_OPERATOR, HOUSING_CORPORATION, PROVINCE } from '../parties.ts'
import {
  type AgreementDraft,
  AT_NIGHT,
  calendarDays,
  contractTerms,
  expectedTerms,
  type Frame,
  hours,
  PUBLIC_TASK,
  workingDays,
} from './frame.ts'

const CLUSTERS: NonNullable<AgreementDraft['scope']['clusterLevels']> = [
  'segment',
  'cabinet',
  'switching-area',
]

/**
 * The contract of the town's own lamps: the one of before the New Year, its successor, and the duty
 * at night.
 */
export function lampContracts(frame: Frame): AgreementDraft[] {
  const scope = { categories: ['straatverlichting'], managers: [frame.organisation] }
  return [
    {
      id: 'verlichting-onderhoud-vorig',
      title: 'Onderhoud openbare verlichting (vorig bestek)',
      basis: 'contract',
      mode: 'automatic',
      party: 'helderpad-verlichting',
      validity: { from: frame.yearsAgo(5), to: frame.lastNewYear },
      scope,
      terms: contractTerms(hours(4), workingDays(3), workingDays(15)),
      onEnd: 'finish',
    },
    {
      id: 'verlichting-onderhoud',
      title: 'Onderhoud openbare verlichting',
      basis: 'contract',
      mode: 'automatic',
      party: 'lichtwerk-onderhoud',
      validity: { from: frame.lastNewYear },
      scope,
      terms: contractTerms(hours(2), workingDays(2), workingDays(10)),
      reach: { channel: 'webhook', shareDescriptionOn: PUBLIC_TASK },
      verification: { unchallengedAfterDays: 7 },
      warrantyDays: 90,
    },
    {
      id: 'verlichting-wacht',
      title: 'Wachtdienst verlichting buiten werktijd',
      basis: 'contract',
      mode: 'automatic',
      party: 'dijkstede-infra',
      informed: ['lichtwerk-onderhoud'],
      validity: { from: frame.lastNewYear },
      scope: { ...scope, priorities: ['danger', 'urgent'], hours: AT_NIGHT },
      terms: contractTerms(hours(1), hours(12), calendarDays(2)),
    },
    {
      id: 'slimme-lampen-proef',
      title: 'Proef met slimme lampen',
      basis: 'contract',
      mode: 'shadow',
      party: 'ledlijn-armaturen',
      validity: { from: frame.worksFrom },
      scope: { ...scope, areas: [frame.trialArea] },
      terms: contractTerms(hours(2), workingDays(1), workingDays(5)),
    },
  ]
}

/** What stands apart from that contract: other owners and warranty. */
export function otherLampAgreements(frame: Frame): AgreementDraft[] {
  const lamps = ['straatverlichting']
  return [
    {
      id: 'provincie-beheer',
      title: 'Beheer van de provinciale weg',
      basis: 'statutory-manager',
      mode: 'automatic',
      party: PROVINCE,
      validity: { from: frame.yearsAgo(9) },
      scope: { categories: ['straatverlichting', 'wegen', 'groen'], managers: [PROVINCE] },
      terms: expectedTerms(workingDays(10)),
    },
    {
      id: 'provincie-storing-kabel',
      title: 'Uitval van een rij lampen langs de provinciale weg',
      basis: 'statutory-manager',
      mode: 'automatic',
      party: PROVINCE,
      informed: [GRID_OPERATOR],
      validity: { from: frame.yearsAgo(9) },
      scope: { categories: lamps, managers: [PROVINCE], clusterLevels: CLUSTERS },
      terms: expectedTerms(workingDays(5)),
    },
    {
      id: 'ledlijn-garantie',
      title: 'Garantie op de nieuwe ledlampen',
      basis: 'warranty',
      mode: 'automatic',
      party: 'ledlijn-armaturen',
      informed: ['lichtwerk-onderhoud'],
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['lamp-kapot', 'lamp-knippert'], assets: frame.newLamps },
      terms: contractTerms(hours(8), workingDays(5), workingDays(10)),
      warrantyDays: 365,
    },
    {
      id: 'corporatie-eigen-terrein',
      title: 'Terrein van de woningcorporatie',
      basis: 'owner-only',
      mode: 'automatic',
      party: HOUSING_CORPORATION,
      askAt: { website: 'https://woonthuis.example/reparatie', phone: '0800 000 1234' },
      validity: { from: frame.yearsAgo(9) },
      scope: {
        categories: ['straatverlichting', 'wegen', 'groen', 'straatmeubilair'],
        managers: [HOUSING_CORPORATION],
      },
      terms: expectedTerms(workingDays(15)),
    },
  ]
}

/** What lies under the ground: rows that are dark, and cables for new posts. */
export function gridAgreements(frame: Frame): AgreementDraft[] {
  return [
    {
      id: 'netbeheer-storing-kabel',
      title: 'Uitval van een rij lampen, een kast of een schakelgebied',
      basis: 'grid-operator',
      mode: 'automatic',
      party: GRID_OPERATOR,
      informed: ['lichtwerk-onderhoud'],
      validity: { from: frame.yearsAgo(4) },
      scope: { categories: ['straatverlichting'], clusterLevels: CLUSTERS },
      terms: expectedTerms(workingDays(2)),
      price: { wrongfulReport: 18_500, vat: 'excluded', findings: ['lamp', 'fuse'] },
      reach: { channel: 'webhook', holdOff_s: 120 },
    },
    {
      id: 'netbeheer-aansluiten',
      title: 'Masten afkoppelen en aansluiten',
      basis: 'grid-operator',
      mode: 'automatic',
      party: GRID_OPERATOR,
      validity: { from: frame.yearsAgo(4) },
      scope: {
        categories: ['kabel-afkoppelen', 'kabel-aansluiten'],
        managers: [frame.organisation, PROVINCE],
      },
      terms: contractTerms(hours(4), workingDays(1), workingDays(5)),
    },
  ]
}
