import type { MapOptions } from './lantaarn-map/map-options.ts'

/**
 * A map beside a list that gives the same. Loading → shown → (gone from the page) → closed; where the browser cannot
 * draw it, it says so and the list remains. MapLibre is fetched only once such an element comes into sight.
 */
class LantaarnMap extends HTMLElement {
  #observer: IntersectionObserver | undefined
  #closing: (() => void) | undefined

  connectedCallback(): void {
    this.hidden = false
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      this.#observer?.disconnect()
      void this.#open()
    })
    this.#observer.observe(this)
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect()
    this.#closing?.()
  }

  async #open(): Promise<void> {
    const options = JSON.parse(this.dataset.options ?? '{}') as MapOptions
    try {
      const { openMap } = await import('./lantaarn-map/open-map.ts')
      const close = await openMap(this, options)
      if (this.isConnected) this.#closing = close
      else close()
    } catch (error) {
      this.dataset.state = 'failed'
      this.replaceChildren(
        Object.assign(document.createElement('p'), { textContent: options.words.noMap }),
      )
      console.warn(error)
    }
  }
}

customElements.define('lantaarn-map', LantaarnMap)
