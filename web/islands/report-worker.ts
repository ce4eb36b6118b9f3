/** What a worker of this kind has and a page has not, as far as this one uses it. */
type Worker = {
  location: Location
  registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'activate' | 'fetch',
    hear: (event: Extendable & Asked) => void,
  ): void
}
type Extendable = { waitUntil(work: Promise<unknown>): void }
type Asked = {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

/**
 * Stands beside the steps of a report. Installed → has our page for "no connection" at hand → active: whoever goes to a
 * next step without a connection reads that page instead of the browser's own. It keeps that one page and what it
 * loads, as anybody sees it: no answer, no cookie, nothing that somebody filled in. Its address names the build and
 * the language, so that another build or language is another worker with a page of its own.
 */
const worker = self as unknown as Worker
const { scope } = worker.registration
const asked = new URL(worker.location.href).searchParams
const own = `${scope} ${asked.get('build')} ${asked.get('language')}`
const page = `${scope}/zonder-verbinding?lang=${asked.get('language')}`
const LOADED = /(?:href|src)="(\/(?:assets|themes)\/[^"]+)"/g

worker.addEventListener('install', (event) => event.waitUntil(prepare()))
worker.addEventListener('activate', (event) => event.waitUntil(begin()))
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  if (method !== 'GET') return
  if (mode === 'navigate') event.respondWith(step(event))
  else if (/^\/(assets|themes)\//.test(new URL(url).pathname))
    event.respondWith(loaded(event.request))
})

async function prepare(): Promise<void> {
  const answer = await fetch(page, { credentials: 'omit' })
  if (!answer.ok) throw new Error(`${page} answers ${answer.status}`)
  const text = await answer.clone().text()
  const parts = [...text.matchAll(LOADED)].map(([, address = '']) => address)
  const cache = await caches.open(own)
  await cache.addAll(parts.map((address) => address.replaceAll('&amp;', '&')))
  await cache.put(page, answer)
  await worker.skipWaiting()
}

async function begin(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(`${scope} `) && name !== own)
  await Promise.all(old.map((name) => caches.delete(name)))
  // The page is asked for while this starts, so that nobody with a connection waits for it.
  await worker.registration.navigationPreload.enable()
}

async function step({ request, preloadResponse }: Asked): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request))
  } catch (error) {
    return kept(page, error)
  }
}

async function loaded(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    return kept(request.url, error)
  }
}

/** What is at hand, else the failure that there was. */
async function kept(address: string, error: unknown): Promise<Response> {
  const answer = await (await caches.open(own)).match(address)
  if (answer === undefined) throw error
  return answer
}

// A file of its own, whose names are no other's.
export {}
