import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const STYLE = `
  body { margin: 2rem; font: 1rem/1.4 system-ui, sans-serif; background: #e8e6e1; color: #222; }
  section { margin-block: 2rem; }
  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  img { display: block; block-size: 26rem; inline-size: auto; object-fit: cover; object-position: top; border: 1px solid #bbb; }
`

/** One page with all pictures that are in the folder, a row a page; answers with where it is. */
export async function writeSheet(folder: string, looks: readonly string[]): Promise<string> {
  const files = new Set((await readdir(folder)).filter((name) => name.endsWith('.png')))
  const of = (name: string) => looks.map((look) => `${name}-${look}.png`)
  const names = new Set([...files].map((name) => name.replace(/-[a-z]+\.png$/, '')))
  const rows = [...names].toSorted().map((name) => {
    const pictures = of(name)
      .filter((file) => files.has(file))
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
    return `<section id="${name}"><h2>${name}</h2><div>${pictures.join('')}</div></section>`
  })
  const sheet = path.join(folder, 'index.html')
  const head = `<meta charset="utf-8"><title>Every page</title><style>${STYLE}</style>`
  await writeFile(sheet, `<!doctype html>${head}<h1>${names.size} pages</h1>${rows.join('\n')}`)
  return sheet
}
