import type { Cluster } from './clusters.ts'

/**
 * A cabinet may feed lamps in two municipalities. Each then has a case of its own, with its own agreement, and finds the
 * other's by what both registers call the cabinet: its owner, which is national, and the number on it.
 */
export type Circuit = { owner: string; type: string; publicNumber: string }

/**
 * What names it in every register in which it stands; undefined of a row, and where the owner or the number is not known.
 * Two people who read one sign write it with other capitals and spaces.
 */
export function circuitOf({ asset }: Pick<Cluster, 'asset'>): Circuit | undefined {
  if (asset?.owner === undefined || asset.publicNumber === undefined) return undefined
  const { owner, type } = asset
  return { owner, type, publicNumber: asset.publicNumber.replaceAll(/\s/g, '').toUpperCase() }
}

export const circuitKey = ({ owner, type, publicNumber }: Circuit): string =>
  [owner, type, publicNumber].map(encodeURIComponent).join('/')
