import assert from 'node:assert/strict'
import type { Batch } from '#journal'
import type { Agreement, AgreementVersion } from '#modules/agreements'
import { compileAgreements } from '#modules/agreements'
import { type Asset, indexAreas, indexAssets } from '#modules/places'
import { clusterRulesOf } from '../src/composition/cluster-rules.ts'
import { decideAnswer } from '../src/modules/cases/answering.ts'
import type { Answer } from '../src/modules/cases/answers.ts'
import type { Case } from '../src/modules/cases/case.ts'
import { withCircuit } from '../src/modules/cases/circuits.ts'
import { type CaseCommand, carryOut } from '../src/modules/cases/commands.ts'
import type { SignalData } from '../src/modules/cases/events.ts'
import type { Rules } from '../src/modules/cases/rules.ts'
import { openWorkingSet } from '../src/modules/cases/working-set.ts'
import { AREAS, CATEGORIES, smallTownRules } from './small-town.ts'

/** Rules of a small town with these agreements, and with these assets in their circuits. */
export function rulesWith(agreements: readonly Agreement[], assets: readonly Asset[]): Rules {
  const versions: AgreementVersion[] = agreements.map((agreement) => ({
    agreement,
    version: 1,
    entered_ms: 0,
  }))
  const compiled = compileAgreements({
    municipality: 'GM9801',
    epoch: 1,
    categories: CATEGORIES,
    agreements: versions,
    areaSizes_m2: new Map(),
    managementAreas: new Map(),
    zone: 'Europe/Amsterdam',
  })
  const places = { assets: indexAssets(assets), areas: indexAreas(AREAS) }
  return { ...smallTownRules(agreements), clusters: clusterRulesOf(places, compiled, versions) }
}

/**
 * All cases of a town at once, as one batch that is never written: what a municipality decides under its lock, one
 * command after another, without its tables.
 */
export function openCasesAtHand(rules: Rules, now_ms: number) {
  let ids = 0
  let numbers = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const touched = new Set<string>()
  const batch: Batch = {
    municipality: 'GM9801',
    now_ms,
    epoch: 1,
    query: () => assert.fail('nothing is read'),
    nextNumber() {
      numbers += 1
      return numbers
    },
    raiseEpoch: () => undefined,
    append(event) {
      touched.add(event.stream.slice('case/'.length))
      return { municipality: 'GM9801', position: 0, occurred_ms: now_ms, ...event }
    },
    write: () => undefined,
    sendSoFar: async () => undefined,
    afterRows: () => undefined,
    afterCommit: () => undefined,
  }
  const work = openWorkingSet(batch, rules, {
    states: new Map(),
    told: { signals: new Map(), of: new Map() },
    kept: new Map(),
    candidates: [],
    several: [],
    repeats: [],
    byAssignment: [],
    bySignal: [],
    personKeys: new Map(),
  })
  const circumstances = () => ({ now_ms, newId, rules })
  const run = (command: CaseCommand) => carryOut(command, work, batch, circumstances())
  function commandOf(signal: SignalData) {
    const category = rules.category(signal.category)
    const facts = {
      visibility: 'public',
      priority: category?.priority ?? 'normal',
      isHistory: false,
    } as const
    const report = { ...facts, caseId: newId(), signal: withCircuit(signal, facts, rules) }
    return { report, radius_m: 0, seals: { keys: [], boxes: [] } }
  }
  return {
    cases: (): Case[] => [...touched].flatMap((id) => work.byId(id) ?? []),
    command: commandOf,
    async report(signal: SignalData) {
      const answer = await run({ type: 'ReportSignal', rules, ...commandOf(signal) })
      assert(answer.status === 'accepted' || answer.status === 'repeated')
    },
    run,
    answer(of: Case, assignmentId: string, answer: Answer) {
      const found = of.assignments.find(({ id }) => id === assignmentId)
      assert(found)
      const given = {
        assignmentId,
        answerId: newId(),
        answer,
        by: found.party,
        expectedRevision: found.revision,
      }
      const decided = decideAnswer(given, of, circumstances())
      assert(typeof decided !== 'string', `${decided}`)
      work.add(of, decided)
    },
  }
}
export type CasesAtHand = ReturnType<typeof openCasesAtHand>
