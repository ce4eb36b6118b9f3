import { forget, type Kept, keep, readKept } from './kept-report/kept.ts'

/**
 * Keeps a report on this device until the program has it. Typed → kept (before anything is sent) → sent, and forgotten only
 * then. Without a connection it waits for one, here or on the next visit; the key in the form makes it one report however often it is sent.
 */
class KeptReport extends HTMLElement {
  #isSending = false
  #cleanUp = new AbortController()

  async connectedCallback(): Promise<void> {
    const { signal } = this.#cleanUp
    addEventListener('online', () => void this.#sendAll(), { signal })
    this.#button('send')?.addEventListener('click', () => void this.#sendAll(), { signal })
    this.#button('forget')?.addEventListener('click', () => void this.#forgetAll(), { signal })
    const form = document.querySelector<HTMLFormElement>('form[data-keep]')
    form?.addEventListener('submit', (event) => this.#submit(event, form), { signal })
    if ((await readKept()).length > 0) {
      this.hidden = false
      if (navigator.onLine) await this.#sendAll()
    }
  }

  disconnectedCallback(): void {
    this.#cleanUp.abort()
  }

  #button(name: string) {
    return this.querySelector<HTMLButtonElement>(`[data-do=${name}]`)
  }

  #tell(text: string | undefined, hasMore: boolean): void {
    this.hidden = false
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = text ?? ''
    for (const name of ['send', 'forget']) {
      const button = this.#button(name)
      if (button) button.hidden = !hasMore
    }
  }

  #submit(event: SubmitEvent, form: HTMLFormElement): void {
    event.preventDefault()
    void this.#keepAndSend(form)
  }

  async #keepAndSend(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button) button.disabled = true
    const fields = [...new FormData(form)]
    const key = String(new FormData(form).get('key'))
    const kept: Kept = { key, address: form.action, fields, kept_ms: Date.now() }
    const isKept = await keep(kept).then(
      () => true,
      () => false,
    )
    const answer = await send(kept)
    if (button) button.disabled = false
    if (answer === 'sent') {
      await forget(key)
      location.assign(sentPage(kept))
    } else if (answer === 'refused' || !isKept) {
      // The page itself says what is wrong, with all that was typed.
      await forget(key)
      form.submit()
    } else {
      this.#tell(this.dataset.offline, true)
      this.scrollIntoView({ block: 'center' })
    }
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (const kept of await readKept()) {
        const answer = await send(kept)
        if (answer === 'unreached') return this.#tell(this.dataset.offline, true)
        await forget(kept.key)
        this.#tell(answer === 'sent' ? this.dataset.sent : this.dataset.refused, false)
        // Whoever still looks at the form of this report goes on to what became of it.
        const form = document.querySelector<HTMLInputElement>('form[data-keep] [name=key]')
        if (answer === 'sent' && form?.value === kept.key) location.assign(sentPage(kept))
      }
    } finally {
      this.#isSending = false
    }
  }

  async #forgetAll(): Promise<void> {
    for (const { key } of await readKept()) await forget(key)
    this.hidden = true
  }
}

const sentPage = ({ address }: Kept) =>
  new URL(address).pathname.replace(/(\/melden)\/.+$/, '$1/klaar')

/** A redirect is the answer to a report that was taken; what is refused comes back as a page. */
async function send({ address, fields }: Kept): Promise<'sent' | 'refused' | 'unreached'> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  try {
    const answer = await fetch(address, { method: 'POST', body })
    if (answer.redirected && new URL(answer.url).pathname.endsWith('/klaar')) return 'sent'
    return answer.status >= 500 || answer.status === 429 ? 'unreached' : 'refused'
  } catch {
    return 'unreached'
  }
}

customElements.define('kept-report', KeptReport)
