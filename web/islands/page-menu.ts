/** Escape closes the menu, and whoever opened it is back at what opens it. */
class PageMenu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', ({ key }) => {
      const open = this.querySelector('details[open]')
      if (key !== 'Escape' || open === null) return
      open.removeAttribute('open')
      open.querySelector('summary')?.focus()
    })
  }
}

customElements.define('page-menu', PageMenu)
