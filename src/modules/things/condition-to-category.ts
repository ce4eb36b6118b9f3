/** What can be wrong with a thing, and what that is reported as where the sender names no category. */
export const CONDITION_TO_CATEGORY = {
  'lamp-failure': 'lamp-kapot',
  'lamp-flickering': 'lamp-knippert',
  'lamp-on-by-day': 'lamp-brandt-overdag',
  'mast-damaged': 'mast-beschadigd',
  'wires-exposed': 'draden-bloot',
  'traffic-light-failure': 'verkeerslicht-storing',
  'bridge-damaged': 'brug-beschadigd',
  'container-full': 'container-vol',
  'drain-blocked': 'put-verstopt',
} as const

export type Condition = keyof typeof CONDITION_TO_CATEGORY

export const CONDITIONS = Object.keys(CONDITION_TO_CATEGORY) as [Condition, ...Condition[]]
