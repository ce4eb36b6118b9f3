/**
 * On a step of a report: has the browser keep a page for when there is no connection. On that page itself: goes on by
 * itself once there is one.
 */
class ReportOffline extends HTMLElement {
  readonly #cleanUp = new AbortController()

  connectedCallback(): void {
    const { worker, scope } = this.dataset
    const { signal } = this.#cleanUp
    if (worker === undefined || scope === undefined)
      addEventListener('online', () => location.reload(), { signal })
    // After the page itself, which needs the line first.
    else if (document.readyState === 'complete') void prepare(worker, scope)
    else addEventListener('load', () => void prepare(worker, scope), { signal })
  }

  disconnectedCallback(): void {
    this.#cleanUp.abort()
  }
}

/** Where the browser has no workers, or keeps none, its own page remains what people see. */
async function prepare(worker: string, scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(worker, { scope })
  } catch (error) {
    console.info('no page is kept for when there is no connection', error)
  }
}

customElements.define('report-offline', ReportOffline)
