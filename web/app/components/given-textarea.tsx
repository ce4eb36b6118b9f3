import { type ComponentProps, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

type Typing = { value: string; from: number; to: number; isAt: boolean }

const never = () => () => {}

/**
 * A field that begins with a text. React puts that text back when it takes over a page (`initTextarea`): whoever was
 * quicker would lose what they typed or chose, and send the text that they had taken out.
 */
export function GivenTextarea({
  given,
  id,
  ...props
}: Omit<ComponentProps<'textarea'>, 'defaultValue' | 'value' | 'ref'> & {
  id: string
  given: string
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const typed = useRef<Typing>(undefined)
  const isTakenOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  if (isTakenOver && typeof document !== 'undefined') typed.current ??= typingIn(id)
  useLayoutEffect(() => {
    const { current: now } = field
    const { current: before } = typed
    typed.current = undefined
    // What was typed meanwhile is newer than what we saw.
    if (!now || !before || now.value !== given) return
    if (before.value !== given) now.value = before.value
    if (before.isAt) now.setSelectionRange(before.from, before.to)
  }, [given])
  return <textarea {...props} id={id} ref={field} defaultValue={given} />
}

function typingIn(id: string): Typing | undefined {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement)) return undefined
  const { value, selectionStart: from, selectionEnd: to } = field
  return { value, from, to, isAt: document.activeElement === field }
}
