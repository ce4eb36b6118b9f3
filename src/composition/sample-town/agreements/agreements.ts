import { Agreement } from '#modules/agreements'
import type { Asset } from '#modules/places'
import type { GroundOwner } from '../ground-areas.ts'
import type { TownPlan } from '../plan/town-plan.ts'
import type { AgreementDraft, Frame } from './frame.ts'
import { gridAgreements, lampContracts, otherLampAgreements } from './lighting-agreements.ts'
import {
  cleaningAgreements,
  greeneryAndWaterAgreements,
  neighbourhoodAgreements,
  roadAgreements,
} from './public-space-agreements.ts'

const DAY_MS = 86_400_000

/** What a small town goes without: no duty at night of its own, no trials. */
const ONLY_IN_A_CITY = new Set([
  'slimme-lampen-proef',
  'ledlijn-garantie',
  'werk-havenkade',
  'graffiti-verwijderen',
  'banken-in-zelfbeheer',
  'verlichting-wacht',
  'bestrating-op-afroep',
])

/** In the small town these parties have no software: they are mailed. */
const BY_MAIL_IN_A_SMALL_TOWN = new Set(['containers'])

/** The small town agreed from how many lamps it is the grid operator's; the other still goes by what it is told. */
const OF_SEVERAL: Pick<AgreementDraft, 'id' | 'clusters'> = {
  id: 'netbeheer-storing-kabel',
  clusters: [
    { level: 'segment', from: 3, withinMinutes: 60 },
    { level: 'cabinet', from: 10, withinMinutes: 60 },
    { level: 'switching-area', from: 40, withinMinutes: 60 },
  ],
}

export function agreementsOf(
  plan: TownPlan,
  town: GroundOwner & { isSmall: boolean },
  assets: readonly Asset[],
  now_ms: number,
): Agreement[] {
  const frame = frameOf(plan, town, assets, now_ms)
  const all = [
    ...lampContracts(frame),
    ...otherLampAgreements(frame),
    ...gridAgreements(frame),
    ...roadAgreements(frame),
    ...greeneryAndWaterAgreements(frame),
    ...cleaningAgreements(frame),
    ...neighbourhoodAgreements(frame),
  ]
  const taken = town.isSmall ? all.filter(({ id }) => !ONLY_IN_A_CITY.has(id)) : all
  return taken.map((draft) => {
    const isByMail = town.isSmall && BY_MAIL_IN_A_SMALL_TOWN.has(draft.id)
    const isOfSeveral = town.isSmall && draft.id === OF_SEVERAL.id
    const agreed = isOfSeveral ? { ...draft, clusters: OF_SEVERAL.clusters } : draft
    return Agreement.parse(isByMail ? byMail(agreed) : agreed)
  })
}

function byMail(draft: AgreementDraft): AgreementDraft {
  return { ...draft, reach: { ...draft.reach, channel: 'email' } }
}

function frameOf(
  plan: TownPlan,
  town: GroundOwner,
  assets: readonly Asset[],
  now_ms: number,
): Frame {
  const year = new Date(now_ms).getUTCFullYear()
  const quay = plan.streets.find(({ name }) => name === 'Havenkade')
  const [, , , fourth = plan.neighbourhoods[0]] = plan.neighbourhoods
  const area = fourth?.id ?? ''
  return {
    organisation: town.organisation,
    lastNewYear: `${year}-01-01`,
    yearsAgo: (years) => `${year - years}-01-01`,
    worksFrom: localDate(now_ms - 60 * DAY_MS),
    worksTo: localDate(now_ms + 120 * DAY_MS),
    newLamps: lampsOfNewestStreet(plan, town, assets),
    worksArea: `weg-${quay?.code ?? ''}`,
    selfManagedArea: area,
    trialArea: area,
  }
}

/** The municipality's lamp posts in the street that was built last. */
function lampsOfNewestStreet(
  plan: TownPlan,
  town: GroundOwner,
  assets: readonly Asset[],
): string[] {
  const street = plan.streets.findLast(({ kind }) => kind === 'street')?.name
  return assets
    .filter((asset) => asset.type === 'lamp-post' && asset.street === street)
    .filter(({ owner }) => owner === town.organisation)
    .map(({ id }) => id)
}

function localDate(at_ms: number): string {
  return new Date(at_ms).toISOString().slice(0, 10)
}
