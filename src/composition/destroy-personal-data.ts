import sql from 'sql-template-tag'
import {
  filesOf,
  findCase,
  listAnswers,
  listPhotos,
  listSignals,
  removePhotos,
} from '#modules/cases'
import { addressDigest, findSubscriberOf, stopSubscriptions } from '#modules/subscriptions'
import { destroyKeys, destroyKeysOf } from '#platform/vault'
import type { App } from '../app.ts'

/**
 * Destroys the words and photos of every signal, answer and decision of the desk on a case, for ever: their keys go, and what
 * is left of them in any backup cannot be opened. The journal keeps that it happened, and its chain still verifies.
 */
export async function destroyCaseWords(
  app: Pick<App, 'pool' | 'cases' | 'files'>,
  municipality: string,
  number: string,
  by: string,
): Promise<{ signals: number } | undefined> {
  const { pool, cases } = app
  const found = await pool.read({ tenant: municipality }, async (query) => {
    const row = await findCase(query, municipality, number, true)
    if (!row) return undefined
    const { id } = row
    const photos = await listPhotos(query, municipality, id)
    return { id, photos, signals: await listSignals(query, municipality, id) }
  })
  if (!found) return undefined
  for (const { id: signalId } of found.signals)
    await cases(municipality, { type: 'DestroyText', caseId: found.id, signalId, by })
  await pool.write({ tenant: municipality }, async (query) => {
    const answers = await listAnswers(query, municipality, found.id)
    const evidence = await listPhotos(query, municipality, found.id)
    await destroyKeys(query, municipality, [
      ...answers.map(({ id }) => `answer/${id}`),
      ...evidence.map(({ key_id }) => key_id),
    ])
    await removePhotos(
      query,
      municipality,
      evidence.map(({ id }) => id),
    )
    await destroyKeysOf(query, municipality, [
      `answer/overruling/${found.id}/`,
      `answer/closure/${found.id}`,
      `answer/remark/${found.id}/`,
      `answer/danger/${found.id}/`,
      `answer/reply/${found.id}`,
      `answer/wrongful/${found.id}/`,
    ])
  })
  await app.files.remove(municipality, filesOf(found.photos))
  return { signals: found.signals.length }
}

/** Destroys who a person is in every report of theirs, and all that they follow; what they reported stays. */
export async function destroyPerson(
  app: Pick<App, 'pool' | 'vault'>,
  municipality: string,
  identity: string,
): Promise<{ contacts: number }> {
  const person = `person/${app.vault.pseudonym(municipality, identity.toLowerCase())}`
  return app.pool.write({ tenant: municipality }, async (query) => {
    const [row] = await query<{ contacts: number }>(sql`
      select count(*) as contacts from vault.boxes
      where tenant = ${municipality} and key_id = ${person}`)
    await destroyKeys(query, municipality, [person])
    const digest = addressDigest(app.vault, municipality, identity)
    const subscriber = await findSubscriberOf(query, municipality, digest)
    if (subscriber !== undefined)
      await stopSubscriptions(query, municipality, subscriber, { now_ms: Date.now() })
    return { contacts: row?.contacts ?? 0 }
  })
}
