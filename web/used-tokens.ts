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
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = withoutUnusedTokens(String(file.source))
    },
  }
}

function withoutUnusedTokens(css: string): string {
  const leadsTo = new Map<string, string[]>()
  const rest = css.replaceAll(DECLARATION, (_, name: string, value: string) => {
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
