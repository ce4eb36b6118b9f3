import type { GatheringLevel } from '#modules/agreements'
import type { Cluster } from './clusters.ts'

/**
 * A cabinet may feed lamps in two municipalities. Each then has a case of its own, with its own agreement, and finds the
 * other's by what both registers call the cabinet: its owner, which is national, and the number on it. What type of
 * object it is, registers say in words of their own.
 */
export type Circuit = { owner: string; level: GatheringLevel; publicNumber: string }

/**
 * What names it in every register in which it stands; undefined of a row, and where the owner or the number is not known.
 * Two people who read one sign write it with other capitals and spaces.
 */
export function circuitOf({ asset, level }: Pick<Cluster, 'asset' | 'level'>): Circuit | undefined {
  if (asset?.owner === undefined || asset.publicNumber === undefined) return undefined
  const { owner } = asset
  return { owner, level, publicNumber: asset.publicNumber.replaceAll(/\s/g, '').toUpperCase() }
}

export const circuitKey = ({ owner, level, publicNumber }: Circuit): string =>
  [owner, level, publicNumber].map(encodeURIComponent).join('/')
