import { AREA_IDS } from '../ground-areas.ts'
import { PROVINCE } from '../parties.ts'
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

/** Roads, works on them, and who keeps the traffic going. */
export function roadAgreements(frame: Frame): AgreementDraft[] {
  const managers = [frame.organisation]
  return [
    {
      id: 'bestrating-onderhoud',
      title: 'Klein onderhoud bestrating',
      basis: 'contract',
      mode: 'automatic',
      party: 'de-klinker',
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['wegen'], managers },
      terms: contractTerms(hours(2), workingDays(2), workingDays(15)),
      warrantyDays: 180,
    },
    {
      id: 'bestrating-op-afroep',
      title: 'Bestrating openen en herstellen op afroep',
      basis: 'contract',
      mode: 'automatic',
      party: 'de-klinker',
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['bestrating-openen', 'bestrating-herstellen'], managers },
      terms: contractTerms(hours(2), workingDays(1), workingDays(3)),
    },
    {
      id: 'borden-en-verkeersmaatregelen',
      title: 'Borden, verkeerslichten en verkeersmaatregelen',
      basis: 'contract',
      mode: 'confirm',
      party: 'seinwacht-verkeerstechniek',
      validity: { from: frame.yearsAgo(1) },
      scope: {
        categories: ['bord-beschadigd', 'verkeerslicht-storing', 'verkeersmaatregelen'],
        managers,
      },
      terms: contractTerms(hours(2), hours(24), workingDays(10)),
    },
    {
      id: 'werk-havenkade',
      title: 'Herinrichting Havenkade: de aannemer houdt de weg in orde',
      basis: 'works',
      mode: 'automatic',
      party: 'dijkstede-infra',
      informed: ['de-klinker'],
      validity: { from: frame.worksFrom, to: frame.worksTo },
      scope: { categories: ['wegen', 'put-verstopt'], areas: [frame.worksArea] },
      terms: contractTerms(hours(1), hours(24), workingDays(3)),
      onEnd: 'hand-over',
    },
    {
      id: 'wegen-wacht',
      title: 'Wachtdienst wegen en bomen buiten werktijd',
      basis: 'contract',
      mode: 'automatic',
      party: 'dijkstede-infra',
      validity: { from: frame.yearsAgo(1) },
      scope: {
        categories: ['wegen', 'boom-gevaarlijk', 'wateroverlast', 'dumping-gevaarlijk'],
        managers,
        priorities: ['danger', 'urgent'],
        hours: AT_NIGHT,
      },
      terms: contractTerms(hours(1), hours(12), calendarDays(2)),
    },
  ]
}

export function greeneryAndWaterAgreements(frame: Frame): AgreementDraft[] {
  const managers = [frame.organisation]
  return [
    {
      id: 'groen-noord',
      title: 'Onderhoud groen, perceel Noord',
      basis: 'contract',
      mode: 'automatic',
      party: 'groenrijk-en-zn',
      validity: { from: frame.yearsAgo(3) },
      scope: { categories: ['groen'], areas: [AREA_IDS.north], managers },
      terms: contractTerms(hours(2), workingDays(2), workingDays(20)),
    },
    {
      id: 'groen-zuid',
      title: 'Groenploeg van de gemeente, perceel Zuid',
      basis: 'service-arrangement',
      mode: 'automatic',
      party: frame.organisation,
      validity: { from: frame.yearsAgo(3) },
      scope: { categories: ['groen'], areas: [AREA_IDS.south], managers },
      terms: expectedTerms(workingDays(15)),
    },
    {
      id: 'waterschap-beheer',
      title: 'Waterkwaliteit en oevers',
      basis: 'statutory-manager',
      mode: 'automatic',
      party: 'W9990',
      validity: { from: frame.yearsAgo(9) },
      scope: {
        categories: ['water-vervuild', 'oever-beschadigd'],
        managers: [...managers, PROVINCE],
      },
      terms: expectedTerms(workingDays(10)),
    },
    {
      id: 'riool-en-kolken',
      title: 'Reinigen van kolken en riool',
      basis: 'contract',
      mode: 'automatic',
      party: 'dijkstede-infra',
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['water-en-riool'], managers },
      terms: contractTerms(hours(2), hours(24), workingDays(10)),
    },
  ]
}

export function cleaningAgreements(frame: Frame): AgreementDraft[] {
  const managers = [frame.organisation]
  return [
    {
      id: 'containers',
      title: 'Legen en herstellen van containers',
      basis: 'contract',
      mode: 'automatic',
      party: 'schoonzicht-reiniging',
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['container-vol', 'afval-naast-container'], managers },
      terms: contractTerms(hours(2), hours(24), calendarDays(3)),
      reach: { channel: 'webhook', shareDescriptionOn: PUBLIC_TASK },
    },
    {
      id: 'schone-straat',
      title: 'Reinigingsploeg van de gemeente',
      basis: 'service-arrangement',
      mode: 'automatic',
      party: frame.organisation,
      validity: { from: frame.yearsAgo(2) },
      scope: { categories: ['afval'] },
      terms: expectedTerms(workingDays(5)),
    },
    {
      id: 'graffiti-verwijderen',
      title: 'Verwijderen van graffiti',
      basis: 'contract',
      mode: 'paused',
      party: 'schoonzicht-reiniging',
      validity: { from: frame.yearsAgo(1) },
      scope: { categories: ['graffiti'], managers },
      terms: contractTerms(hours(4), workingDays(2), workingDays(10)),
    },
  ]
}

export function neighbourhoodAgreements(frame: Frame): AgreementDraft[] {
  const managers = [frame.organisation]
  return [
    {
      id: 'straatmeubilair',
      title: 'Buitendienst: banken en speelplekken',
      basis: 'service-arrangement',
      mode: 'automatic',
      party: frame.organisation,
      validity: { from: frame.yearsAgo(4) },
      scope: { categories: ['straatmeubilair'], managers },
      terms: expectedTerms(workingDays(15)),
    },
    {
      id: 'banken-in-zelfbeheer',
      title: 'Banken in zelfbeheer van de buurt',
      basis: 'self-management',
      mode: 'automatic',
      party: 'bewonerscollectief-de-kade',
      validity: { from: frame.yearsAgo(1) },
      scope: {
        categories: ['bank-kapot'],
        areas: [frame.selfManagedArea],
        assetTypes: ['bench'],
        managers,
      },
      terms: expectedTerms(calendarDays(30)),
      reach: { channel: 'desk' },
    },
    {
      id: 'toezicht-en-handhaving',
      title: 'Toezicht en handhaving',
      basis: 'service-arrangement',
      mode: 'automatic',
      party: frame.organisation,
      validity: { from: frame.yearsAgo(4) },
      scope: { categories: ['overlast'] },
      terms: expectedTerms(workingDays(5)),
      reach: { channel: 'desk' },
    },
  ]
}
