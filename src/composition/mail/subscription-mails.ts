import { type CaseRow, caseInWords } from '#modules/cases'
import { fill, findTemplate, SUBSCRIBER_FOOTER } from '#modules/delivery'
import {
  type AskedMessage,
  changeInWords,
  findSubscriber,
  listNewsOf,
  listSubscriptions,
  MOST_IN_MAIL,
  NEWS_LINK_LASTS_MS,
  type NewsMessage,
  readAddress,
  takeNews,
} from '#modules/subscriptions'
import { isPlaced } from '../public-changes.ts'
import { createAboutOf, readPublicCases } from '../subscription-words.ts'
import type { Town } from '../town.ts'
import type { MailNeeds } from './mail-needs.ts'
import type { ComposeMail } from './mail-sender.ts'

/** Longer than a confirmation waits: whoever comes late is told so by the page. */
const ASKED_LINK_LASTS_MS = 48 * 3_600_000

type Locale = 'nl' | 'en'

/** Asks whoever has the address whether they asked for this. Nothing else is mailed before they say so. */
export function composeSubscriptionAsked(needs: MailNeeds): ComposeMail {
  const aboutOf = createAboutOf(needs)
  return async ({ tenant, body, created_at }) => {
    const { subscriber: id, number } = body as AskedMessage
    const found = await readSubscriber(needs, tenant, id)
    const row = found?.subscriptions.find((one) => one.number === number)
    // Ended, or over, before the mail left.
    if (!found || !row) return undefined
    const { locale, email: to } = found
    const [about = ''] = await aboutOf(tenant, [row.filter], locale)
    const link = linkOf(needs, tenant, {
      id,
      number,
      expires_ms: created_at + ASKED_LINK_LASTS_MS,
    })
    const mail = await filled(needs, tenant, 'subscription-asked', locale, { about, link })
    return { to, ...mail }
  }
}

/** All that is new for one subscriber, a paragraph a case, as everybody may know it when the mail leaves. */
export function composeSubscriptionNews(needs: MailNeeds): ComposeMail {
  const { pool, clock } = needs
  return async ({ tenant, id: mail, body }) => {
    const { subscriber: id } = body as NewsMessage
    const news = await pool.write({ tenant }, async (query) => {
      await takeNews(query, tenant, { subscriber: id, mail, now_ms: clock() })
      return listNewsOf(query, tenant, id, mail)
    })
    const found = await readSubscriber(needs, tenant, id)
    if (!found || news.length === 0) return undefined
    const last = new Map(news.map((one) => [one.case_id, one.type]))
    const rows = await readPublicCases(needs, tenant, [...last.keys()])
    if (rows.length === 0) return undefined
    const { locale, email: to } = found
    const town = await needs.towns.get(tenant)
    const origin = `${needs.publicUrl()}/${tenant}`
    const told = rows.slice(0, MOST_IN_MAIL).map((row) => {
      const changed = changeInWords(last.get(row.id) ?? '', locale)
      return [headOf(row, town, locale), changed, `${origin}/cases/${row.number}`].join('\n')
    })
    const more = rows.length - told.length
    if (more > 0) told.push(`${MORE[locale](more)}\n${origin}`)
    const expires_ms = clock() + NEWS_LINK_LASTS_MS
    const link = linkOf(needs, tenant, { id, number: 0, expires_ms })
    const text = await filled(needs, tenant, 'subscription-news', locale, {
      news: told.join('\n\n'),
      link,
    })
    return {
      to,
      ...text,
      headers: {
        'List-Unsubscribe': `<${link}/stop>`,
        // RFC 8058: mail readers show a button that asks nothing more.
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }
  }
}

const MORE: Record<Locale, (count: number) => string> = {
  nl: (count) => `En er is nieuws over nog ${count} andere meldingen.`,
  en: (count) => `And there is news about ${count} more reports.`,
}

async function readSubscriber({ pool, vault }: MailNeeds, tenant: string, id: string) {
  return pool.read({ tenant }, async (query) => {
    const known = await findSubscriber(query, tenant, id)
    const email = known && (await readAddress(query, vault, tenant, id))
    if (!known || email === undefined) return undefined
    return { ...known, email, subscriptions: await listSubscriptions(query, tenant, id) }
  })
}

function linkOf(
  { vault, publicUrl }: MailNeeds,
  tenant: string,
  of: { id: string; number: number; expires_ms: number },
): string {
  const { id: subject, number: revision, expires_ms } = of
  const token = vault.signLink({ kind: 'subscriber', tenant, subject, revision, expires_ms })
  return `${publicUrl()}/${tenant}/volgen/${token}`
}

async function filled(
  { pool, towns }: MailNeeds,
  tenant: string,
  kind: 'subscription-asked' | 'subscription-news',
  locale: Locale,
  values: { about?: string; news?: string; link: string },
): Promise<{ subject: string; text: string }> {
  const template = await pool.read({ tenant }, (query) => findTemplate(query, tenant, kind, locale))
  const municipality = (await towns.get(tenant)).municipality.name
  const { subject, text } = fill(template, { ...values, municipality })
  return { subject, text: text + SUBSCRIBER_FOOTER[locale](`${values.link}/stop`) }
}

/** What and where, as far as everybody may know where it is. */
function headOf(row: CaseRow, town: Town, locale: Locale): string {
  const { category } = caseInWords(row, town, locale)
  if (!isPlaced(row, town)) return `${category} (${row.number})`
  const asset = row.asset_id === null ? undefined : town.assets.byId(row.asset_id)
  const area = row.areas
    .map((id) => town.areas.area(id))
    .find((one) => one?.kind === 'neighbourhood')
  const where = [asset?.street, area?.name].filter((one) => one !== undefined)
  return [category, ...where].join(', ').concat(` (${row.number})`)
}
