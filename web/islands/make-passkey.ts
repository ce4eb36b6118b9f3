import { post } from './passkeys/post.ts'

/**
 * Makes a passkey for whoever has signed in. With `data-token` it first takes that invitation, by the name in its
 * field: then the account is new, and signed in, before there is a passkey.
 */
class MakePasskey extends HTMLElement {
  connectedCallback(): void {
    const part = this.querySelector('div')
    const button = this.querySelector('button')
    const isAble = 'parseCreationOptionsFromJSON' in (window.PublicKeyCredential ?? {})
    if (part === null || button === null || !isAble) return
    part.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      const to = await this.make().catch(() => undefined)
      button.disabled = false
      const status = this.querySelector('[role=status]')
      if (to !== undefined) location.assign(to)
      else if (status !== null) status.textContent = this.dataset.failed ?? ''
    })
  }

  /** Where to go then; nothing where it did not work and may be tried again here. */
  private async make(): Promise<string | undefined> {
    const { token, next, known, unfinished } = this.dataset
    const name = this.nameGiven()
    if (token === undefined) return (await addPasskey(name)) ? next : undefined
    if (name === undefined) {
      this.querySelector('input')?.focus()
      return undefined
    }
    const taken = await post('/auth/invitation', { token, name })
    if (!taken.ok) return undefined
    if ((await taken.json()).next !== 'make-passkey') return known
    // The account is there by now: what is left is done on its own page.
    return (await addPasskey(undefined).catch(() => false)) ? next : unfinished
  }

  private nameGiven(): string | undefined {
    // In an invitation the name stands in the form for a password, too: it is asked once.
    const field = document.querySelector<HTMLInputElement>(this.dataset.name ?? '#field-name')
    return field?.value.trim() || undefined
  }
}

async function addPasskey(name: string | undefined): Promise<boolean> {
  const options = await post('/auth/passkeys/options', {})
  if (!options.ok) return false
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options.json())
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const response = credential.toJSON()
  return (await post('/auth/passkeys', { response, ...(name && { name }) })).ok
}

customElements.define('make-passkey', MakePasskey)
