import type { Batch } from '#journal'
import { table } from '#platform/table'
import { type AboveAmount, aboveAmount } from './above-amount.ts'
import type { AgreementVersion } from './agreement.ts'
import {
  type EnterAgreementsAnswer,
  enterAgreements,
  type Known,
  type UnknownName,
  unknownNames,
} from './commands.ts'
import {
  type AgreementDraft,
  agreementsOfDraft,
  baseOf,
  type DraftStatus,
  type Outdated,
  outdatedOf,
  type WrongEnd,
} from './draft.ts'
import { type DraftRow, findDrafts, listAgreementVersions } from './queries.ts'

export const AGREEMENT_DRAFTS = table<DraftRow & { municipality: string }>({
  name: 'agreements.drafts',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'text',
    version: 'int4',
    status: 'text',
    body: 'jsonb',
    base: 'jsonb',
    entered_at: 'timestamptz',
    entered_by: 'text',
    simulated: 'jsonb',
    settled_at: 'timestamptz',
    settled_by: 'text',
  },
  onConflict: 'replace',
})

export type DraftCommand =
  | { type: 'EnterDraft'; draft: AgreementDraft; by: string; known: Known }
  /** `digest` of all figures; `different` of `cases` would have gone otherwise. */
  | { type: 'NoteSimulation'; id: string; by: string; figures: NotedFigures }
  /** `upTo_cents`: of somebody who may agree to no higher price. */
  | {
      type: 'PutDraftInForce'
      id: string
      by: string
      known: Known
      upTo_cents?: number | undefined
    }
  | { type: 'DropDraft'; id: string; by: string }

export type NotedFigures = {
  digest: string
  cases: number
  different: number
  from_ms: number
  to_ms: number
  /** The version of the draft that was simulated. */
  version: number
}

export type DraftAnswer =
  | { accepted: true; draft: DraftRow; entered?: readonly { id: string; version: number }[] }
  | { accepted: false; reason: 'draft-not-found' }
  | { accepted: false; reason: 'draft-settled'; status: DraftStatus }
  | { accepted: false; reason: 'draft-ends-wrong'; ends: readonly WrongEnd[] }
  | { accepted: false; reason: 'agreement-names-unknown'; unknown: readonly UnknownName[] }
  | { accepted: false; reason: 'agreement-above-amount'; above: readonly AboveAmount[] }
  | { accepted: false; reason: 'draft-outdated'; outdated: readonly Outdated[] }

type Register = { drafts: Map<string, DraftRow>; versions: readonly AgreementVersion[] }

/** Enters, simulates, puts in force and drops drafts; each that is put in force enters all of its agreements or none. */
export async function changeDrafts(
  commands: readonly DraftCommand[],
  batch: Batch,
): Promise<readonly DraftAnswer[]> {
  const ids = commands.map((one) => (one.type === 'EnterDraft' ? one.draft.id : one.id))
  const found = await findDrafts(batch.query, batch.municipality, { ids })
  const versions = await listAgreementVersions(batch.query, batch.municipality)
  const register = { drafts: new Map(found.map((one) => [one.id, one])), versions }
  const answers: DraftAnswer[] = []
  for (const command of commands) answers.push(await change(command, register, batch))
  return answers
}

async function change(
  command: DraftCommand,
  register: Register,
  batch: Batch,
): Promise<DraftAnswer> {
  if (command.type === 'EnterDraft') return enter(command, register, batch)
  const draft = register.drafts.get(command.id)
  if (!draft) return { accepted: false, reason: 'draft-not-found' }
  if (draft.status !== 'draft')
    return { accepted: false, reason: 'draft-settled', status: draft.status }
  const { by } = command
  switch (command.type) {
    case 'NoteSimulation': {
      const { figures } = command
      const simulated = { ...figures, at_ms: batch.now_ms, by }
      return keep(
        { ...draft, simulated },
        'AgreementDraftSimulated',
        { by, ...figures },
        register,
        batch,
      )
    }
    case 'DropDraft':
      return keep(
        { ...draft, status: 'dropped', settled_at: batch.now_ms, settled_by: by },
        'AgreementDraftDropped',
        { by },
        register,
        batch,
      )
    case 'PutDraftInForce':
      return putInForce(command, draft, register, batch)
  }
}

function enter(
  { draft, by, known }: Extract<DraftCommand, { type: 'EnterDraft' }>,
  register: Register,
  batch: Batch,
): DraftAnswer {
  const before = register.drafts.get(draft.id)
  if (before?.status === 'in-force')
    return { accepted: false, reason: 'draft-settled', status: before.status }
  const unknown = draft.agreements.flatMap((agreement) => unknownNames(agreement, known))
  if (unknown.length > 0) return { accepted: false, reason: 'agreement-names-unknown', unknown }
  const whole = agreementsOfDraft(draft, register.versions)
  if (!whole.accepted) return whole
  const base = baseOf(draft, register.versions)
  const row: DraftRow = {
    id: draft.id,
    version: before?.version ?? 0,
    status: 'draft',
    body: draft,
    base,
    entered_at: batch.now_ms,
    entered_by: by,
    simulated: null,
    settled_at: null,
    settled_by: null,
  }
  return keep(row, 'AgreementDraftEntered', { draft, base, by }, register, batch)
}

async function putInForce(
  { by, known, upTo_cents }: Extract<DraftCommand, { type: 'PutDraftInForce' }>,
  draft: DraftRow,
  register: Register,
  batch: Batch,
): Promise<DraftAnswer> {
  const outdated = outdatedOf(draft.base, register.versions)
  if (outdated.length > 0) return { accepted: false, reason: 'draft-outdated', outdated }
  const whole = agreementsOfDraft(draft.body, register.versions)
  if (!whole.accepted) return whole
  const above = aboveAmount(whole.agreements, upTo_cents)
  if (above.length > 0) return { accepted: false, reason: 'agreement-above-amount', above }
  const order = { agreements: whole.agreements, enteredBy: by, known }
  const [answer] = await enterAgreements([order], batch)
  if (!answer) throw new Error('one order has one answer')
  if (!answer.accepted) return answer satisfies EnterAgreementsAnswer
  const { entered } = answer
  const row: DraftRow = { ...draft, status: 'in-force', settled_at: batch.now_ms, settled_by: by }
  const kept = keep(row, 'AgreementDraftPutInForce', { by, entered }, register, batch)
  return { ...kept, entered }
}

function keep(
  row: DraftRow,
  type: string,
  data: Record<string, unknown>,
  { drafts }: Register,
  batch: Batch,
): { accepted: true; draft: DraftRow } {
  const draft = { ...row, version: row.version + 1 }
  drafts.set(draft.id, draft)
  const { version } = draft
  batch.append({ stream: `agreement-draft/${draft.id}`, version, type, typeVersion: 1, data })
  batch.write(AGREEMENT_DRAFTS, [{ municipality: batch.municipality, ...draft }])
  return { accepted: true, draft }
}
