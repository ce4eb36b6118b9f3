import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import sql from 'sql-template-tag'
import type { Query } from './database.ts'
import { type Link, type LinkReading, readLink, signLink } from './link.ts'
import { drawBytes } from './random.ts'
import { type ReplyReading, type ReplyTo, readReply, signReply } from './reply-address.ts'
import { noteSight } from './sights.ts'
import { table } from './table.ts'

const NONCE = 12
const TAG = 16

/** Personal data as it stands in the database: a box, and apart from it the wrapped key that opens it. */
export type BoxRow = { tenant: string; id: string; key_id: string; box: Buffer }
export type KeyRow = { tenant: string; id: string; wrapped: Buffer }

export const BOXES = table<BoxRow>({
  name: 'vault.boxes',
  key: ['tenant', 'id'],
  columns: { tenant: 'text', id: 'text', key_id: 'text', box: 'bytea' },
  onConflict: 'ignore',
})

export const KEYS = table<KeyRow>({
  name: 'vault_keys.keys',
  key: ['tenant', 'id'],
  columns: { tenant: 'text', id: 'text', wrapped: 'bytea' },
  onConflict: 'ignore',
})

/** Key objects, because Node looks into a key of plain bytes at every use, which costs more than the cipher. */
export type Key = { id: string; key: KeyObject; wrapped: Buffer }

/**
 * Seals personal data, each subject under a key of its own. A key is kept wrapped by the program's master key;
 * who destroys it destroys the data, wherever a copy of the box may be.
 */
export type Vault = {
  newKey(id: string): Key
  /** The key of a subject that may have one already (a reporter who wrote before). */
  openKey(row: { id: string; wrapped: Buffer }): Key
  /** A key as it was in another installation, from its bytes, wrapped by this one's master key. */
  keyFrom(id: string, bytes: Buffer): Key
  seal(key: Key, tenant: string, boxId: string, value: unknown): BoxRow
  keyRow(key: Key, tenant: string): KeyRow
  open<T>(key: Key, tenant: string, boxId: string, box: Buffer): T
  /** The same for what is kept as a file, beside the database. */
  sealBytes(key: Key, tenant: string, id: string, bytes: Buffer): Buffer
  openBytes(key: Key, tenant: string, id: string, sealed: Buffer): Buffer
  /** A digest that nobody can try out words on without the key: what the journal holds of a text. */
  digest(key: Key, content: string | Buffer): string
  /** The same person gives the same id, and the id tells nothing of the person. */
  pseudonym(tenant: string, identity: string): string
  /** For secrets of the program itself, such as a party's webhook secret. */
  wrapSecret(purpose: string, secret: string): Buffer
  unwrapSecret(purpose: string, wrapped: Buffer): string
  /** For whoever has no key: a link that says what it is for, and that nobody else can make. */
  signLink(link: Link): string
  readLink(token: string, now_ms: number): LinkReading
  /** The same as a part of a mail address. */
  signReply(reply: ReplyTo): string
  readReply(token: string, now_ms: number): ReplyReading
}

export function openVault(secretKey: string): Vault {
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32)))
  const master = derive('lantaarn vault master')
  const pseudonyms = derive('lantaarn vault pseudonyms')
  const links = derive('lantaarn links')
  const bound = (...parts: string[]) => Buffer.from(parts.join('\u0000'))
  function keyFrom(id: string, bytes: Buffer): Key {
    const wrapped = encrypt(master, bytes, bound('key', id))
    return { id, key: createSecretKey(bytes), wrapped }
  }
  return {
    newKey: (id) => keyFrom(id, drawBytes(32)),
    keyFrom,
    openKey: (row) => ({
      ...row,
      key: createSecretKey(decrypt(master, row.wrapped, bound('key', row.id))),
    }),
    seal(key, tenant, boxId, value) {
      const plain = Buffer.from(JSON.stringify(value))
      return {
        tenant,
        id: boxId,
        key_id: key.id,
        box: encrypt(key.key, plain, bound(tenant, boxId)),
      }
    },
    keyRow: (key, tenant) => ({ tenant, id: key.id, wrapped: key.wrapped }),
    open: (key, tenant, boxId, box) =>
      JSON.parse(decrypt(key.key, box, bound(tenant, boxId)).toString()),
    sealBytes: (key, tenant, id, bytes) => encrypt(key.key, bytes, bound('file', tenant, id)),
    openBytes(key, tenant, id, sealed) {
      noteSight(tenant, key.id)
      return decrypt(key.key, sealed, bound('file', tenant, id))
    },
    digest: (key, content) => createHmac('sha256', key.key).update(content).digest('base64url'),
    pseudonym: (tenant, identity) =>
      createHmac('sha256', pseudonyms).update(bound(tenant, identity)).digest('base64url'),
    wrapSecret: (purpose, secret) => encrypt(master, Buffer.from(secret), bound('secret', purpose)),
    unwrapSecret: (purpose, wrapped) =>
      decrypt(master, wrapped, bound('secret', purpose)).toString(),
    signLink: (link) => signLink(links, link),
    readLink: (token, now_ms) => readLink(links, token, now_ms),
    signReply: (reply) => signReply(links, reply),
    readReply: (token, now_ms) => readReply(links, token, now_ms),
  }
}

function encrypt(key: KeyObject, plain: Buffer, context: Buffer): Buffer {
  const nonce = drawBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context)
  const head = cipher.update(plain)
  const tail = cipher.final()
  return Buffer.concat([nonce, head, tail, cipher.getAuthTag()])
}

function decrypt(key: KeyObject, box: Buffer, context: Buffer): Buffer {
  // Without a fixed length a tag of four bytes would do, which somebody can guess.
  const options = { authTagLength: TAG }
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), options)
    .setAAD(context)
    .setAuthTag(box.subarray(-TAG))
  return Buffer.concat([decipher.update(box.subarray(NONCE, -TAG)), decipher.final()])
}

/** The boxes that can still be opened, by id; one whose key was destroyed is left out. */
export async function readBoxes<T>(
  query: Query,
  vault: Vault,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ id: string; key_id: string; box: Buffer; wrapped: Buffer }>(sql`
    select b.id, b.key_id, b.box, k.wrapped
    from vault.boxes b
    join vault_keys.keys k on k.tenant = b.tenant and k.id = b.key_id
    where b.tenant = ${tenant} and b.id = any(${ids})`)
  return new Map(
    rows.map((row) => {
      const key = vault.openKey({ id: row.key_id, wrapped: row.wrapped })
      noteSight(tenant, row.key_id)
      return [row.id, vault.open<T>(key, tenant, row.id, row.box)]
    }),
  )
}

/** What may be noted anew: the box of before is gone. */
export async function replaceBox(query: Query, { tenant, id, key_id, box }: BoxRow): Promise<void> {
  await query(sql`delete from vault.boxes where tenant = ${tenant} and id = ${id}`)
  await query(sql`
    insert into vault.boxes (tenant, id, key_id, box) values (${tenant}, ${id}, ${key_id}, ${box})`)
}

/** The keys that exist for these subjects, as they are kept: wrapped. */
export async function readWrappedKeys(
  query: Query,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await query<{ id: string; wrapped: Buffer }>(sql`
    select id, wrapped from vault_keys.keys where tenant = ${tenant} and id = any(${ids})`)
  return new Map(rows.map(({ id, wrapped }) => [id, wrapped]))
}

/** Destroys keys, and the boxes with them. Copies of the boxes in a backup can never be opened again. */
export async function destroyKeys(
  query: Query,
  tenant: string,
  keyIds: readonly string[],
): Promise<number> {
  const [, destroyed] = await Promise.all([
    query(sql`delete from vault.boxes where tenant = ${tenant} and key_id = any(${keyIds})`),
    query(sql`
      delete from vault_keys.keys where tenant = ${tenant} and id = any(${keyIds}) returning id`),
  ])
  return destroyed.length
}

/** The same for every key whose id begins so. */
export async function destroyKeysOf(
  query: Query,
  tenant: string,
  beginnings: readonly string[],
): Promise<number> {
  const rows = await query<{ id: string }>(sql`
    select id from vault_keys.keys
    where tenant = ${tenant}
      and exists (select from unnest(${beginnings}::text[]) as b where starts_with(id, b))`)
  return destroyKeys(
    query,
    tenant,
    rows.map(({ id }) => id),
  )
}
