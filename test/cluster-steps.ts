import type { Case } from '../src/modules/cases/case.ts'
import { hasBegun } from '../src/modules/cases/clearing.ts'
import type { Cluster, Membership } from '../src/modules/cases/clusters.ts'
import { isUnsafe } from '../src/modules/cases/danger.ts'
import type { SignalData } from '../src/modules/cases/events.ts'
import { toldBy } from '../src/modules/cases/members.ts'
import { startRecording } from '../src/modules/cases/recording.ts'
import { fallApart, giveBack, swallow } from '../src/modules/cases/swallowing.ts'
import { decideTellMembers, noteTold } from '../src/modules/cases/telling-members.ts'
import { assetOf, exampleSignal, type LivingCase, NOON_ms } from './example-case.ts'

/** What can happen to a case because several objects hang from one. */
export const CLUSTER_STEPS = [
  'member-raised',
  'member-cleared',
  'member-leaves',
  'members-told',
  'tell-members',
  'swallows',
  'is-swallowed',
  'is-given-back',
] as const
export type ClusterStep = { kind: (typeof CLUSTER_STEPS)[number]; lamp: string }

/** The lamps of one cabinet. */
export const MEMBERS = ['lamp-3', 'lamp-4', 'lamp-5', 'lamp-6'] as const

const OF: Membership = { level: 'cabinet', unit: 'K1', agreement: 'lighting', version: 1 }
export const CABINET: Cluster = {
  ...OF,
  since_ms: NOON_ms,
  from: 3,
  withinMinutes: 60,
  members: 3,
  member: assetOf('lamp-3'),
  asset: { id: 'K1', type: 'cabinet', publicNumber: 'KAST-1', owner: 'stroomnet' },
}

/** A lamp of the cabinet says that it is dark. */
export function memberSignal(lamp: string, own: Partial<SignalData> = {}): SignalData {
  return exampleSignal({
    lamp,
    kind: 'device',
    condition: 'lamp-failure',
    circuit: [OF],
    ...own,
  })
}

/** The case that it went into, or that came to it, and the signals that it has there. */
export type Other = { get(): Case; set(other: Case): void; signals: readonly SignalData[] }

/** One such step, where the rules take it; else why not. */
export function takeClusterStep(
  live: LivingCase,
  { kind, lamp }: ClusterStep,
  signals: readonly SignalData[],
  other: Other,
): string | undefined {
  const { state, now_ms } = live
  const circumstances = live.circumstances()
  const recordingOf = (one: Case) => startRecording(one, one.id, now_ms)
  const isFree = state.status === 'open' && state.joinedInto === undefined && !state.kind
  switch (kind) {
    case 'member-raised':
      if (state.kind) return 'joins-nothing'
      return live.report(
        memberSignal(lamp, { category: state.category, signalId: circumstances.newId() }),
      )
    case 'member-cleared':
      return live.clear(memberSignal(lamp))
    case 'members-told': {
      const messages = state.assignments.map(({ id: ordering_key }) => ({ ordering_key }))
      const told = toldBy(state, messages)
      return told ? live.take(noteTold(state, told, now_ms)) : 'nothing-new'
    }
    case 'tell-members':
      return live.take(decideTellMembers(state, now_ms))
    case 'swallows': {
      if (!isFree || !state.cluster) return 'swallows-nothing'
      const to = recordingOf(state)
      swallow({ from: recordingOf(other.get()), to }, other.signals, circumstances)
      return live.take(to)
    }
    case 'is-swallowed': {
      if (!isFree) return 'is-not-swallowed'
      const [from, to] = [recordingOf(state), recordingOf(other.get())]
      swallow({ from, to }, signals, circumstances)
      other.set(to.state)
      return live.take(from)
    }
    case 'is-given-back': {
      const own = other.signals.filter(({ signalId }) => other.get().signals.includes(signalId))
      if (!state.isSwallowed || own.length === 0) return 'is-not-swallowed'
      const [from, to] = [recordingOf(other.get()), recordingOf(state)]
      giveBack(own, from, { kind: 'given-back', to }, circumstances)
      other.set(from.state)
      return live.take(to)
    }
    case 'member-leaves': {
      if (!isFree || !state.cluster || hasBegun(state) || isUnsafe(state)) return 'nobody-leaves'
      const own = signals.filter(({ asset }) => asset?.id === lamp)
      if (own.length === 0) return 'nobody-leaves'
      const from = recordingOf(state)
      giveBack(own, from, { kind: 'opens', caseId: 'case-3', number: '3' }, circumstances)
      const { dark, raised } = from.state
      if (dark.length === 0 && raised.length === 0) fallApart(from)
      return live.take(from)
    }
  }
}
