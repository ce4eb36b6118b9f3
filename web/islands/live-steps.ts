const EACH_MS = 1_000

/** Shows what happens as it happens: the page is read again, and of it only this part is put in its place. */
class LiveSteps extends HTMLElement {
  connectedCallback(): void {
    this.#soon()
  }

  #soon(): void {
    if (this.dataset.live !== undefined && this.isConnected) setTimeout(() => this.#look(), EACH_MS)
  }

  async #look(): Promise<void> {
    const next = document.hidden ? undefined : await this.#read()
    // What is the same stays, so that nobody hears it twice and nothing loses its focus.
    if (next && next.innerHTML !== this.innerHTML) {
      this.replaceChildren(...next.childNodes)
      if (next.getAttribute('data-live') === null) this.removeAttribute('data-live')
    }
    this.#soon()
  }

  async #read(): Promise<Element | null> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      if (!answer.ok) return null
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      return page.querySelector('live-steps')
    } catch {
      // Without a connection there is nothing new; the next time there may be.
      return null
    }
  }
}

customElements.define('live-steps', LiveSteps)
