/**
 * A category in a year: how often beside the others, and how much more or less in each month from
 * January.
 */
export type Season = {
  weight: number
  months: readonly number[]
  storm?: number
  isAtNight?: boolean
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
const DARK = [1.9, 1.6, 1.2, 0.7, 0.5, 0.35, 0.35, 0.5, 0.9, 1.4, 1.9, 2.1]
const GROWING = [0.1, 0.1, 0.5, 1.4, 2.6, 2.4, 1.7, 1.2, 0.9, 0.6, 0.2, 0.1]
const FROST = [3.5, 3, 0.6, 0.1, 0, 0, 0, 0, 0, 0.2, 1, 2.8]
const THAW = [1.6, 2, 1.9, 1.3, 0.9, 0.7, 0.6, 0.6, 0.7, 0.8, 0.9, 1.1]
const SUMMER = [0.4, 0.4, 0.6, 0.9, 1.4, 1.7, 1.8, 1.7, 1.2, 0.8, 0.5, 0.4]
const LEAVES = [0.9, 0.7, 0.6, 0.6, 0.7, 0.8, 0.8, 0.9, 1.1, 1.9, 2.2, 1.4]
const CATERPILLARS = [0, 0, 0, 0.3, 3, 4.5, 3, 0.6, 0, 0, 0, 0]
const ALGAE = [0.1, 0.1, 0.2, 0.5, 1, 1.8, 2.8, 2.9, 1.6, 0.5, 0.2, 0.1]

/** `storm`: how many times more on the day of a storm. */
export const SEASONS: Readonly<Record<string, Season>> = {
  'lamp-kapot': { weight: 30, months: DARK, storm: 3, isAtNight: true },
  'lamp-knippert': { weight: 4, months: DARK, storm: 2, isAtNight: true },
  'lamp-brandt-overdag': { weight: 2, months: SUMMER },
  'lamp-schijnt-binnen': { weight: 1, months: DARK, isAtNight: true },
  'mast-beschadigd': { weight: 1.8, months: EVEN, storm: 4 },
  'draden-bloot': { weight: 0.6, months: EVEN },
  'gat-in-weg': { weight: 5, months: THAW },
  'losse-tegel': { weight: 8, months: EVEN },
  gladheid: { weight: 2, months: FROST },
  'bord-beschadigd': { weight: 3, months: EVEN, storm: 8 },
  'verkeerslicht-storing': { weight: 0.8, months: EVEN, storm: 6 },
  'brug-beschadigd': { weight: 0.6, months: EVEN },
  'boom-gevaarlijk': { weight: 0.8, months: LEAVES, storm: 90 },
  'groen-te-hoog': { weight: 7, months: GROWING },
  onkruid: { weight: 5, months: GROWING },
  'gras-maaien': { weight: 3, months: GROWING },
  eikenprocessierups: { weight: 1, months: CATERPILLARS },
  'put-verstopt': { weight: 5, months: LEAVES, storm: 6 },
  wateroverlast: { weight: 0.8, months: SUMMER, storm: 50 },
  'water-vervuild': { weight: 1.3, months: ALGAE },
  'oever-beschadigd': { weight: 0.5, months: EVEN, storm: 3 },
  'container-vol': { weight: 8, months: EVEN },
  'afval-naast-container': { weight: 7, months: EVEN },
  zwerfvuil: { weight: 6, months: SUMMER },
  'dumping-gevaarlijk': { weight: 0.3, months: EVEN },
  'bank-kapot': { weight: 1.5, months: SUMMER },
  'speeltoestel-kapot': { weight: 1, months: SUMMER },
  graffiti: { weight: 1.5, months: EVEN },
  'voertuig-verkeerd': { weight: 4, months: EVEN },
  ongedierte: { weight: 2, months: SUMMER },
  'overlast-personen': { weight: 3, months: SUMMER, isAtNight: true },
  woonsituatie: { weight: 0.8, months: EVEN },
}

/** How often each category comes up on one day, beside the others. */
export function weightsOn(month: number, isStorm: boolean): Record<string, number> {
  return Object.fromEntries(
    Object.entries(SEASONS).map(([category, { weight, months, storm = 1 }]) => {
      return [category, weight * (months[month] ?? 1) * (isStorm ? storm : 1)]
    }),
  )
}
