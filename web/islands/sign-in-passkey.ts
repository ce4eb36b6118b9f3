import { post } from './passkeys/post.ts'

/** Signs in with a passkey, where the browser speaks of passkeys in JSON (WebAuthn level 3). */
class SignInPasskey extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (button === null || !('parseRequestOptionsFromJSON' in (window.PublicKeyCredential ?? {})))
      return
    button.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      const isIn = await signIn().catch(() => false)
      button.disabled = false
      const status = this.querySelector('[role=status]')
      if (isIn) location.assign(this.dataset.next ?? '/')
      else if (status !== null) status.textContent = this.dataset.failed ?? ''
    })
  }
}

async function signIn(): Promise<boolean> {
  const options = await post('/auth/sign-in/passkey/options', {})
  if (!options.ok) return false
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json())
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null
  if (credential === null) return false
  return (await post('/auth/sign-in/passkey', { response: credential.toJSON() })).ok
}

customElements.define('sign-in-passkey', SignInPasskey)
