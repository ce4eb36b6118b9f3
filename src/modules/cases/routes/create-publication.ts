import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { MOST_PHOTOS } from '#platform/uploads'
import type { Key, Vault } from '#platform/vault'
import { listSignals } from '../case-queries.ts'
import { findPersonalData } from '../personal-data.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { makeSignalKey, OF_THING, openSignalKey, sealPublication } from '../sealing.ts'
import { hasThreat } from '../threats.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Publication = z
  .strictObject({
    signal: z.uuid(),
    text: z.string().trim().min(1).max(4000).optional().openapi({
      description:
        'The words as everybody may read them: without names, addresses and what else is somebody’s own. Without it no words are shown.',
    }),
    isChecked: z.literal(true).optional().openapi({
      description: 'What looks like personal data in `text` was looked at, and may be shown.',
    }),
    photos: z
      .array(z.uuid())
      .max(4 * MOST_PHOTOS)
      .refine((ids) => new Set(ids).size === ids.length, 'a photo is named twice')
      .default([]),
  })
  .refine(({ text, photos }) => text !== undefined || photos.length > 0, {
    message: 'name words or photos to release',
  })
  .openapi('Publication')

/** Under what the words are sealed; undefined where what was sent has been destroyed. */
async function keyOf(
  { pool, vault }: Pick<DirectingNeeds, 'pool'> & { vault: Vault },
  municipality: string,
  caseId: string,
  signalId: string,
): Promise<Key | undefined> {
  const kept = await openSignalKey(pool, vault, municipality, signalId)
  if (kept) return kept
  const signals = await pool.read({ tenant: municipality }, (query) =>
    listSignals(query, municipality, caseId),
  )
  // Whether that one was destroyed all the same is decided under the lock.
  const isOfThing = signals.some(({ id, channel }) => id === signalId && channel === OF_THING)
  return isOfThing ? makeSignalKey(pool, vault, municipality, signalId) : undefined
}

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'signal-not-found',
  'photo-not-found',
  'not-for-the-public',
  'words-destroyed',
  'consent-refused',
  'threat-in-words',
  'personal-data-in-words',
)

export const createPublication = (needs: DirectingNeeds & { vault: Vault; newId: () => string }) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/publications',
    operationId: 'createPublication',
    tag: 'Directing',
    summary: 'The desk releases words and photos of a signal to everybody',
    description:
      'It takes the place of what was released of that signal before. Nothing that somebody wrote or sent is shown to everybody without it.',
    parameters: { path: CasePath },
    body: Publication,
    success: { 201: 'It is released; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const { vault } = needs
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const { signal: signalId, text, photos, isChecked } = body
      if (text !== undefined && hasThreat(text)) return refuse('threat-in-words')
      const [mark] = text === undefined || isChecked ? [] : findPersonalData(text)
      if (mark) return refuse('personal-data-in-words', { detail: `It looks like: ${mark.kind}.` })
      const key = await keyOf(needs, municipality, caseId, signalId)
      const publicationId = needs.newId()
      const sealed =
        text === undefined || key === undefined
          ? undefined
          : sealPublication(vault, municipality, key, { publicationId, text })
      const answer = await needs.cases(municipality, {
        type: 'PublishSignal',
        caseId,
        seals: sealed?.seals ?? { keys: [], boxes: [] },
        publish: {
          signalId,
          publicationId,
          by,
          photos,
          isReadable: key !== undefined,
          ...(sealed === undefined ? {} : { textDigest: sealed.digest }),
        },
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
