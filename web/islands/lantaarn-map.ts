import type { MapOptions } from './lantaarn-map/map-options.ts'
import type { Use } from './lantaarn-map/pick.ts'

/**
 * A map beside a list that gives the same. Loading → shown → (gone from the page) → closed; where the browser cannot
 * draw it, it says so and the list remains. MapLibre is fetched only once such an element comes into sight.
 */
class LantaarnMap extends HTMLElement {
  #observer: IntersectionObserver | undefined
  #shown: Use | undefined

  static readonly observedAttributes = ['data-options']

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
    this.#shown?.leave()
    this.#shown = undefined
  }

  /** A page that hydrates tells another place by its options; nothing else of them changes. */
  attributeChangedCallback(): void {
    const { at } = this.#options()
    if (at) this.#shown?.go(at)
  }

  #options(): MapOptions {
    return JSON.parse(this.dataset.options ?? '{}') as MapOptions
  }

  async #open(): Promise<void> {
    const options = this.#options()
    try {
      const { openMap } = await import('./lantaarn-map/open-map.ts')
      const shown = await openMap(this, options)
      if (!this.isConnected) return shown.leave()
      this.#shown = shown
      const { at } = this.#options()
      if (at && (at.lon !== options.at?.lon || at.lat !== options.at.lat)) shown.go(at)
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
