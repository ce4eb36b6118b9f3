import type { Plugin } from 'vite'

/** A value in quotes may have anything in it, such as an image with its own semicolons. */
const DECLARATION = /(--[\w-]+)\s*:((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=\}))/g
const USE = /var\(\s*(--[\w-]+)/g

/**
 * Leaves out of a stylesheet the custom properties that nothing in it uses, however many others lead to them: of the
 * theme of NL Design System, a hundredth part. A town's own theme sets `--basis-*` and reaches all that is left.
 */
export function usedTokens(): Plugin {
  return {
    name: 'used-tokens',
    enforce: 'post',
    generateBundle(_, bundle) {
      const sheets = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
      )
      // A page's own stylesheet may use what only the one of all pages defines.
      const all = sheets.map(({ source }) => withoutOverridden(String(source))).join('\n')
      for (const sheet of sheets)
        sheet.source = withoutUnusedTokens(withoutOverridden(String(sheet.source)), all)
    },
  }
}

/** What the neutral theme and ours both set, on the same element: ours, which comes later, is the one that counts. */
export function withoutOverridden(css: string): string {
  const ours = new Set(
    [...css.matchAll(/\.lantaarn(\{[^{}]*\})/g)].flatMap(([, body = '']) =>
      [...body.matchAll(DECLARATION)].map(([, name = '']) => name),
    ),
  )
  return css.replaceAll(/\.voorbeeld-theme\{[^{}]*\}/g, (rule) =>
    rule.replaceAll(DECLARATION, (whole, name: string) => (ours.has(name) ? '' : whole)),
  )
}

export function withoutUnusedTokens(css: string, all = css): string {
  const leadsTo = new Map<string, string[]>()
  const rest = all.replaceAll(DECLARATION, (_, name: string, value: string) => {
    leadsTo.set(name, [...(leadsTo.get(name) ?? []), ...usesIn(value)])
    return ''
  })
  const used = new Set<string>()
  const waiting = usesIn(rest)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue
    used.add(name)
    waiting.push(...(leadsTo.get(name) ?? []))
  }
  return css.replaceAll(DECLARATION, (whole, name: string) => (used.has(name) ? whole : ''))
}

const usesIn = (css: string) => [...css.matchAll(USE)].map(([, name = '']) => name)
