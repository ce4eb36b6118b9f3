import { createHash } from 'node:crypto'
import type { Clock } from '#kernel/clock'
import { type CaseDoor, findAssignment } from '#modules/cases'
import {
  digestReplyRefused,
  digestSheetAnswered,
  ENDS_DANGER,
  listDigestLines,
  localDay,
  type ReplyMessage,
  replyRefused,
  replySaid,
  sheetAnswered,
} from '#modules/delivery'
import type { Pool } from '#platform/database'
import { type IncomingMail, readIncomingMail } from '#platform/incoming-mail'
import { API_BASE } from '#platform/operation'
import { OUTBOX, type OutboxRow } from '#platform/outbox'
import type { ReplyTo } from '#platform/reply-address'
import { tokenIn } from '#platform/reply-address'
import { insertRows } from '#platform/table'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'

/** What became of a mail that was taken in, for whoever runs this. */
export type ReplyResult = 'taken' | 'refused' | 'automatic' | 'bounced' | 'unknown'

type Needs = {
  pool: Pool
  vault: Vault
  clock: Clock
  wake: Wake
  cases: CaseDoor
  replyTo: string
  /** The program's own HTTP: a reply can do what a link can do, and nothing else. */
  request: (path: string, init: RequestInit) => Response | Promise<Response>
}

/** What shows a place is larger; what goes with a signature is smaller. */
const LEAST_PHOTO_BYTES = 20 * 1024
const MOST_PHOTOS = 5
const PHOTO = /^image\/(jpeg|png|webp|avif)$/
const SHEET =
  /^(application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|text\/csv|application\/vnd\.ms-excel(\..*)?)$/
const SHEET_NAME = /\.(xlsx|xlsm|xls|csv)$/i
/** A link that lives for as long as one call of our own. */
const CALL_MS = 5 * 60_000

type Reply = ReplyTo & { isExpired: boolean }

/**
 * Takes in a mail from the town's own mail server. It returns once all that the mail says is committed, or once there is
 * nothing in it for us; it throws where the sender has to keep it and come again. The same mail again changes nothing.
 */
export function createTakeReply(needs: Needs) {
  const { vault, clock, replyTo } = needs
  const read = (address: string): Reply | undefined => {
    const token = tokenIn(replyTo, address)
    const reading = token === undefined ? undefined : vault.readReply(token, clock())
    if (!reading || reading.state === 'forged') return undefined
    return { ...reading.reply, isExpired: reading.state === 'expired' }
  }
  return {
    isOurs: (address: string) => read(address) !== undefined,
    async take(mail: {
      raw: Uint8Array
      sender: string
      recipients: readonly string[]
    }): Promise<ReplyResult[]> {
      const incoming = await readIncomingMail(mail.raw)
      const replies = mail.recipients.flatMap((address) => read(address) ?? [])
      const results: ReplyResult[] = []
      for (const reply of replies) {
        const id = idOf(mail.raw, incoming)
        results.push(
          await takeOne(needs, reply, incoming, { id, isFromNobody: mail.sender === '' }),
        )
      }
      return results
    },
  }
}

/** Under what the same mail is known when it comes again. */
function idOf(raw: Uint8Array, mail: IncomingMail | undefined): string {
  const said = mail?.messageId || raw
  return createHash('sha256').update(said).digest('base64url')
}

type Arrived = { id: string; isFromNobody: boolean }

async function takeOne(
  needs: Needs,
  reply: Reply,
  mail: IncomingMail | undefined,
  { id, isFromNobody }: Arrived,
): Promise<ReplyResult> {
  const { tenant, subject, isExpired } = reply
  const about = (await taskOf(needs, reply)) ?? (await digestOf(needs, reply))
  if (!about) return 'unknown'
  if (mail?.isBounce) {
    for (const assignmentId of about.tasks)
      await needs.cases(tenant, { type: 'RecordStuck', assignmentId, isUntold: true })
    return 'bounced'
  }
  // A machine is never written back to, and an answer that it quotes is not its own.
  if (isFromNobody || mail?.isAutomatic) return 'automatic'
  const refuse = async (why: string): Promise<ReplyResult> => {
    await lay(needs, about.refused(why))
    return 'refused'
  }
  if (!mail) return refuse('reply-unreadable')
  if (isExpired) return refuse('reply-expired')
  const sheet = mail.attachments.find(({ name, type }) => SHEET_NAME.test(name) || SHEET.test(type))
  if (sheet) return takeSheet(needs, reply, about, { mail, id, bytes: sheet.bytes })
  if (about.isSeveral) return refuse('which-task')
  const said = replySaid(mail.text, localDay(needs.clock()))
  if ('fault' in said) return refuse(said.fault)
  const { answer } = said
  if (ENDS_DANGER.includes(answer.answer) && (await isUnsafe(needs, reply)))
    return refuse('danger-on-page')
  const photos = await sendPhotos(needs, reply, mail, id)
  const answered = await call(needs, reply, 'assignment', `/assignments/${subject}/answers`, {
    body: JSON.stringify({
      ...answer,
      name: mail.sender === '' ? 'e-mail' : mail.sender,
      ...(photos.ids.length === 0 ? {} : { photos: photos.ids }),
    }),
    headers: {
      'content-type': 'application/json',
      'if-match': `"${reply.revision}"`,
      'idempotency-key': `mail/${id}`,
    },
  })
  if (answered.problem !== undefined) return refuse(answered.problem)
  if (photos.isOneRefused) await refuse('photo-not-taken')
  return 'taken'
}

/** What a reply is about: one task, or what a digest told. */
type About = {
  tasks: readonly string[]
  isSeveral?: true
  /** What is said back, to the party's own address. */
  refused: (why: string) => OutboxRow
  sheetTaken: (mail: string, rows: NonNullable<ReplyMessage['rows']>) => OutboxRow
}

async function taskOf(
  { pool, clock }: Needs,
  { tenant, subject: id }: Reply,
): Promise<About | undefined> {
  const row = await pool.read({ tenant }, (query) =>
    findAssignment(query, { municipality: tenant, only: id }, id),
  )
  if (!row) return undefined
  const of = { id, party: row.organisation }
  return {
    tasks: [id],
    refused: (why) => replyRefused(tenant, of, why, clock()),
    sheetTaken: (mail, rows) => sheetAnswered(tenant, of, mail, rows, clock()),
  }
}

async function digestOf(
  { pool, clock }: Needs,
  { tenant, subject: id }: Reply,
): Promise<About | undefined> {
  const lines = await pool.read({ tenant }, (query) =>
    listDigestLines(query, { tenant, digest: id }),
  )
  const listed = lines.filter(({ is_listed }) => is_listed)
  const [first] = listed
  if (!first) return undefined
  const of = { id, organisation: first.organisation }
  return {
    tasks: [...new Set(listed.map(({ assignment }) => assignment))],
    isSeveral: true,
    refused: (why) => digestReplyRefused(tenant, of, why, clock()),
    sheetTaken: (mail, rows) => digestSheetAnswered(tenant, of, mail, rows, clock()),
  }
}

async function takeSheet(
  needs: Needs,
  reply: Reply,
  about: About,
  { mail, id, bytes }: { mail: IncomingMail; id: string; bytes: Uint8Array },
): Promise<ReplyResult> {
  const name = mail.sender === '' ? 'e-mail' : mail.sender
  // Whose work it is stands in any task of theirs.
  const [subject = reply.subject] = about.tasks
  const taken = await call<{ rows: NonNullable<ReplyMessage['rows']> }>(
    needs,
    { ...reply, subject },
    'work',
    '/work-sheets',
    {
      body: new Uint8Array(bytes),
      headers: {
        'content-type': 'application/octet-stream',
        'answered-by': encodeURIComponent(name),
      },
    },
  )
  if (taken.problem !== undefined) {
    await lay(needs, about.refused(taken.problem))
    return 'refused'
  }
  // Codes alone: what people wrote in it goes into no queue.
  const rows = (taken.body?.rows ?? []).map(({ line, assignment, ...row }) => ({
    line,
    ...(assignment === undefined ? {} : { assignment }),
    ...('because' in row && row.result === 'refused'
      ? { result: row.result, because: row.because }
      : { result: row.result as 'taken' }),
  }))
  await lay(needs, about.sheetTaken(id, rows))
  return 'taken'
}

async function isUnsafe(needs: Needs, reply: Reply): Promise<boolean> {
  const path = `/assignments/${reply.subject}`
  const read = await call<{ case: { priority: string; isMadeSafe?: boolean } }>(
    needs,
    reply,
    'assignment',
    path,
    { method: 'GET' },
  )
  return read.body?.case.priority === 'danger' && read.body.case.isMadeSafe !== true
}

/** Photos go the way of every photo of a party: within its limits, and without what the camera says in them. */
async function sendPhotos(needs: Needs, reply: Reply, mail: IncomingMail, id: string) {
  const photos = mail.attachments
    .filter(({ type, bytes }) => PHOTO.test(type) && bytes.length >= LEAST_PHOTO_BYTES)
    .slice(0, MOST_PHOTOS)
  const ids: string[] = []
  for (const [i, { type, bytes }] of photos.entries()) {
    const path = `/assignments/${reply.subject}/photos`
    const sent = await call<{ id: string }>(needs, reply, 'assignment', path, {
      body: new Uint8Array(bytes),
      headers: { 'content-type': type, 'idempotency-key': `mail/${id}/${i}` },
    })
    if (sent.body) ids.push(sent.body.id)
  }
  return { ids, isOneRefused: ids.length < photos.length }
}

type Called<Body> = { body?: Body; problem?: string }

/** As whoever holds a link of this kind; a fault of ours, or too much at once, is for another time. */
async function call<Body>(
  { vault, clock, request }: Needs,
  { tenant, subject, revision }: Reply,
  kind: 'assignment' | 'work',
  path: string,
  init: RequestInit,
): Promise<Called<Body>> {
  const link = { kind, tenant, subject, revision, expires_ms: clock() + CALL_MS }
  const response = await request(`${API_BASE}${path}`, {
    method: 'POST',
    ...init,
    headers: { authorization: `Bearer ${vault.signLink(link)}`, ...init.headers },
  })
  const body = (await response.json()) as Body & { type?: string }
  if (response.status >= 500 || response.status === 429)
    throw new Error(`${path} answered ${response.status}`)
  if (response.ok) return { body }
  return { problem: (body.type ?? '').split('/').at(-1) ?? '' }
}

async function lay({ pool, wake }: Needs, row: OutboxRow): Promise<void> {
  await pool.write({ tenant: row.tenant }, (query) =>
    query(insertRows({ ...OUTBOX, onConflict: 'ignore' }, [row])),
  )
  wake.ring('outbox', [row.destination])
}
