import { makeSampleTown } from '../src/composition/sample-town/index.ts'
import { HOUSING_CORPORATION } from '../src/composition/sample-town/parties.ts'

export const MUNICIPALITY = 'GM9901'
const LAMPS = ['lamp-kapot', 'lamp-knippert', 'lamp-brandt-overdag', 'mast-beschadigd']
const OTHERS: Readonly<Record<string, string>> = {
  drain: 'put-verstopt',
  tree: 'eikenprocessierups',
  'waste-container': 'container-vol',
}
const TEXTS = [
  'De lamp doet het al drie dagen niet en het is hier erg donker.',
  'Staat vol en het ligt er nu ook naast.',
  'Knippert de hele nacht, we kunnen er niet van slapen.',
  'Graag snel iemand langs sturen, er lopen hier veel kinderen.',
]
/** One in ten is about what was reported a while before. */
const JOINS = 10
/** About the size of what one town reports in the time that one resident reports twice. */
const BACK = 200

/** Form bodies for the Open311 door: each about another object or problem, save one in ten; half with an e-mail address. */
export function makeReports(options: { scale: number; isOneParty: boolean }): string[] {
  const [town] = makeSampleTown({ scale: options.scale, now_ms: Date.now() }).municipalities
  // What an organisation merely owns is sent to nobody.
  const assets = (town?.assets ?? []).filter(({ owner }) => owner !== HOUSING_CORPORATION)
  const lamps = assets.filter((one) => one.type === 'lamp-post' && one.owner === 'G9901')
  const subjects = options.isOneParty
    ? LAMPS.slice(0, 3).flatMap((category) => lamps.map((asset) => ({ category, asset })))
    : assets.flatMap((asset) => {
        const categories = asset.type === 'lamp-post' ? LAMPS : [OTHERS[asset.type] ?? '']
        return categories.filter(Boolean).map((category) => ({ category, asset }))
      })
  // A stride without a common factor goes over the whole town: neighbours do not come after one another.
  const stride = 7919
  const bodies: string[] = []
  for (let at = 0; at < subjects.length; at++) {
    const { category, asset } = subjects[
      (at * stride) % subjects.length
    ] as (typeof subjects)[number]
    const isByNumber = at % 2 === 0
    bodies.push(
      new URLSearchParams({
        service_code: category,
        ...(isByNumber
          ? { address_id: asset.id }
          : { lat: String(asset.place[1]), long: String(asset.place[0]) }),
        description: `${TEXTS[at % TEXTS.length]} (${at})`,
        ...(at % 4 < 2 ? { email: `bewoner-${at}@example.nl`, first_name: 'Bewoner' } : {}),
      }).toString(),
    )
    const before = bodies[bodies.length - BACK]
    if (at % JOINS === 0 && before !== undefined)
      bodies.push(before.replace(/description=[^&]*/, `description=Nog+steeds+(${at})`))
  }
  return bodies
}
