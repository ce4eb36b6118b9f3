import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'

/** How a town, or the whole installation, looks: one file of `--basis-*` and perhaps a logo. */
export type Themes = {
  /** Of this municipality, or of the installation. */
  of(municipality: string | undefined): { stylesheet: string; logo?: string } | undefined
  mount(http: OpenAPIHono): void
}

const MOST_BYTES = 64 * 1024
const MUNICIPALITY = /^GM\d{4}$/
const FOREVER = 'public, max-age=31536000, immutable'
/** `:root { --basis-…: …; }`, and the same for those who want it dark. */
const RULE = /^:root\s*\{((?:\s*--basis-[\w-]+\s*:\s*[\w\s#%.,()"'/+*-]+;)*)\s*\}/
const DARK = /^@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{([^{}]*\{[^{}]*\})\s*\}/
const LIVELY =
  /<\s*(script|foreignobject|iframe|image|use)|\son\w+\s*=|<!|href\s*=|url\s*\(|@import/i

/**
 * Reads every theme below a folder: `theme.css` and `logo.svg` in it are the installation's, those in a folder with
 * the name of a municipality are that town's. Throws a sentence that says what is wrong where.
 */
export async function openThemes(folder: string | undefined): Promise<Themes> {
  const files = new Map<string, { type: string; text: string }>()
  const themes = new Map<string, { stylesheet: string; logo?: string }>()
  if (folder !== undefined)
    for (const name of ['.', ...(await readdir(folder)).filter((one) => MUNICIPALITY.test(one))]) {
      const read = (file: string) => readText(path.join(folder, name, file))
      const [css, logo] = await Promise.all([read('theme.css'), read('logo.svg')])
      if (css === undefined && logo === undefined) continue
      const wrong = (css && faultOfTheme(css)) ?? (logo && faultOfLogo(logo))
      if (wrong) throw new Error(`The theme in ${path.join(folder, name)} is not right: ${wrong}`)
      const text = themeInForce(css ?? '')
      const digest = createHash('sha256').update(`${text}\0${logo}`).digest('hex').slice(0, 12)
      const address = `/themes/${name === '.' ? 'installation' : name}-${digest}`
      files.set(`${address}.css`, { type: 'text/css; charset=utf-8', text })
      if (logo !== undefined) files.set(`${address}.svg`, { type: 'image/svg+xml', text: logo })
      themes.set(name, {
        stylesheet: `${address}.css`,
        ...(logo !== undefined && { logo: `${address}.svg` }),
      })
    }
  return {
    of: (municipality) => themes.get(municipality ?? '.') ?? themes.get('.'),
    mount: (http) =>
      void http.get('/themes/*', (c, next) => {
        const file = files.get(c.req.path)
        if (file === undefined) return next()
        return c.body(file.text, 200, { 'content-type': file.type, 'cache-control': FOREVER })
      }),
  }
}

async function readText(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (bytes !== undefined && bytes.length > MOST_BYTES)
    throw new Error(`${file} is larger than ${MOST_BYTES} bytes.`)
  return bytes?.toString('utf8')
}

/** What a theme may not be, in a sentence; undefined is that it is one. */
export function faultOfTheme(css: string): string | undefined {
  let rest = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').trim()
  if (LIVELY.test(rest)) return 'theme.css may load nothing.'
  while (rest !== '') {
    const dark = DARK.exec(rest)
    const rule = RULE.exec(dark?.[1]?.trim() ?? rest)
    if (rule === null)
      return `theme.css may have only ":root { --basis-…: …; }", also within "@media (prefers-color-scheme: dark)"; it has: ${rest.slice(0, 60)}`
    rest = rest.slice((dark ?? rule)[0].length).trim()
  }
  return undefined
}

/** The page sets the same tokens by a class; a theme comes after it and weighs more. */
const themeInForce = (css: string) => css.replaceAll(':root', ':root.lantaarn')

export function faultOfLogo(svg: string): string | undefined {
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<svg[\s>]/.test(svg)) return 'logo.svg is no SVG.'
  return LIVELY.test(svg) ? 'logo.svg may run and load nothing.' : undefined
}
