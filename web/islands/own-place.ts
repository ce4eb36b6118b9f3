/** Fills in where the device is, and goes on with that; without a position the rest of the page remains. */
class OwnPlace extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const form = this.querySelector('form')
    const status = this.querySelector('[role=status]')
    if (button === null || form === null || status === null || !navigator.geolocation) return
    this.hidden = false
    const fill = (name: string, value: number) => {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = String(value)
    }
    button.addEventListener('click', () => {
      button.disabled = true
      status.textContent = this.dataset.locating ?? ''
      navigator.geolocation.getCurrentPosition(
        ({ coords: { longitude, latitude, accuracy } }) => {
          fill('lon', longitude)
          fill('lat', latitude)
          fill('accuracy', Math.round(accuracy))
          form.submit()
        },
        () => {
          button.disabled = false
          status.textContent = this.dataset.failed ?? ''
        },
        { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
      )
    })
  }
}

customElements.define('own-place', OwnPlace)
