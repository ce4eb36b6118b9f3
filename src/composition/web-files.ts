import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}
const FOREVER = 'public, max-age=31536000, immutable'

type Bytes = Uint8Array<ArrayBuffer>
type Kept = { type: string; plain: Bytes; br?: Bytes; gzip?: Bytes }

/**
 * A worker has the policy of its own file, not of the page that starts it: that of the map fetches tiles, and nothing
 * else is any file's to do.
 */
function policyOf(type: string, baseMapOrigin: string | undefined) {
  if (!type.startsWith('text/javascript')) return {}
  const origins = ["'self'", ...(baseMapOrigin === undefined ? [] : [baseMapOrigin])]
  return { 'content-security-policy': `default-src 'none'; connect-src ${origins.join(' ')}` }
}

/** A worker beside the pages of a town lies below /assets, and says that it may; its page says of which pages alone. */
function scopeOf(name: string) {
  return name.startsWith('/assets/report-worker-') ? { 'service-worker-allowed': '/' } : {}
}

/** Answers with a file of the build, or undefined where there is none. Kept in memory: a new build leaves it alone. */
export async function openWebFiles(
  folder: string,
  baseMapOrigin: string | undefined,
): Promise<(c: Context) => Response | undefined> {
  const kept = new Map<string, Kept>()
  for await (const name of glob('assets/**/*', { cwd: folder })) {
    const type = TYPES[path.extname(name)]
    if (type === undefined) continue
    const read = (ending: string) =>
      readFile(path.join(folder, `${name}${ending}`)).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined,
      )
    const [plain, br, gzip] = await Promise.all([read(''), read('.br'), read('.gz')])
    if (plain !== undefined)
      kept.set(`/${name}`, { type, plain, ...(br && { br }), ...(gzip && { gzip }) })
  }
  return (c) => {
    const file = kept.get(c.req.path)
    if (file === undefined) return undefined
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = (['br', 'gzip'] as const).find(
      (one) => file[one] && new RegExp(`\\b${one}\\b`).test(accepted),
    )
    return new Response((encoding && file[encoding]) ?? file.plain, {
      headers: {
        'content-type': file.type,
        ...policyOf(file.type, baseMapOrigin),
        ...scopeOf(c.req.path),
        'cache-control': FOREVER,
        vary: 'Accept-Encoding',
        ...(encoding && { 'content-encoding': encoding }),
      },
    })
  }
}
