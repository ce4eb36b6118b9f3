import assert from 'node:assert/strict'
import { setMailAddress } from '#modules/directory'
import { readMail } from '#platform/read-mail'
import { agreementOf } from './small-town.ts'
import { openTown, until } from './town.ts'

export type MailTown = Awaited<ReturnType<typeof openMailTown>>

/** A mail as its reader sees it: decoded, without the parts that a machine reads. */
export type ReadMail = {
  to: string
  subject: string
  text: string
  /** All of it, its long lines whole. */
  raw: string
  headers: string
  /** Every address in it, of the text and of the HTML. */
  links: string[]
  /** The one to the page where to answer. */
  answer: string | undefined
}

/** Noorddijk, where the lighting contractor and the team for nuisance have no software: they get their work by mail. */
export async function openMailTown(options: Parameters<typeof openTown>[0] = {}) {
  const town = await openTown({ roles: ['work'], ...options })
  const { worker, vault } = town.app
  await town.enter([
    agreementOf({
      id: 'lighting',
      party: 'lichtwerk',
      categories: ['lighting'],
      scope: { managers: ['noorddijk'] },
      reach: { channel: 'email', shareDescriptionOn: 'public task' },
      informed: ['groenwerk'],
    }),
    agreementOf({
      id: 'nuisance',
      party: 'wijkteam',
      categories: ['nuisance', 'rough-sleeper'],
      reach: { channel: 'email' },
    }),
  ])
  await setMailAddress(worker, vault, {
    organisation: 'lichtwerk',
    address: 'werk@lichtwerk.example',
    locale: 'nl',
  })
  await setMailAddress(worker, vault, {
    organisation: 'wijkteam',
    address: 'team@noorddijk.example',
    locale: 'en',
  })
  const readMails = async () => (await town.mails()).map(seen)
  return {
    ...town,
    /** As their readers see them. */
    readMails,
    /** Waits until so many mails have been sent, and gives them. */
    async mailed(count: number): Promise<ReadMail[]> {
      await until(`${count} mails were sent`, async () => (await town.mails()).length >= count)
      const all = await readMails()
      assert.equal(all.length, count)
      return all
    },
    /** The same of one reader. */
    async mailedTo(address: string, count: number): Promise<ReadMail[]> {
      const own = async () => (await readMails()).filter(({ to }) => to === address)
      await until(`${count} mails to ${address}`, async () => (await own()).length >= count)
      return own()
    },
  }
}

function seen(raw: string): ReadMail {
  const { to, subject, text } = readMail(raw)
  const [headers = ''] = raw.split('\r\n\r\n', 1)
  const whole = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const links = [...whole.matchAll(URLS)]
  return {
    to,
    subject,
    text,
    raw: whole,
    headers: headers.replaceAll(/\r\n[ \t]+/g, ' '),
    links: [...new Set([...text.matchAll(URLS), ...links].map(([url]) => url))],
    answer: [...text.matchAll(URLS)].map(([url]) => url).find((url) => url.includes('/answer/')),
  }
}

const URLS = /https?:\/\/[^\s"<>]+/g
