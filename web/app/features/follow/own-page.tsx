import { data, type LoaderFunctionArgs } from 'react-router'
import { townOf, visitContext } from '../../visit.ts'
import { type Refused, readOwn } from './own.ts'
import { DeadLink, OwnCase } from './own-parts.tsx'

const STATUS = { read: 200, expired: 410, forged: 404 } as const

/** The case of whoever holds the link. What a mail reader or a scanner opens by itself changes nothing. */
export async function loadOwn({ context, request, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  const told = new URL(request.url).searchParams.get('told') ?? undefined
  return data({ town, token, read, told, now_ms: visit.now_ms }, STATUS[read.state])
}

export type Own = Awaited<ReturnType<typeof loadOwn>>['data']

type Page = { own: Own; told?: string; refused?: Refused | null; isStop?: boolean }

/** `told`: what was just done; `refused`: what was typed and not taken, to be sent again; `isStop`: about mail first. */
export function OwnPage(page: Page) {
  const { town, token, read, now_ms } = page.own
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  return (
    <OwnCase
      town={town.id}
      token={token}
      one={read.one}
      told={page.told}
      refused={page.refused ?? undefined}
      now_ms={now_ms}
      isStop={page.isStop}
    />
  )
}
