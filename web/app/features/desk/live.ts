import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useSetting } from '../../setting.ts'
import { hearsAll, type Seat } from './seat.ts'

export type Presence = { case: string; at: string; doing: 'looking' | 'editing' }

const SAY_EVERY_MS = 10_000

/**
 * Keeps a page of the desk as it is now, and lets other desks see which case it has before it. Where scripts do not run,
 * or the stream is away, the page stays as it was read. Who else is there, without this window.
 */
export function useLive(
  { formToken, seat }: { formToken: string; seat: Seat },
  number?: string,
): readonly Presence[] {
  const { town } = useSetting()
  const { revalidate } = useRevalidator()
  const [others, setOthers] = useState<readonly Presence[]>([])
  const address = `/${town?.id}/desk/live`
  const hears = hearsAll(seat)
  useEffect(() => {
    if (!hears) return
    const own = crypto.randomUUID()
    const stream = new EventSource(address)
    // What happened between the reading of the page and now was told to nobody, nor what happened while it was away.
    stream.addEventListener('open', () => void revalidate())
    stream.addEventListener('changed', () => void revalidate())
    stream.addEventListener('presences', (event) => {
      const { presences } = JSON.parse((event as MessageEvent<string>).data)
      setOthers((presences as Presence[]).filter(({ at }) => at !== own))
    })
    const stop = number === undefined ? undefined : sayPresence(address, { formToken, number, own })
    return () => {
      stream.close()
      stop?.()
    }
  }, [address, formToken, hears, number, revalidate])
  return others
}

const FIELDS = 'textarea, select, input:not([type=hidden])'

/** Says it again and again, and at once where somebody begins to write. */
function sayPresence(
  address: string,
  { formToken, number, own }: { formToken: string; number: string; own: string },
): () => void {
  let isEditing = false
  const bodyOf = (doing: string) => new URLSearchParams({ formToken, case: number, at: own, doing })
  const say = () =>
    // What is not heard now is said again in a moment.
    void fetch(address, { method: 'POST', body: bodyOf(isEditing ? 'editing' : 'looking') }).catch(
      () => undefined,
    )
  const notice = () => {
    const now = document.activeElement?.closest('main')
      ? document.activeElement.matches(FIELDS)
      : false
    if (now === isEditing) return
    isEditing = now
    say()
  }
  const leave = () => void navigator.sendBeacon(address, bodyOf('gone'))
  say()
  const timer = setInterval(say, SAY_EVERY_MS)
  document.addEventListener('focusin', notice)
  document.addEventListener('focusout', notice)
  window.addEventListener('pagehide', leave)
  return () => {
    clearInterval(timer)
    document.removeEventListener('focusin', notice)
    document.removeEventListener('focusout', notice)
    window.removeEventListener('pagehide', leave)
    leave()
  }
}
