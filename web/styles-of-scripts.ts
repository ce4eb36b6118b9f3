import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const STYLES = /^@nl-design-system-candidate\/[\w-]+\/css$/
const TEXT = /var css_\w+ = ("(?:[^"\\]|\\.)*")/g

/**
 * The candidate components of NL Design System ship their styles only in a script that puts them into the page, which
 * our policy refuses. This takes the text out of that script: it becomes part of a stylesheet like any other.
 */
export function stylesOfScripts(): Plugin {
  const taken = new Map<string, string>()
  return {
    name: 'styles-of-scripts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!STYLES.test(source)) return
      const script = await this.resolve(source, importer, { skipSelf: true })
      if (script === null) return
      const id = `${script.id}.css`
      taken.set(id, script.id)
      return id
    },
    async load(id) {
      const script = taken.get(id)
      if (script === undefined) return
      const texts = [...(await readFile(script, 'utf8')).matchAll(TEXT)]
      if (texts.length === 0) throw new Error(`${script} has no styles in it any more`)
      return texts.map(([, text = '']) => JSON.parse(text)).join('\n')
    },
  }
}
