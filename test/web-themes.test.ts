import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { OpenAPIHono } from '@hono/zod-openapi'
import { openThemes } from '../src/composition/web-themes.ts'

const COLOURS = `/* Ours. */
:root {
  --basis-color-accent-1-inverse-bg-default: #7a1f5c;
  --basis-form-control-border-radius: 999px;
}

@media (prefers-color-scheme: dark) {
  :root {
    --basis-color-accent-1-inverse-bg-default: rgb(230 150 200);
  }
}
`
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'

async function themesOf(files: Record<string, string>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'themes-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), text)
    }
    return await openThemes(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a theme', () => {
  it('is a town’s own, else that of the installation, and weighs more than the page’s', async () => {
    const themes = await themesOf({
      'theme.css': COLOURS,
      'GM9801/theme.css': COLOURS.replace('#7a1f5c', '#123456'),
      'GM9801/logo.svg': LOGO,
      'notes.txt': 'x',
    })
    const [own, other] = [themes.of('GM9801'), themes.of('GM9802')]
    assert.match(own?.stylesheet ?? '', /^\/themes\/GM9801-[0-9a-f]{12}\.css$/)
    assert.match(other?.stylesheet ?? '', /^\/themes\/installation-/)
    assert.equal(other?.logo, undefined)
    const http = new OpenAPIHono()
    themes.mount(http)
    const sheet = await http.request(own?.stylesheet ?? '')
    assert.match(await sheet.text(), /:root\.lantaarn \{\s*--basis-color[\s\S]*#123456/)
    assert.match(sheet.headers.get('cache-control') ?? '', /immutable/)
    assert.equal((await http.request(own?.logo ?? '')).headers.get('content-type'), 'image/svg+xml')
  })

  it('is none where none is set', async () => {
    assert.equal((await openThemes(undefined)).of('GM9801'), undefined)
  })

  const WRONG: Record<string, [file: string, text: string]> = {
    'another rule': ['theme.css', 'body { display: none; }'],
    'another property': ['theme.css', ':root { color: red; }'],
    'something from elsewhere': ['theme.css', ':root { --basis-x: url(https://evil.example/x); }'],
    'an import': ['theme.css', '@import "https://evil.example/x.css";'],
    'a rule that is left open': ['theme.css', ':root { --basis-x: 1px;'],
    'a logo that runs': ['logo.svg', LOGO.replace('<path', '<script>alert(1)</script><path')],
    'a logo that listens': ['logo.svg', LOGO.replace('<path', '<path onclick="x()"')],
    'a logo that is a page': ['logo.svg', '<html></html>'],
  }
  for (const [what, [file, text]] of Object.entries(WRONG))
    it(`is refused at the start with ${what}, in a sentence that says where`, async () => {
      await assert.rejects(themesOf({ [`GM9801/${file}`]: text }), (error: Error) => {
        assert.match(error.message, new RegExp(`GM9801 is not right: ${file.replace('.', '[.]')}`))
        return true
      })
    })
})
