/** Puts `data-text`, or else the address of the page, on the clipboard, and says so to whoever hears the page, too. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const status = this.querySelector('[role=status]')
    // Without a clipboard, such as over plain http, the button stays hidden.
    if (button === null || status === null || navigator.clipboard === undefined) return
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(this.dataset.text ?? location.href)
      status.textContent = this.dataset.done ?? ''
    })
  }
}

customElements.define('copy-link', CopyLink)
