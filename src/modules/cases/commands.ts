import type { Batch } from '#journal'
import type { OfficeKind } from '#modules/directory'
import { type AnswerRejection, decideAnswer, type GivenAnswer } from './answering.ts'
import type { Case } from './case.ts'
import type { GiveBackRejection, JoinRejection, SplitRejection } from './case-joining.ts'
import { caseNumber } from './case-number.ts'
import { withCircuit } from './circuits.ts'
import { decideCleared } from './clearing.ts'
import type { ClosingReason } from './closing-reasons.ts'
import { afterClear, afterSettling, joinSeveral, swallowAll } from './cluster-commands.ts'
import { targetOf } from './clustering.ts'
import {
  decideLower,
  decideMadeSafe,
  decideRaise,
  decideSilence,
  decideTakeOver,
  type RaiseRejection,
  type TakeOverRejection,
} from './danger.ts'
import type { ToldAs } from './desk-events.ts'
import {
  decideDelivered,
  decideOverrule,
  decideRelease,
  decideSettle,
  decideStuck,
  type Overrule,
  type OverruleRejection,
  type ReleaseRejection,
  type SettleRejection,
} from './directing.ts'
import type { ClearedCondition, Heard, VerifiedBy } from './events.ts'
import { type Finding, sealFound } from './finding.ts'
import { createFoldCache } from './fold-cache.ts'
import { followThrough } from './follow-through.ts'
import { decideForwardDelivery } from './forwarding.ts'
import { joinOrOpen } from './joining.ts'
import { keep, type Seals } from './keep-seals.ts'
import { decideKind, type KindRejection } from './kind-correcting.ts'
import type { DeskReason } from './lifecycle.ts'
import { carryOutPair, otherCase, PAIR_COMMANDS, type PairCommand } from './pair-commands.ts'
import { PHOTOS, type PhotoToKeep } from './photo-queries.ts'
import {
  decidePublish,
  decideWithdraw,
  type Publish,
  type PublishRejection,
  type WithdrawRejection,
} from './publishing.ts'
import { decideLapsed, decideReply, type GivenReply, type ReplyRejection } from './questions.ts'
import { type Circumstances, type Recording, startRecording } from './recording.ts'
import {
  type CloseRejection,
  decideClose,
  decideDisagreement,
  decideRemark,
  decideReport,
  decideStop,
  decideUnchallenged,
  decideVerification,
  mayDisagree,
  type Report,
  type VerificationRejection,
} from './reporting.ts'
import type { Rules } from './rules.ts'
import { decideLimit } from './suspending.ts'
import { decideKeepBack, decideTold } from './telling.ts'
import { decideTellMembers } from './telling-members.ts'
import { decideTerms } from './term-watch.ts'
import { loadWorkingSet, type Notify, type WorkingSet } from './working-set.ts'
import { decideWrongfulStep, type GivenStep, type StepRejection } from './wrongful-steps.ts'

export type { PersonalSeal, Seals } from './keep-seals.ts'

type OnCase = { caseId: string }

export type CaseCommand = { rules: Rules } & (
  | {
      type: 'ReportSignal'
      report: Report
      radius_m: number
      seals: Seals
      /** With what seals its words under an id: which one is known only under the lock. */
      found?: { finding: Finding; seal: (id: string) => { seals: Seals; digest: string } }
      photos?: readonly PhotoToKeep[]
    }
  | { type: 'AnswerAssignment'; given: GivenAnswer; seals: Seals }
  | { type: 'ReleaseAssignment'; assignmentId: string; by: string }
  | ({ type: 'OverruleRouting'; overrule: Overrule; seals: Seals } & OnCase)
  | ({ type: 'SettleDesk'; reason: DeskReason; by: string } & OnCase)
  | ({
      type: 'CloseCase'
      as: 'will-not-be-done' | 'settled-by-desk'
      by: string
      because?: ClosingReason
      seals: Seals
    } & OnCase)
  | ({
      type: 'VerifyCase'
      by: VerifiedBy
      source: string
      outcome: 'confirmed' | 'contested'
      seen_ms?: number
      heard?: Heard
      seals?: Seals
    } & OnCase)
  | ({ type: 'RemarkOnCase'; source: string; said: string; heard: Heard; seals: Seals } & OnCase)
  /** The signal is the one with which the thing raised the condition. */
  | { type: 'ClearCondition'; signalId: string; cleared: ClearedCondition }
  /** The time is over in which the things of a case of several may say that they work again. */
  | ({ type: 'ReturnMembers' } & OnCase)
  | ({ type: 'TellMembers' } & OnCase)
  | ({ type: 'EndSuspensions' } & OnCase)
  | ({ type: 'WatchTerms' } & OnCase)
  | ({ type: 'RecordForwardDelivery'; isStuck: boolean } & OnCase)
  | ({ type: 'CorrectKind'; kind: OfficeKind; by: string } & OnCase)
  | { type: 'StepWrongfulReport'; assignmentId: string; given: GivenStep; seals: Seals }
  | { type: 'RecordDelivery'; assignmentId: string; messageId: string }
  | { type: 'RecordStuck'; assignmentId: string; isUntold?: boolean }
  | ({
      type: 'RaiseDanger'
      by: VerifiedBy | 'desk' | 'party'
      source: string
      reasonDigest?: string
      seals?: Seals
    } & OnCase)
  | ({ type: 'TakeOverDanger'; by: string; step?: number } & OnCase)
  | ({ type: 'ReportMadeSafe'; by: string } & OnCase)
  | ({
      type: 'LowerDanger'
      by: string
      priority: 'normal' | 'urgent'
      reasonDigest: string
      seals: Seals
    } & OnCase)
  | ({ type: 'RecordDutySilence'; step: number } & OnCase)
  | ({ type: 'RecordUnchallenged'; afterDays: number } & OnCase)
  | ({ type: 'RecordReply'; reply: GivenReply; seals: Seals } & OnCase)
  | ({ type: 'LapseQuestion'; answerId: string } & OnCase)
  | ({ type: 'StopReporter'; signalId: string } & OnCase)
  | ({ type: 'DestroyText'; signalId: string; by: string } & OnCase)
  | ({ type: 'PublishSignal'; publish: Publish; seals: Seals } & OnCase)
  | ({ type: 'WithdrawPublication'; signalId: string; by: string } & OnCase)
  | ({ type: 'KeepBackSignal'; signalId: string; by: string } & OnCase)
  | ({ type: 'RecordTold'; signalId: string; by: string; as: ToldAs } & OnCase)
  | PairCommand
)

export type CaseRejection =
  | AnswerRejection
  | ReleaseRejection
  | OverruleRejection
  | VerificationRejection
  | SettleRejection
  | CloseRejection
  | RaiseRejection
  | TakeOverRejection
  | ReplyRejection
  | KindRejection
  | PublishRejection
  | WithdrawRejection
  | JoinRejection
  | SplitRejection
  | GiveBackRejection
  | StepRejection
  | 'nothing-to-tell'
  | 'nothing-to-release'
  | 'case-not-found'

export type CaseAnswer =
  | { status: 'accepted'; case: Case; isRepeat: boolean }
  | { status: 'repeated'; caseId: string; number: string; signalId: string }
  | { status: 'rejected'; reason: CaseRejection; case?: Case }
  /** The rules changed since they were compiled: compile again and come back. */
  | { status: 'stale' }

/** Of a large batch the database gets so much at a time, and works on it while the next is decided. */
const SENT_TOGETHER = 50

/** The one way to write a case: load → decide → events and rows, for all commands that were gathered. */
export function caseExecutor(options: {
  newId: () => string
  notify: Notify
  onLaid: (destinations: readonly string[]) => void
}) {
  const { newId, notify, onLaid } = options
  const folds = createFoldCache()
  return async (
    commands: readonly CaseCommand[],
    batch: Batch,
    /** Told now and then how far a large batch has come, before what it has so far is sent. */
    onAnswered?: (answers: readonly CaseAnswer[]) => void,
  ): Promise<readonly CaseAnswer[]> => {
    const isFresh = (command: CaseCommand) => command.rules.epoch === batch.epoch
    const fresh = commands.filter(isFresh)
    const [first] = fresh
    if (!first) return commands.map(() => ({ status: 'stale' }))
    const ready = commands.map((one) => (isFresh(one) ? withCircuitIn(one) : one))
    const wanted = wantedBy(ready.filter(isFresh))
    const work = await loadWorkingSet(batch, { ...wanted, rules: first.rules }, folds)
    const lastOf = lastByUnit(ready)
    const answers: CaseAnswer[] = []
    for (const [at, command] of ready.entries()) {
      if (at > 0 && at % SENT_TOGETHER === 0) {
        work.writeRows((unit) => (lastOf.get(unit) ?? 0) < at)
        onAnswered?.(answers)
        await batch.sendSoFar()
      }
      const circumstances = { now_ms: batch.now_ms, newId, rules: command.rules }
      answers.push(
        isFresh(command)
          ? await carryOut(command, work, batch, circumstances)
          : { status: 'stale' },
      )
    }
    const destinations = work.flush(notify)
    batch.afterCommit(() => {
      for (const one of work.folded()) folds.keep(batch.municipality, one)
    })
    if (destinations.length > 0) batch.afterCommit(() => onLaid(destinations))
    return answers
  }
}

/** Which command is the last about objects that hang from a unit. */
function lastByUnit(commands: readonly CaseCommand[]): ReadonlyMap<string, number> {
  return new Map(
    commands.flatMap((one, at) => {
      const circuit = one.type === 'ReportSignal' ? one.report.signal.circuit : undefined
      return (circuit ?? []).map(({ unit }): [string, number] => [unit, at])
    }),
  )
}

/** What its object hangs from is found once, by the rules that also decide. */
function withCircuitIn(command: CaseCommand): CaseCommand {
  if (command.type !== 'ReportSignal') return command
  const { report, rules } = command
  return { ...command, report: { ...report, signal: withCircuit(report.signal, report, rules) } }
}

function wantedBy(commands: readonly CaseCommand[]) {
  return {
    signals: commands.flatMap((one) => (one.type === 'ReportSignal' ? [one.report.signal] : [])),
    signalIds: commands.flatMap((one) => (one.type === 'ClearCondition' ? [one.signalId] : [])),
    assignmentIds: commands.flatMap((one) => {
      if (one.type === 'AnswerAssignment') return [one.given.assignmentId]
      return 'assignmentId' in one ? [one.assignmentId] : []
    }),
    caseIds: commands.flatMap((one) => [
      ...('caseId' in one ? [one.caseId] : []),
      ...(isPair(one) ? otherCase(one) : []),
    ]),
    persons: commands.flatMap((one) =>
      'seals' in one && one.seals?.contact ? [one.seals.contact.person] : [],
    ),
  }
}

const isPair = (command: CaseCommand): command is PairCommand & { rules: Rules } =>
  PAIR_COMMANDS.some((type) => type === command.type)

/** Decides one command on the cases at hand, and writes what follows to them. */
export async function carryOut(
  command: CaseCommand,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): Promise<CaseAnswer> {
  if (command.type === 'ReportSignal') return report(command, work, batch, circumstances)
  if (isPair(command)) {
    const done = carryOutPair(command, work, batch, circumstances)
    return typeof done === 'string'
      ? { status: 'rejected', reason: done }
      : { status: 'accepted', case: done, isRepeat: false }
  }
  const known = knownTo(command, work)
  if (!known) {
    const isOfAssignment = command.type === 'AnswerAssignment' || 'assignmentId' in command
    return {
      status: 'rejected',
      reason: isOfAssignment ? 'assignment-not-found' : 'case-not-found',
    }
  }
  if (command.type === 'ReturnMembers') {
    const after = afterSettling(known, work, batch, circumstances)
    return { status: 'accepted', case: after, isRepeat: false }
  }
  if (isRepeated(command, known)) return { status: 'accepted', case: known, isRepeat: true }
  const decided = decide(command, known, circumstances)
  if (typeof decided === 'string') return { status: 'rejected', reason: decided, case: known }
  if ('seals' in command && command.seals) keep(batch, work, command.seals)
  if (
    command.type === 'AnswerAssignment' ||
    command.type === 'StepWrongfulReport' ||
    command.type === 'DestroyText'
  )
    await followThrough(command, batch)
  const after = work.add(known, decided)
  const settled =
    command.type === 'ClearCondition' ? afterClear(after, work, batch, circumstances) : after
  return { status: 'accepted', case: settled, isRepeat: false }
}

type OneCase = Exclude<CaseCommand, { type: 'ReportSignal' | PairCommand['type'] }>

function knownTo(command: OneCase, work: WorkingSet): Case | undefined {
  if ('caseId' in command) return work.byId(command.caseId)
  if (command.type === 'ClearCondition') return work.bySignal(command.signalId)
  if (command.type === 'AnswerAssignment') return work.byAssignment(command.given.assignmentId)
  return work.byAssignment(command.assignmentId)
}

function decide(
  command: Exclude<OneCase, { type: 'ReturnMembers' }>,
  known: Case,
  circumstances: Circumstances,
): Recording | CaseRejection {
  const { now_ms } = circumstances
  switch (command.type) {
    case 'AnswerAssignment':
      return decideAnswer(command.given, known, circumstances)
    case 'ReleaseAssignment':
      return decideRelease(command, known, circumstances)
    case 'OverruleRouting':
      return decideOverrule(command.overrule, known, circumstances)
    case 'SettleDesk':
      return decideSettle(command, known, circumstances)
    case 'CloseCase':
      return decideClose(command, known, now_ms)
    case 'RecordForwardDelivery':
      return decideForwardDelivery(command.isStuck, known, now_ms)
    case 'CorrectKind':
      return decideKind(command, known, circumstances)
    case 'VerifyCase':
      return command.by === 'reporter' &&
        command.outcome === 'contested' &&
        mayDisagree(known, now_ms)
        ? decideDisagreement(command, known, circumstances)
        : decideVerification(command, known, now_ms)
    case 'RemarkOnCase':
      return decideRemark(command, known, now_ms)
    case 'ClearCondition':
      return decideCleared(command.cleared, known, circumstances)
    case 'RecordDelivery':
      return decideDelivered(command, known, circumstances)
    case 'RecordStuck':
      return decideStuck(command.assignmentId, known, now_ms, command.isUntold)
    case 'RaiseDanger': {
      const { by, source, reasonDigest } = command
      const data = { by, source, ...(reasonDigest === undefined ? {} : { reasonDigest }) }
      return decideRaise(data, known, circumstances)
    }
    case 'TakeOverDanger':
      return decideTakeOver(command, known, circumstances)
    case 'ReportMadeSafe':
      return decideMadeSafe(command, known, circumstances)
    case 'LowerDanger': {
      const { by, priority, reasonDigest } = command
      return decideLower({ by, priority, reasonDigest }, known, circumstances)
    }
    case 'RecordDutySilence':
      return decideSilence(command.step, known, circumstances)
    case 'RecordUnchallenged':
      return decideUnchallenged(known, command.afterDays, now_ms)
    case 'RecordReply':
      return decideReply(command.reply, known, circumstances)
    case 'LapseQuestion':
      return decideLapsed(command, known, circumstances)
    case 'TellMembers':
      return decideTellMembers(known, now_ms)
    case 'EndSuspensions':
      return decideLimit(known, circumstances)
    case 'WatchTerms':
      return decideTerms(known, circumstances)
    case 'PublishSignal':
      return decidePublish(command.publish, known, circumstances)
    case 'WithdrawPublication':
      return decideWithdraw(command, known, now_ms)
    case 'KeepBackSignal':
      return decideKeepBack(command, known, now_ms)
    case 'RecordTold':
      return decideTold(command, known, now_ms)
    case 'StepWrongfulReport':
      return decideWrongfulStep(command, known, circumstances)
    case 'StopReporter':
      return decideStop(command.signalId, known, now_ms)
    case 'DestroyText': {
      const { signalId, by } = command
      if (!known.signals.includes(signalId)) return 'signal-not-found'
      const recording = startRecording(known, known.id, now_ms)
      recording.record({ type: 'TextDestroyed', data: { signalId, by } })
      return recording
    }
  }
}

function isRepeated(command: CaseCommand, known: Case): boolean {
  if ('heard' in command && command.heard) {
    const { idempotencyKey: key } = command.heard
    return key !== undefined && known.heard.includes(key)
  }
  if (command.type === 'StepWrongfulReport') {
    const own = known.assignments.find(({ id }) => id === command.assignmentId)
    return own?.wrongful?.some(({ id }) => id === command.given.stepId) ?? false
  }
  if (command.type !== 'AnswerAssignment') return false
  const { given } = command
  const assignment = known.assignments.find((one) => one.id === given.assignmentId)
  return assignment?.answerKeys.some((one) => one.key === given.idempotencyKey) ?? false
}

function report(
  command: Extract<CaseCommand, { type: 'ReportSignal' }>,
  work: WorkingSet,
  batch: Batch,
  circumstances: Circumstances,
): CaseAnswer {
  const { signal } = command.report
  const repeated = work.findRepeated(signal)
  if (repeated) return { status: 'repeated', ...repeated }
  const isConfidential = command.report.visibility === 'confidential'
  const { rules } = circumstances
  const target = targetOf(signal, command.report.visibility, work, rules)
  const joined = target
    ? joinSeveral(target, signal, work, circumstances)
    : joinOrOpen(signal, command.radius_m, isConfidential, work.candidates(signal), rules)
  const known = joined.kind === 'opens' ? undefined : work.byId(joined.caseId)
  const caseId = joined.kind === 'opens' ? command.report.caseId : joined.caseId
  const found = command.found && sealFound(command.found, signal.sourceId, caseId)
  const report = { ...command.report, ...(found && { finding: found.finding }) }
  const recording = decideReport(report, joined, known, circumstances, () =>
    caseNumber(batch, signal.received_ms),
  )
  if (target) swallowAll(target.swallows, recording, work, batch, circumstances)
  keep(batch, work, command.seals)
  if (found) {
    const isAnswer = recording.events.some(({ type }) => type === 'AssignmentAnswered')
    keep(batch, work, (isAnswer ? found.asAnswer : found.asRemark).seals)
  }
  const after = work.add(known, recording)
  work.remember(signal, after)
  const { municipality, now_ms: created_at } = batch
  const own = { municipality, case_id: after.id, signal_id: signal.signalId, created_at }
  batch.write(
    PHOTOS,
    (command.photos ?? []).map((photo) => ({ ...photo, ...own })),
  )
  return { status: 'accepted', case: after, isRepeat: false }
}
