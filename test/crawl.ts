import assert from 'node:assert/strict'
import type { openBrowser } from './signed-in.ts'

/** One field that a form sends, as it stands on the page. */
export type FormField = {
  name: string
  value: string
  /** Whether somebody types into it, and what a browser does not do: hold them to a choice. */
  isTyped: boolean
  type: string
  isFile: boolean
}

export type Form = { page: string; action: string; method: string; fields: FormField[] }

export type Page = { path: string; status: number; type: string; text: string; forms: Form[] }

const ORIGIN = 'http://site.invalid'

/** The forms of a page as a browser would send them; a button with a name makes one form each. */
export function formsIn(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(
    ([, head = '', body = '']) => {
      const own = attributesOf(head)
      const action = pathOf(own.get('action') ?? page, page) ?? page
      const method = (own.get('method') ?? 'get').toLowerCase()
      const fields = fieldsIn(body)
      const buttons = tagsIn(body, 'button').filter(({ own }) => own.has('name'))
      const ways = buttons.length > 0 ? buttons : [undefined]
      return ways.map((button) => ({
        page,
        action,
        method,
        fields: button
          ? [...fields, fieldOf(button.own, button.own.get('value') ?? '', false)]
          : fields,
      }))
    },
  )
}

function fieldsIn(body: string): FormField[] {
  const inputs = tagsIn(body, 'input').flatMap(({ own }) => {
    const type = own.get('type') ?? 'text'
    const isChoice = type === 'radio' || type === 'checkbox'
    if (type === 'submit' || type === 'button') return []
    return [
      fieldOf(own, own.get('value') ?? (isChoice ? 'on' : ''), !isChoice && type !== 'hidden'),
    ]
  })
  const areas = tagsIn(body, 'textarea').map(({ own, inner }) => fieldOf(own, decoded(inner), true))
  const selects = tagsIn(body, 'select').map(({ own, inner }) => {
    const options = tagsIn(inner, 'option')
    const chosen =
      options.find((one) => one.own.has('selected')) ?? options.find((one) => one.own.get('value'))
    return fieldOf(own, chosen?.own.get('value') ?? '', false)
  })
  const all = [...inputs, ...areas, ...selects].filter(({ name }) => name !== '')
  // Of radio buttons one is sent: the first will do.
  return all.filter((one, at) => all.findIndex((other) => other.name === one.name) === at)
}

function fieldOf(own: ReadonlyMap<string, string>, value: string, isTyped: boolean): FormField {
  const type = own.get('type') ?? 'text'
  const isFile = type === 'file'
  return { name: own.get('name') ?? '', value, isTyped: isTyped && !isFile, type, isFile }
}

/** Every address of ours that a page leads to. */
export function linksIn(html: string, page: string): string[] {
  const found = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(
    ([, href = '']) => pathOf(decoded(href), page) ?? [],
  )
  return [...new Set(found)]
}

type Tag = { own: ReadonlyMap<string, string>; inner: string }

const EMPTY = new Set(['input', 'img', 'link', 'meta'])

export function tagsIn(html: string, name: string): Tag[] {
  const pattern = EMPTY.has(name)
    ? new RegExp(`<${name}\\b((?:[^>"]|"[^"]*")*)>()`, 'g')
    : new RegExp(`<${name}\\b((?:[^>"]|"[^"]*")*)>([\\s\\S]*?)</${name}>`, 'g')
  return [...html.matchAll(pattern)].map(([, head = '', inner = '']) => ({
    own: attributesOf(head),
    inner,
  }))
}

function attributesOf(head: string): Map<string, string> {
  return new Map(
    [...head.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of a page as it is read. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (number !== undefined) return String.fromCodePoint(Number(number))
    return NAMED[name] ?? whole
  })
}

function pathOf(address: string, page: string): string | undefined {
  const url = URL.parse(address, `${ORIGIN}${page}`)
  return url?.origin === ORIGIN ? `${url.pathname}${url.search}` : undefined
}

type Browser = ReturnType<typeof openBrowser>

export async function openPage(browser: Browser, path: string): Promise<Page> {
  const { status, headers, text } = await browser.request('GET', path, undefined, HTML)
  const location = headers.get('location')
  const next = location === null ? undefined : pathOf(location, path)
  if (status >= 300 && status < 400 && next !== undefined && next !== path)
    return openPage(browser, next)
  const type = headers.get('content-type') ?? ''
  const forms = type.includes('text/html') ? formsIn(text, path) : []
  return { path, status, type, text, forms }
}

const HTML = { accept: 'text/html,application/atom+xml,*/*;q=0.1' }
/** What is no page: programs read it, or it has tests of its own. */
const NO_PAGES = /^\/(assets|themes|api|open311|auth|health|metrics|pages\.css|cdn)/
/** Of each kind of page so many are enough, whatever is asked of it. */
const OF_A_KIND = 2
const MOST_PAGES = 200

/** Every kind of page that can be reached from these addresses by links alone. */
export async function crawl(browser: Browser, from: readonly string[]): Promise<Page[]> {
  const waiting = [...from]
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  const pages: Page[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || NO_PAGES.test(path) || path.startsWith('/sign-out')) continue
    seen.add(path)
    const kind = kindOf(path)
    const before = kinds.get(kind) ?? 0
    if (before >= OF_A_KIND && !from.includes(path)) continue
    kinds.set(kind, before + 1)
    const page = await openPage(browser, path)
    pages.push(page)
    assert(pages.length < MOST_PAGES, 'the pages are fewer than that')
    if (page.type.includes('text/html')) waiting.push(...linksIn(page.text, page.path))
  }
  return pages
}

/** Pages that differ in a number, a token or what is asked are of one kind. */
function kindOf(path: string): string {
  const [address = '', query = ''] = path.split('?')
  const names = [...new URLSearchParams(query).keys()].sort().join('&')
  return `${address.replaceAll(/\/(?:GM\d{4}-[^/]+|ll_[^/]+|[\da-f-]{36}|[^/]{40,})/g, '/…')}?${names}`
}

/** What tells one form from another, whatever case or person it is about. */
export function formKind({ action, fields, method }: Form): string {
  const does = fields.find(({ name }) => name === 'do' || name === 'act')?.value ?? ''
  return `${method} ${kindOf(action).split('?')[0]} ${does} ${fields.map(({ name }) => name.replace(/-[\da-f-]{36}$/, '-…')).join(',')}`
}

/** Sends a form as a browser would, with what was typed; nothing follows where it leads. */
export function sendForm(
  browser: Browser,
  form: Form,
  own: {
    fields?: Readonly<Record<string, string>>
    headers?: Record<string, string | undefined>
  } = {},
) {
  const values = form.fields
    .filter(({ isFile }) => !isFile)
    .map(({ name, value }): [string, string] => [name, own.fields?.[name] ?? value])
  const body = new URLSearchParams(values)
  if (form.method === 'get') {
    const [path] = form.action.split('?')
    return browser.request('GET', `${path}?${body}`, undefined, own.headers)
  }
  return browser.send(form.action, body, own.headers)
}
