import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Of this file's folder: the builder is a program, run with the draft's folder and the stamp to leave in it. */
const WEB = import.meta.dirname
const [draft = 'build-next', stamp = ''] = process.argv.slice(2)
process.env.LANTAARN_WEB_BUILD = draft
process.env.NODE_ENV = 'production'
const folder = path.join(WEB, draft)

const { build, createBuilder } = await import('vite')
await rm(folder, { recursive: true, force: true })
const builder = await createBuilder({ root: WEB, configFile: path.join(WEB, 'vite.config.ts') })
await builder.buildApp()
await buildIslands()
await compress()
await writeFile(path.join(folder, 'stamp'), stamp)
await rm(path.join(WEB, 'build'), { recursive: true, force: true })
await rename(folder, path.join(WEB, 'build'))

/** What pages for residents run: one small file an element, and a table of where each lies. */
async function buildIslands(): Promise<void> {
  const files = await Array.fromAsync(glob('islands/*.ts', { cwd: WEB }))
  const built = await build({
    root: WEB,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    worker: {
      format: 'es',
      rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
    },
    build: {
      assetsInlineLimit: 0,
      // The library of maps is one file, which only pages with a map fetch.
      chunkSizeWarningLimit: 1_500,
      outDir: path.join(folder, 'client'),
      emptyOutDir: false,
      reportCompressedSize: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          files.map((file) => [path.basename(file, '.ts'), path.join(WEB, file)]),
        ),
        output: { entryFileNames: 'assets/[name]-[hash].js' },
      },
    },
  })
  if (Array.isArray(built) || !('output' in built)) throw new Error('vite built no islands')
  const islands = built.output.flatMap((file) =>
    file.type === 'chunk' && file.isEntry ? [[file.name, `/${file.fileName}`] as const] : [],
  )
  // Another build is another worker, also where only the page changed that it keeps.
  const named = islands.map(([name, src]) => [
    name,
    name.endsWith('-worker') ? `${src}?build=${stamp.slice(0, 12)}` : src,
  ])
  await writeFile(path.join(folder, 'islands.json'), JSON.stringify(Object.fromEntries(named)))
}

/** Once, and as small as it gets: what is served then is only read. */
async function compress(): Promise<void> {
  const files = await Array.fromAsync(glob('client/**/*.{js,css,svg,json}', { cwd: folder }))
  await Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name)
      const bytes = await readFile(file)
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}
