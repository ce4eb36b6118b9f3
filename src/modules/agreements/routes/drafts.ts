import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, hrefOf, type Refuse } from '#platform/operation'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { AgreementDraft } from '../draft.ts'
import type { DraftAnswer } from '../draft-commands.ts'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { findDrafts } from '../queries.ts'
import { DraftBody, DraftPath, DraftView, draftView } from './draft-view.ts'

export type DraftNeeds = {
  pool: Pool
  /** Against the names that the municipality knows; what is in force is compiled anew. */
  changeDraft: (municipality: string, change: DraftChange) => Promise<DraftAnswer>
}

export type DraftChange =
  | { type: 'EnterDraft'; draft: AgreementDraft; by: string }
  | { type: 'PutDraftInForce'; id: string; by: string; upTo_cents: number | undefined }
  | { type: 'DropDraft'; id: string; by: string }

const SETTLING = among(AGREEMENT_PROBLEMS, 'draft-not-found', 'draft-settled')
const ENTERING = among(
  AGREEMENT_PROBLEMS,
  'draft-settled',
  'draft-ends-wrong',
  'agreement-names-unknown',
)
const PUTTING = {
  ...SETTLING,
  ...ENTERING,
  ...among(AGREEMENT_PROBLEMS, 'draft-outdated', 'agreement-above-amount'),
}

type Refused = Extract<DraftAnswer, { accepted: false }>

/** A refusal with all that the sender needs to put it right. */
function refuseDraft(refuse: Refuse<typeof PUTTING>, answer: Refused): Response {
  switch (answer.reason) {
    case 'draft-not-found':
      return refuse(answer.reason)
    case 'draft-settled':
      return refuse(answer.reason, { draftStatus: answer.status })
    case 'draft-ends-wrong':
      return refuse(answer.reason, { ends: answer.ends })
    case 'agreement-above-amount':
      return refuse(answer.reason, { above: answer.above })
    case 'draft-outdated':
      return refuse(answer.reason, {
        detail: `Changed since: ${answer.outdated.map(({ id }) => id).join(', ')}.`,
        outdated: answer.outdated,
      })
    case 'agreement-names-unknown': {
      const named = answer.unknown.map(
        ({ agreement, path, name }) => `${agreement}.${path}: ${name}`,
      )
      return refuse(answer.reason, {
        detail: `Not known here: ${named.join(', ')}.`,
        unknown: answer.unknown,
      })
    }
  }
}

export const createAgreementDraft = ({ changeDraft }: DraftNeeds) =>
  townOperation({
    method: 'post',
    path: '/agreement-drafts',
    operationId: 'createAgreementDraft',
    tag: 'Agreements',
    summary: 'Enter a draft: agreements to be entered, replaced or ended together',
    description:
      'It changes nothing until it is put in force. Entered again under the same id it replaces the draft of before, against the agreements as they are then.',
    body: DraftBody,
    success: { 201: 'It is kept as a draft.' },
    answer: DraftView,
    answerHeaders: { Location: 'Where the draft is.' },
    problems: ENTERING,
    async handle({ caller: { municipality, by }, body }, refuse) {
      const answer = await changeDraft(municipality, { type: 'EnterDraft', draft: body, by })
      if (!answer.accepted) return refuseDraft(refuse as Refuse<typeof PUTTING>, answer)
      const view = draftView(municipality, answer.draft)
      return { status: 201, headers: { location: view.href }, body: view }
    },
  })

export const listAgreementDrafts = ({ pool }: DraftNeeds) =>
  townOperation({
    method: 'get',
    path: '/agreement-drafts',
    operationId: 'listAgreementDrafts',
    tag: 'Agreements',
    summary: 'Drafts of agreements',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'Drafts in the order of their ids, also those put in force or dropped.' },
    answer: pageOf(DraftView, 'AgreementDrafts'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const all = await pool.read({ tenant: municipality }, (run) => findDrafts(run, municipality))
      const { rows, next } = pageById(all, query)
      return { body: { items: rows.map((row) => draftView(municipality, row)), next } }
    },
  })

export const readAgreementDraft = ({ pool }: DraftNeeds) =>
  townOperation({
    method: 'get',
    path: '/agreement-drafts/{draft}',
    operationId: 'readAgreementDraft',
    tag: 'Agreements',
    summary: 'One draft of agreements',
    parameters: { path: DraftPath },
    success: { 200: 'The draft.' },
    answer: DraftView,
    problems: among(AGREEMENT_PROBLEMS, 'draft-not-found'),
    async handle({ caller: { municipality }, path }, refuse) {
      const ids = [path.draft]
      const [row] = await pool.read({ tenant: municipality }, (run) =>
        findDrafts(run, municipality, { ids }),
      )
      return row ? { body: draftView(municipality, row) } : refuse('draft-not-found')
    },
  })

const Entries = z
  .object({
    draft: DraftView,
    entered: z.array(z.object({ href: z.string(), id: z.string(), version: z.int() })),
  })
  .openapi('AgreementDraftEntries')

export const createDraftEntry = ({ changeDraft }: DraftNeeds) =>
  townOperation({
    method: 'post',
    path: '/agreement-drafts/{draft}/entries',
    operationId: 'createDraftEntry',
    tag: 'Agreements',
    summary: 'Put a draft in force: all of it, or nothing',
    description: 'Refused when an agreement in it was changed since the draft was entered.',
    parameters: { path: DraftPath },
    success: { 201: 'Its agreements are entered; each holds from its own first day.' },
    answer: Entries,
    answerHeaders: { Location: 'Where the draft is.' },
    problems: PUTTING,
    async handle({ caller: { municipality, by, upTo_cents }, path }, refuse) {
      const change = { type: 'PutDraftInForce', id: path.draft, by, upTo_cents } as const
      const answer = await changeDraft(municipality, change)
      if (!answer.accepted) return refuseDraft(refuse, answer)
      const entered = (answer.entered ?? []).map(({ id, version }) => {
        return { href: hrefOf(['agreements', id], { municipality }), id, version }
      })
      const draft = draftView(municipality, answer.draft)
      return { status: 201, headers: { location: draft.href }, body: { draft, entered } }
    },
  })

export const createDraftDropping = ({ changeDraft }: DraftNeeds) =>
  townOperation({
    method: 'post',
    path: '/agreement-drafts/{draft}/droppings',
    operationId: 'createDraftDropping',
    tag: 'Agreements',
    summary: 'Drop a draft; it stays readable, and may be entered again',
    parameters: { path: DraftPath },
    success: { 201: 'It is dropped.' },
    answer: DraftView,
    answerHeaders: { Location: 'Where the draft is.' },
    problems: SETTLING,
    async handle({ caller: { municipality, by }, path }, refuse) {
      const answer = await changeDraft(municipality, { type: 'DropDraft', id: path.draft, by })
      if (!answer.accepted) return refuseDraft(refuse as Refuse<typeof PUTTING>, answer)
      const view = draftView(municipality, answer.draft)
      return { status: 201, headers: { location: view.href }, body: view }
    },
  })
