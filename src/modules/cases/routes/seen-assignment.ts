import { explainDecision } from '#modules/agreements'
import type { OwnCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { Locale } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { type AssignmentRow, findAssignment } from '../assignment-queries.ts'
import { type CaseRow, findCase, listDecisions, listSignals } from '../case-queries.ts'
import { listPhotos } from '../photo-queries.ts'
import { readRemarks, readWords, replyIdOf } from '../sealing.ts'
import { type AssignmentTold, assignmentView } from './assignment-view.ts'
import { hasIt, strictestOf } from './case-sight.ts'
import type { NamesOf } from './names-of.ts'
import { photoView } from './photo-view.ts'
import { agreementOf, type TownOf, type TownView } from './town-view.ts'

export type SeenAssignment = { row: AssignmentRow; ofCase: CaseRow; town: TownView }

type Needs = { pool: Pool; townOf: TownOf }

/** An assignment that is the caller's own: a party's, or of the staff's municipality. */
export async function seeAssignment(
  { pool, townOf }: Needs,
  { of }: Pick<OwnCaller, 'of'>,
  id: string,
): Promise<SeenAssignment | undefined> {
  const scope =
    'organisation' in of ? { organisation: of.organisation } : { tenant: of.municipality }
  const row = await pool.read(scope, (query) => findAssignment(query, of, id))
  if (!row) return undefined
  const { municipality, case_id } = row
  const ofCase = await pool.read({ tenant: municipality }, (query) =>
    findCase(query, municipality, case_id, true),
  )
  if (!ofCase) throw new Error(`assignment ${id} has no case`)
  return { row, ofCase, town: await townOf(municipality) }
}

type FullNeeds = { pool: Pool; vault: Vault; namesOf: NamesOf }

/** In a sentence, in each language, why it went to this party; nothing where a person decided otherwise. */
export async function whyIn(
  pool: Pool,
  namesOf: NamesOf,
  { municipality, case_id, decision_id, organisation }: AssignmentRow,
): Promise<Record<Locale, string> | undefined> {
  const decisions = await pool.read({ tenant: municipality }, (query) =>
    listDecisions(query, municipality, case_id),
  )
  const body = decisions.find(({ id }) => id === decision_id)?.body
  if (body?.outcome.kind !== 'party' || body.outcome.party !== organisation) return undefined
  const sentenceIn = async (locale: Locale) =>
    explainDecision(body, await namesOf(municipality, locale), locale).sentence
  return { nl: await sentenceIn('nl'), en: await sentenceIn('en') }
}

/** One assignment with what stands sealed, as far as its reader has a right to it. */
export async function assignmentInFull(
  { pool, vault, namesOf }: FullNeeds,
  { row, ofCase, town }: SeenAssignment,
  isStaff: boolean,
): Promise<AssignmentTold> {
  const { municipality } = row
  const why = await whyIn(pool, namesOf, row)
  const told = { ...assignmentView(row, ofCase, town, isStaff), ...(why && { why }) }
  const ground = agreementOf(town, row.agreement, row.agreement_version)?.reach.shareDescriptionOn
  const isSealedPlace = ofCase.visibility === 'confidential' && ofCase.lon === null
  if (isStaff || !hasIt(row.status) || (ground === undefined && !isSealedPlace)) return told
  const signals = await pool.read({ tenant: municipality }, (query) =>
    listSignals(query, municipality, ofCase.id),
  )
  const ids = signals.map(({ id }) => id)
  const words = await readWords(pool, vault, municipality, ids)
  const place = isSealedPlace ? [...words.values()].find((one) => one.place)?.place : undefined
  const descriptions = [...words].flatMap(([signal, { description: text }]) =>
    text === undefined ? [] : [{ signal, text }],
  )
  const replyId = replyIdOf(ofCase.id)
  const reply =
    ofCase.question?.replied_ms === undefined
      ? undefined
      : (await readRemarks(pool, vault, municipality, [replyId])).get(replyId)
  const sent = await pool.read({ tenant: municipality }, (query) =>
    listPhotos(query, municipality, ofCase.id),
  )
  const photos = sent.flatMap(({ id, signal_id: signal }) =>
    signal ? [{ signal, ...photoView(municipality, id) }] : [],
  )
  const known = { ground: ground ?? '', descriptions, photos }
  const shared = { ...known, ...(reply === undefined ? {} : { reply }) }
  return {
    ...told,
    case: { ...told.case, ...(place && { place }) },
    ...(ground === undefined ? {} : { shared }),
  }
}

/** What the party of an assignment is told in a mail: what it reads over the API, and what a subject line may say. */
export async function assignmentToTell(
  needs: Needs & FullNeeds,
  municipality: string,
  id: string,
): Promise<{ told: AssignmentTold; visibility: CaseRow['visibility'] } | undefined> {
  const seen = await seeAssignment(needs, { of: { municipality, only: id } }, id)
  if (!seen) return undefined
  const told = await assignmentInFull(needs, seen, false)
  const visibility = strictestOf(seen.ofCase, seen.town)
  // Of what is no fault everybody reads how it stands, and no more.
  const isHidden = visibility === 'public' && seen.ofCase.kind !== 'fault'
  return { told, visibility: isHidden ? 'status-only' : visibility }
}
