import type { AssetIndex } from '../asset-index.ts'
import type { Asset } from '../place.ts'

const CABINETS = ['lighting-cabinet', 'cabinet']

export type Hung = { asset: Asset; cabinet: string | undefined; circuit: string | undefined }

/**
 * Hangs each object from its circuit and that from its cabinet. A circuit stands where its first object stands: it has
 * no place of its own. So does a cabinet that neither the town nor the file knows, which is counted.
 */
export function hangAssets(
  all: readonly Hung[],
  known: AssetIndex,
): { assets: Asset[]; cabinetsMade: number } {
  const assets = new Map(all.map(({ asset }) => [asset.id, asset]))
  const cabinets = new Map<string, string>()
  for (const { asset } of all)
    if (CABINETS.includes(asset.type) && asset.publicNumber !== undefined)
      cabinets.set(asset.publicNumber, asset.id)
  let cabinetsMade = 0

  function cabinetOf(name: string, under: Asset): string {
    const id = cabinets.get(name) ?? idOfKnown(name, known)
    if (id !== undefined) return id
    const made = `cabinet-${safe(name)}`
    cabinets.set(name, made)
    const isNew = !known.byId(made) && !assets.has(made)
    if (isNew) {
      cabinetsMade += 1
      const { place } = under
      assets.set(made, { id: made, type: 'lighting-cabinet', publicNumber: name, place })
    }
    return made
  }

  for (const { asset, cabinet, circuit } of all) {
    if (cabinet === undefined && circuit === undefined) continue
    const above = cabinet === undefined ? undefined : cabinetOf(cabinet, asset)
    if (circuit === undefined) {
      if (above !== asset.id && above !== undefined)
        assets.set(asset.id, { ...asset, parent: above })
      continue
    }
    const id = `segment-${above === undefined ? '' : `${above}-`}${safe(circuit)}`.slice(0, 80)
    const segment = assets.get(id) ?? known.byId(id) ?? { id, type: 'segment', place: asset.place }
    assets.set(id, { ...segment, publicNumber: circuit, ...(above && { parent: above }) })
    assets.set(asset.id, { ...asset, parent: id })
  }
  return { assets: [...assets.values()], cabinetsMade }
}

function idOfKnown(name: string, known: AssetIndex): string | undefined {
  const one = [known.byId(name), ...known.allByPublicNumber(name)].find(
    (asset) => asset !== undefined && CABINETS.includes(asset.type),
  )
  return one?.id
}

const safe = (text: string) => text.trim().replace(/[^\w.-]/g, '_')
