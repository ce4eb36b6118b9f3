import type { Pool, Query } from '#platform/database'
import { insertRows } from '#platform/table'
import { KEYS, type Key, readBoxes, readWrappedKeys, type Vault } from '#platform/vault'
import type { Seals } from './commands.ts'
import { codeOf } from './follow-code.ts'

/** What a person wrote with a signal. */
export type Words = {
  description?: string
  address?: string
  mediaUrl?: string
  attributes?: Readonly<Record<string, readonly string[]>>
  /** The point, where the category is confidential and the journal may not hold it. */
  place?: { lon: number; lat: number }
}

export type Contact = {
  email?: string
  phone?: string
  firstName?: string
  lastName?: string
  /** For letters, to whoever is told by letter. */
  postalAddress?: string
  accountId?: string
  deviceId?: string
}

/** `key` also seals the photos that came with it. */
export type SealedSignal = { seals: Seals; key: Key; textDigest: string; person?: string }

/** The channel of what things tell of themselves. They write nothing: no key is made for it, and nothing is sealed. */
export const OF_THING = 'thing'

const signalKey = (signalId: string) => `signal/${signalId}`

/** Under what the reporter's reply is sealed: there is one a case. */
export const replyIdOf = (caseId: string) => `reply/${caseId}`
/** What whoever left no address follows their report with; it is kept nowhere, and follows from the signal alone. */
export function followCodeOf(vault: Vault, municipality: string, signalId: string): string {
  return codeOf(Buffer.from(vault.pseudonym(municipality, `follow/${signalId}`), 'base64url'))
}

const contactBox = (signalId: string) => `contact/${signalId}`
const answerKey = (answerId: string) => `answer/${answerId}`

/** Who somebody is, as a pseudonym: by e-mail, else telephone, else account or device. */
export function personIn(
  vault: Vault,
  municipality: string,
  contact: { [way in 'email' | 'phone' | 'accountId' | 'deviceId']?: string | undefined },
): string | undefined {
  const given = contact.email ?? contact.phone ?? contact.accountId ?? contact.deviceId
  return given && `person/${vault.pseudonym(municipality, given.toLowerCase())}`
}

/**
 * Seals what a signal says under a key of its own, and who sent it under the key of that person, so that either
 * can be destroyed apart. A person is known by e-mail, else telephone, else account or device, as a pseudonym.
 */
export function sealSignal(
  vault: Vault,
  municipality: string,
  signalId: string,
  words: Words,
  contact: Contact,
): SealedSignal {
  const key = vault.newKey(signalKey(signalId))
  const keys = [vault.keyRow(key, municipality)]
  const boxes = [vault.seal(key, municipality, signalKey(signalId), words)]
  const textDigest = vault.digest(key, JSON.stringify(words))
  const person = personIn(vault, municipality, contact)
  if (person === undefined && Object.values(contact).every((one) => !one))
    return { seals: { keys, boxes }, key, textDigest }
  if (person === undefined) {
    boxes.push(vault.seal(key, municipality, contactBox(signalId), contact))
    return { seals: { keys, boxes }, key, textDigest }
  }
  const seal = (wrapped: Buffer | undefined) => {
    const own = wrapped ? vault.openKey({ id: person, wrapped }) : vault.newKey(person)
    return {
      key: vault.keyRow(own, municipality),
      box: vault.seal(own, municipality, contactBox(signalId), contact),
    }
  }
  return { seals: { keys, boxes, contact: { person, seal } }, key, textDigest, person }
}

/** Seals a person's remark under a key of its own. */
export function sealRemark(
  vault: Vault,
  municipality: string,
  answerId: string,
  remark: string,
): { seals: Seals; digest: string } {
  const key = vault.newKey(answerKey(answerId))
  const seals = {
    keys: [vault.keyRow(key, municipality)],
    boxes: [vault.seal(key, municipality, answerKey(answerId), { remark })],
  }
  return { seals, digest: vault.digest(key, remark) }
}

/** What stands sealed of an answer: what was written with it, and by whom where a link was used. */
export type AnswerWords = { remark?: string; name?: string }

/** Seals both under the key of the answer; of each the journal gets a keyed digest. */
export function sealAnswer(
  vault: Vault,
  municipality: string,
  answerId: string,
  words: AnswerWords,
): { seals: Seals; digests: { remarkDigest?: string; nameDigest?: string } } {
  const { remark, name } = words
  if (remark === undefined && name === undefined)
    return { seals: { keys: [], boxes: [] }, digests: {} }
  const key = vault.newKey(answerKey(answerId))
  return {
    seals: {
      keys: [vault.keyRow(key, municipality)],
      boxes: [vault.seal(key, municipality, answerKey(answerId), words)],
    },
    digests: {
      ...(remark === undefined ? {} : { remarkDigest: vault.digest(key, remark) }),
      ...(name === undefined ? {} : { nameDigest: vault.digest(key, name) }),
    },
  }
}

/** The words of signals that have not been destroyed, by signal id. */
export async function readWords(
  pool: Pool,
  vault: Vault,
  municipality: string,
  signalIds: readonly string[],
): Promise<Map<string, Words>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<Words>(query, vault, municipality, signalIds.map(signalKey)),
  )
  return new Map([...boxes].map(([id, words]) => [id.slice('signal/'.length), words]))
}

/** Who sent these signals, as far as that was given and has not been destroyed, by signal id. */
export async function readContacts(
  pool: Pool,
  vault: Vault,
  municipality: string,
  signalIds: readonly string[],
): Promise<Map<string, Contact>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<Contact>(query, vault, municipality, signalIds.map(contactBox)),
  )
  return new Map([...boxes].map(([id, contact]) => [id.slice('contact/'.length), contact]))
}

/** What was said with answers, as far as it has not been destroyed, by answer id. */
export async function readAnswerWords(
  pool: Pool,
  vault: Vault,
  municipality: string,
  answerIds: readonly string[],
): Promise<Map<string, AnswerWords>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<AnswerWords>(query, vault, municipality, answerIds.map(answerKey)),
  )
  return new Map([...boxes].map(([id, words]) => [id.slice('answer/'.length), words]))
}

/** How whoever sent a signal can be reached; undefined where that was never told, or has been destroyed. */
export async function readContact(
  pool: Pool,
  vault: Vault,
  municipality: string,
  signalId: string,
): Promise<Contact | undefined> {
  const id = `contact/${signalId}`
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<Contact>(query, vault, municipality, [id]),
  )
  return boxes.get(id)
}

/** The remarks that have not been destroyed, by what they were sealed as. */
export async function readRemarks(
  pool: Pool,
  vault: Vault,
  municipality: string,
  answerIds: readonly string[],
): Promise<Map<string, string>> {
  const boxes = await pool.read({ tenant: municipality }, (query) =>
    readBoxes<{ remark: string }>(query, vault, municipality, answerIds.map(answerKey)),
  )
  return new Map([...boxes].map(([id, { remark }]) => [id.slice('answer/'.length), remark]))
}

const publicationBox = (publicationId: string) => `publication/${publicationId}`

/** Seals the words that everybody may read under the key of their signal, so that they go with it. */
export function sealPublication(
  vault: Vault,
  municipality: string,
  key: Key,
  { publicationId, text }: { publicationId: string; text: string },
): { seals: Seals; digest: string } {
  const boxes = [vault.seal(key, municipality, publicationBox(publicationId), { text })]
  return { seals: { keys: [], boxes }, digest: vault.digest(key, text) }
}

/** The key of a signal; undefined once it is destroyed. */
export async function openSignalKey(
  pool: Pool,
  vault: Vault,
  municipality: string,
  signalId: string,
): Promise<Key | undefined> {
  const id = signalKey(signalId)
  const keys = await pool.read({ tenant: municipality }, (query) =>
    readWrappedKeys(query, municipality, [id]),
  )
  const wrapped = keys.get(id)
  return wrapped && vault.openKey({ id, wrapped })
}

/**
 * The key of a signal that came without words, made when the desk releases words of it for the first time. Of two that
 * make one at once both get the one that is kept.
 */
export async function makeSignalKey(
  pool: Pool,
  vault: Vault,
  municipality: string,
  signalId: string,
): Promise<Key> {
  const id = signalKey(signalId)
  return pool.write({ tenant: municipality }, async (query) => {
    await query(insertRows(KEYS, [vault.keyRow(vault.newKey(id), municipality)]))
    const wrapped = (await readWrappedKeys(query, municipality, [id])).get(id)
    if (!wrapped) throw new Error(`no key is kept for ${id}`)
    return vault.openKey({ id, wrapped })
  })
}

/** The released words that have not been destroyed, by publication id. */
export async function readPublished(
  query: Query,
  vault: Vault,
  municipality: string,
  publicationIds: readonly string[],
): Promise<Map<string, string>> {
  const boxes = await readBoxes<{ text: string }>(
    query,
    vault,
    municipality,
    publicationIds.map(publicationBox),
  )
  return new Map([...boxes].map(([id, { text }]) => [id.slice('publication/'.length), text]))
}
