import type { AssetIndex } from './asset-index.ts'

const typesByIndex = new WeakMap<AssetIndex, readonly string[]>()

/** Every type that an object of this municipality has. */
export function typesOf(assets: AssetIndex): readonly string[] {
  let types = typesByIndex.get(assets)
  if (!types) {
    types = [...new Set([...assets.all()].map(({ type }) => type))]
    typesByIndex.set(assets, types)
  }
  return types
}
