import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { subjectLine, writeLetter } from './letter.ts'

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = writeLetter('nl', [
      { line: 'Kijk & doe', isStrong: true },
      { facts: [['Waar', 'Dijkstraat 3']] },
      { quote: 'een\ntwee' },
      { link: { label: 'Antwoord', url: 'https://a.example/?b=1&c=2' } },
    ])
    assert.equal(
      text,
      'Kijk & doe\n\nWaar: Dijkstraat 3\n\n> een\n> twee\n\nAntwoord:\nhttps://a.example/?b=1&c=2\n',
    )
    for (const said of [
      '<html lang="nl">',
      '<strong>Kijk &amp; doe</strong>',
      '>Dijkstraat 3</td>',
      'href="https://a.example/?b=1&amp;c=2"',
    ])
      assert(html.includes(said), said)
  })

  it('holds what people wrote as text, whatever it looks like', () => {
    const bad = '</blockquote><script src="//x.example"></script><img src=x onerror="y">'
    const { html } = writeLetter('nl', [
      { quote: bad },
      { line: bad },
      { facts: [[bad, bad]] },
      { link: { label: bad, url: `https://a.example/"${bad}` } },
    ])
    assert.doesNotMatch(html, /<script|<img/)
  })
})

describe('a subject line', () => {
  it('is one line that is not too long, whatever the names in it are', () => {
    assert.equal(subjectLine(['a\r\nBcc: b', undefined, '', 'c\u0000d']), 'a Bcc: b — c d')
    const long = subjectLine(['x'.repeat(500)])
    assert(long.length <= 150 && long.endsWith('…'))
    assert(subjectLine([`${'x'.repeat(148)}😀`]).isWellFormed())
  })
})
