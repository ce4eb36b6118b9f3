/** A report as its form had it, under the key that makes it one however often it is sent. */
export type Kept = {
  key: string
  address: string
  fields: [name: string, value: FormDataEntryValue][]
  kept_ms: number
}

const DATABASE = 'lantaarn'
const STORE = 'reports'

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const result = await settled(work(transaction.objectStore(STORE)))
    await done
    return result
  } finally {
    database.close()
  }
}

/** Settles only once the device has written it. */
export const keep = (kept: Kept) => inStore('readwrite', (store) => store.put(kept))
export const forget = (key: string) => inStore('readwrite', (store) => store.delete(key))

/** The first that was kept comes first; none where this browser keeps nothing. */
export async function readKept(): Promise<Kept[]> {
  if (typeof indexedDB === 'undefined') return []
  const all: Kept[] = await inStore('readonly', (store) => store.getAll()).catch(() => [])
  return all.sort((a, b) => a.kept_ms - b.kept_ms)
}
