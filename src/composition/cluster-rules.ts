import {
  type AgreementVersion,
  type CompiledAgreements,
  gatheringFor,
  levelsThatGather,
} from '#modules/agreements'
import { type ClusterRules, rowIn } from '#modules/cases'
import { type AreaIndex, type Asset, type AssetIndex, circuitsOf, holderOf } from '#modules/places'

const ROW_START = rowIn('')

/** What the objects of a town hang from, and the agreements that say from how many that is one problem. */
export function clusterRulesOf(
  { assets, areas }: { assets: AssetIndex; areas: AreaIndex },
  compiled: CompiledAgreements,
  versions: readonly AgreementVersion[],
): ClusterRules {
  const levels = levelsThatGather(versions)
  const circuits = circuitsOf(assets)
  return {
    levels,
    unitsOf(id, areasOfIt) {
      const asset = assets.byId(id)
      if (!asset) return []
      const above = circuits.above(asset)
      // Whoever knows the cabinet knows better than a row does what went out together.
      const row = above.size > 0 ? undefined : circuits.rowOf(asset)
      const switched = areasOfIt.find((one) => areas.area(one)?.kind === 'switching-area')
      const units = {
        segment: above.get('segment')?.id ?? (row === undefined ? undefined : rowIn(row)),
        cabinet: above.get('cabinet')?.id,
        'switching-area': above.get('switching-area')?.id ?? switched,
      }
      return (['segment', 'cabinet', 'switching-area'] as const).flatMap((level) => {
        const unit = units[level]
        return unit === undefined ? [] : [{ level, unit }]
      })
    },
    unit: (unit) => toldOf(unit, assets),
    nextTo(id, gap_m) {
      const asset = assets.byId(id)
      return asset ? circuits.nextTo(asset, gap_m) : []
    },
    gathering: (facts) => gatheringFor(compiled, facts),
  }
}

function toldOf(unit: string, assets: AssetIndex): ReturnType<ClusterRules['unit']> {
  if (unit.startsWith(ROW_START)) {
    const street = assets.byId(unit.slice(ROW_START.length))?.street
    return street === undefined ? {} : { street }
  }
  const asset = assets.byId(unit)
  if (!asset) return {}
  const [lon, lat] = asset.place
  return {
    asset: factsOf(asset),
    place: { lon, lat },
    ...(asset.street && { street: asset.street }),
  }
}

/** What the rule looks at of an asset. */
export function factsOf(asset: Asset) {
  const { id, type, publicNumber, owner } = asset
  const holder = holderOf(asset)
  return {
    id,
    type,
    ...(publicNumber === undefined ? {} : { publicNumber }),
    ...(owner === undefined ? {} : { owner }),
    ...(holder === undefined ? {} : { manager: holder }),
  }
}
