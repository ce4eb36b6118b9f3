/** What was answered to a report that was just sent: only its own page and only the browser that sent it sees it. */
export type JustSent = { number: string; code: string; sentence: string; isMeToo: boolean }

const NAME = 'sent'
const LASTS_S = 3_600

export const sentAddress = (town: string) => `/${town}/melden/klaar`

export function sentCookie(town: string, sent: JustSent, origin: string): string {
  const value = Buffer.from(JSON.stringify(sent)).toString('base64url')
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${value}; Path=${sentAddress(town)}; Max-Age=${LASTS_S}; SameSite=Lax; HttpOnly${secure}`
}

/** A cookie is what a browser says: anything but what we wrote is nothing. */
export function sentIn(cookies: ReadonlyMap<string, string>): JustSent | undefined {
  try {
    const read = JSON.parse(Buffer.from(cookies.get(NAME) ?? '', 'base64url').toString())
    const { number, code, sentence, isMeToo } = read as Record<string, unknown>
    const texts = [number, code, sentence]
    if (!texts.every((one) => typeof one === 'string' && one.length < 500)) return undefined
    return { number, code, sentence, isMeToo: isMeToo === true } as JustSent
  } catch {
    return undefined
  }
}
