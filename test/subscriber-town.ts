import assert from 'node:assert/strict'
import pg from 'pg'
import { type Call, openApiTown } from './api-town.ts'
import { type ReadMail, readMail } from './read-mail.ts'
import { NOORDDIJK, until } from './town.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

export type SubscriberTown = Awaited<ReturnType<typeof openSubscriberTown>>

/** Noorddijk with whoever reads what happens and carries it out, and people who follow it. */
export async function openSubscriberTown(own: Parameters<typeof openApiTown>[0] = {}) {
  const api = await openApiTown({ roles: ['work'], ...own })
  const { town } = api
  const rows = (text: string) => asWorker(town.database.workerUrl, text)
  const readMails = async () => (await town.mails()).map(readMail)
  /** Whatever the journal holds by now has been read for whoever follows. */
  const caughtUp = () =>
    until('the journal was read', async () => {
      town.app.wake.ring(`journal:${NOORDDIJK}`)
      const behind = await rows(`
        select to_jsonb(h) as row from journal.heads h
        left join subscriptions.checkpoints c on c.municipality = h.municipality
        where h.municipality = '${NOORDDIJK}' and h.position is distinct from c.position`)
      return behind.length === 0
    })
  /** Every mail that is due by the clock has left. */
  const settled = () =>
    until('no mail waits that is due', async () => {
      town.app.wake.ring('outbox')
      const now = new Date(town.clock()).toISOString()
      const due = await rows(`
        select to_jsonb(o) as row from platform.outbox o
        where destination like 'mail%' and delivered_at is null and cancelled_at is null
          and due_at <= '${now}'`)
      return due.length === 0
    })
  const ask = (body: object, call: Call = {}) =>
    api.post(`/subscriptions?municipality=${NOORDDIJK}`, { body, ...call })
  const mailsTo = async (address: string): Promise<ReadMail[]> => {
    await settled()
    return (await readMails()).filter(({ to }) => to === address)
  }
  const withLink = (method: string, path: string, token: string) =>
    api.call(method, path, { token })
  return {
    ...api,
    rows,
    caughtUp,
    settled,
    ask,
    mailsTo,
    withLink,
    /** The newest link that an address got. */
    async linkTo(address: string): Promise<string> {
      const link = tokenIn((await mailsTo(address)).at(-1))
      assert(link, `a link was mailed to ${address}`)
      return link
    },
    /** Somebody who asked for it and confirmed it. */
    async follow(email: string, about: object, call: Call = {}): Promise<string> {
      await caughtUp()
      const asked = await ask({ email, ...about }, call)
      assert.equal(asked.status, 202, asked.text)
      const token = await this.linkTo(email)
      const told = await withLink('POST', '/subscription-confirmations', token)
      assert.equal(told.status, 201, told.text)
      return token
    },
    /** What is new has been read, its time is over, and every mail of it has left. */
    async told(after_ms = 31 * MINUTE_MS): Promise<void> {
      await caughtUp()
      town.pass(after_ms)
      await settled()
    },
  }
}

export function tokenIn(mail: ReadMail | undefined): string {
  return /\/volgen\/(ll_[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

// biome-ignore lint/suspicious/noExplicitAny: rows are looked at whole
async function asWorker(url: string, text: string): Promise<any[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ row: unknown }>(text)
    return rows.map(({ row }) => row)
  } finally {
    await client.end()
  }
}
