import { byOpen311To } from '#modules/delivery'
import type { Endpoint } from '#modules/directory'
import { byMailTo } from '#platform/by-mail'
import type { Town } from '../town.ts'

/** How the agreements of a town reach an organisation: only ways with a system, or a mailbox, behind them. */
export const CHANNEL_KINDS = ['webhook', 'open311', 'email'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

export type Channel = { organisation: string; name: string; kind: ChannelKind; destination: string }

/** By organisation and kind, of the newest version of every agreement and of those that are only informed. */
export function channelsOf(town: Town): Channel[] {
  const found = new Map<string, Channel>()
  const add = (organisation: string, kind: ChannelKind) => {
    const name = town.parties.get(organisation)?.name ?? organisation
    const destination = destinationOf(organisation, kind)
    found.set(destination, { organisation, name, kind, destination })
  }
  for (const versions of town.agreements.values()) {
    const { agreement } = versions.at(-1) ?? {}
    if (!agreement || agreement.basis === 'owner-only') continue
    const { channel } = agreement.reach
    if (channel !== 'desk') add(agreement.party, channel)
    for (const informed of agreement.informed) add(informed, 'webhook')
  }
  return [...found.values()].sort((a, b) => (a.destination < b.destination ? -1 : 1))
}

function destinationOf(organisation: string, kind: ChannelKind): string {
  if (kind === 'email') return byMailTo(organisation)
  return kind === 'open311' ? byOpen311To(organisation) : organisation
}

/** Whether this endpoint is what the channel needs. */
export const serves = (endpoint: Endpoint | undefined, kind: ChannelKind) =>
  endpoint !== undefined && (endpoint.kind ?? 'webhook') === kind

/** Its host and no more: what stands behind it may be secret. */
export const hostOf = (url: string) => URL.parse(url)?.host
