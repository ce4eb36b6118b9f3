import type { Case } from './case-state.ts'
import type { Membership } from './clusters.ts'
import type { SignalData } from './events.ts'
import { officeKindOf } from './kinds.ts'
import type { Rules } from './rules.ts'

type Looked = Pick<SignalData, 'asset' | 'areas' | 'category' | 'received_ms' | 'kind'>

/**
 * The signal with what its object hangs from, as far as the agreements that hold there say from how many that is one
 * problem. It is kept in the signal: by it the counting can be done again from the events alone.
 */
export function withCircuit<Signal extends Looked>(
  signal: Signal,
  { visibility, priority, isHistory }: Pick<Case, 'visibility' | 'priority' | 'isHistory'>,
  { clusters }: Pick<Rules, 'clusters'>,
): Signal & Pick<SignalData, 'circuit'> {
  const { asset, areas, category, received_ms: at_ms } = signal
  if (clusters.levels.size === 0 || !asset || isHistory) return signal
  if (visibility === 'confidential' || officeKindOf(signal.kind)) return signal
  const circuit = clusters.unitsOf(asset.id, areas).flatMap(({ level, unit }): Membership[] => {
    if (!clusters.levels.has(level)) return []
    const facts = { category, areas, asset, priority, clusterLevel: level, at_ms, excluded: [] }
    const found = clusters.gathering(facts)
    if (!found || (isRow(unit) && found.terms.rowGap_m === undefined)) return []
    const { agreement, version } = found
    return [{ level, unit, agreement, version }]
  })
  return circuit.length === 0 ? signal : { ...signal, circuit }
}

const ROW = 'row/'

/** What stands for the cable of objects in one street where nobody knows the cable. */
export const rowIn = (name: string): string => `${ROW}${name}`
export const isRow = (unit: string): boolean => unit.startsWith(ROW)
