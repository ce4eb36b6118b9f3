import {
  type Assignment,
  type Case,
  type Circuit,
  circuitOf,
  membersOf,
  newsOf,
} from '#modules/cases'

/** What a party reads of the objects of its case; the first of many are named. */
type Members = { objects: number; members: readonly { id: string; publicNumber?: string }[] }

export type ClusterMessage = Members & {
  level: string
  /** What they hang from; absent of a row in a street. */
  unit: string | undefined
  /** By which every municipality names it, where several have a part of one fault. */
  circuit: Circuit | undefined
  street: string | undefined
  since: string
  /** Since the message before; absent where that told all of them, or there was none. */
  joined?: Members
  left?: Members
}

/** What its party was told before. */
export type Told = Assignment['told']

/** As many as somebody looks through; the rest is in the list of the case. */
const MOST_MEMBERS = 100

/** The present state of a case of several, with what is new in it to somebody who was told of some of its objects. */
export function clusterIn({ cluster, dark }: Case, told: Told): ClusterMessage | undefined {
  if (!cluster) return undefined
  const { level, unit, asset, street, since_ms } = cluster
  const circuit = circuitOf(cluster)
  const news = told && newsOf(told, dark)
  return {
    level,
    unit: asset && unit,
    circuit,
    street,
    since: new Date(since_ms).toISOString(),
    ...named(membersOf(dark)),
    ...(news && news.joined.length > 0 ? { joined: named(news.joined) } : {}),
    ...(news && news.left.length > 0 ? { left: named(news.left) } : {}),
  }
}

function named(all: Case['dark']): Members {
  return {
    objects: all.length,
    members: all.slice(0, MOST_MEMBERS).map(({ asset: id, publicNumber }) => ({
      id,
      ...(publicNumber === undefined ? {} : { publicNumber }),
    })),
  }
}
