import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import type { Walker } from './walker.ts'

/** One way through the pages, from the first question to what came of it; what it says is that it came. */
export type Walk = (walker: Walker) => Promise<void>

export const IN = `/${NOORDDIJK}`
export const REPORT = `${IN}/melden`
export const DESK = `${IN}/desk`
export const SEND = 'form[data-keep] button[type=submit]'
export const HEARD = 'main [role=status]:not(:empty):not(.there)'

/** No two walks stand in one place, and none where another gait has been. */
export const lampOf = (of: number, { gait }: Walker) => `L${of * 2 - (gait.hasScripts ? 1 : 0)}`
export const placeOf = (of: number, { gait }: Walker) => ({
  lon: 5.002 + of * 0.003,
  lat: gait.hasScripts ? 52.002 : 52.012,
})
export const mailOf = (name: string, { gait }: Walker) => `${name}-${gait.language}@example.org`

export async function asAccount(
  walker: Walker,
  role: 'administrator' | 'desk' | 'privacy-officer',
) {
  const { app } = walker.site.api
  const { address } = await makeAccount(app, NOORDDIJK, { role })
  const { jar } = await signIn(app, address)
  const url = walker.site.origin
  await walker.context.addCookies([...jar].map(([name, value]) => ({ name, value, url })))
  return address
}

export async function asDesk(walker: Walker, address: string) {
  await walker.open(`${DESK}/key`)
  await walker.fill(walker.at('#key'), 'lk_of_desk')
  await walker.lead(walker.at('form:has(#key) button[type=submit]'), /\/desk\/today/)
  await walker.open(address)
}
