import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Chosen, chosenIn, fieldsOf, placeIn } from './read-intake.ts'

/** After the last key somebody waits so long before it is looked up. */
const TYPED_MS = 500
const LOOKED_AT = ['category', 'q', 'found', 'asset', 'place', 'phone', 'email']

/**
 * While one types, what is known is looked up by itself, and the place that was found or pointed at stands in the fields
 * that are sent; the buttons do the same without a script. Gives the place that is chosen, and the kind.
 */
export function useIntakeForm(
  form: RefObject<HTMLFormElement | null>,
  look: (fields: FormData) => void,
  begun: { at: Chosen | undefined; category: string },
): { at: Chosen | undefined; category: string } {
  const [at, setAt] = useState(begun.at)
  const [category, setCategory] = useState(begun.category)
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isFound = false
    const lookNow = () => {
      clearTimeout(timer)
      const fields = new FormData(element)
      fields.set('do', 'look')
      latest.current(fields)
    }
    const lookSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(lookNow, TYPED_MS)
    }
    const fieldOf = (name: string) => element.elements.namedItem(name) as HTMLInputElement
    const choose = (place: Chosen | undefined) => {
      const own = place
        ? fieldsOf(place, isFound ? '' : fieldOf('address').value)
        : { asset: '', place: '', address: isFound ? '' : fieldOf('address').value }
      for (const [name, value] of Object.entries(own)) fieldOf(name).value = value
      setAt(place)
    }
    const unmark = () => {
      for (const one of element.querySelectorAll<HTMLInputElement>('input[name=found]'))
        one.checked = false
    }
    const onInput = ({ target }: Pick<Event, 'target'>) => {
      const { name, value } = target as HTMLInputElement
      if (name === 'found') {
        const chosen = chosenIn(value)
        choose(chosen)
        isFound = chosen?.address !== undefined
      } else if (name === 'q') {
        // Another place is looked for: the one before is not meant any more.
        if (element.querySelector('input[name=found]:checked')) choose(undefined)
        unmark()
        isFound = false
      } else if (name === 'asset' || name === 'place') {
        unmark()
        const typed = placeIn({ place: fieldOf('place').value })
        setAt(typed.ok && typed.place && !fieldOf('asset').value ? typed.place : undefined)
      } else if (name === 'category') setCategory(value)
      if (LOOKED_AT.includes(name)) lookSoon()
    }
    const onPointed = (event: Event) => {
      unmark()
      choose((event as CustomEvent<Chosen>).detail)
      isFound = false
      lookSoon()
    }
    const onKey = (event: KeyboardEvent) => {
      const does = event.ctrlKey && event.key === 'Enter' ? 'send' : undefined
      const asked = does ?? (event.altKey && event.key.toLowerCase() === 'k' ? 'look' : undefined)
      if (!asked) return
      event.preventDefault()
      element.requestSubmit(element.querySelector<HTMLButtonElement>(`button[value=${asked}]`))
    }
    const onSubmit = (event: SubmitEvent) => {
      if ((event.submitter as HTMLButtonElement | null)?.value !== 'look') return
      event.preventDefault()
      lookNow()
    }
    const heard = [
      ['input', onInput],
      ['lantaarn-place', onPointed],
      ['keydown', onKey],
      ['submit', onSubmit],
    ] as const
    for (const [name, hear] of heard) element.addEventListener(name, hear as EventListener)
    // What was typed and chosen before the page came to run was heard by nobody.
    for (const field of element.elements) if (isTyped(field)) onInput({ target: field })
    return () => {
      clearTimeout(timer)
      for (const [name, hear] of heard) element.removeEventListener(name, hear as EventListener)
    }
  }, [form])
  return { at, category }
}

/** Whether somebody filled in something else than the page came with. */
function isTyped(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const { selectedOptions, options } = field
    const given = [...options].find(({ defaultSelected }) => defaultSelected) ?? options[0]
    return selectedOptions[0] !== given
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
  return field.type === 'radio'
    ? field.checked && !field.defaultChecked
    : field.value !== field.defaultValue
}
