import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withoutUnmadeRules } from '../web/used-rules.ts'
import { withoutOverridden, withoutUnusedTokens } from '../web/used-tokens.ts'

describe('the rules of looks that no page has', () => {
  it('are left out, and what shares a rule with them stays', () => {
    assert.equal(
      withoutUnmadeRules('.nl-button--busy{cursor:wait}.nl-button,.nl-button--pressed{color:red}'),
      '.nl-button{color:red}',
    )
  })

  it('are found within a condition, whose braces stay in balance', () => {
    assert.equal(
      withoutUnmadeRules('@media print{.utrecht-textbox--hover{color:red}p{color:blue}}'),
      '@media print{p{color:blue}}',
    )
  })

  it('do not part a list at a comma within brackets', () => {
    const rule = ':is(.a,.b:not(.c)),.d:has(.e,:where(.f)){color:red}'
    assert.equal(withoutUnmadeRules(rule), rule)
    assert.equal(withoutUnmadeRules(`.nl-button--busy,${rule}`), rule)
  })

  it('keeps how the head of a column of numbers stands', () => {
    const rule = '.table-frame .utrecht-table__header-cell--numeric-column{text-align:end}'
    assert.equal(withoutUnmadeRules(rule), rule)
    assert.equal(withoutUnmadeRules('.utrecht-table__header-cell-button{color:red}'), '')
  })
})

describe('the tokens of the theme', () => {
  it('stay where a rule leads to them, however far', () => {
    assert.equal(
      withoutUnusedTokens('.t{--a:var(--b);--b:1px;--c:2px}p{margin:var(--a)}'),
      '.t{--a:var(--b);--b:1px;}p{margin:var(--a)}',
    )
  })

  it('stay in the sheet of all pages for what only a page of its own uses', () => {
    const theme = '.t{--a:1px}'
    assert.equal(withoutUnusedTokens(theme, `${theme}p{margin:var(--a)}`), theme)
    assert.equal(withoutUnusedTokens(theme), '.t{}')
  })

  it('go where ours takes their place', () => {
    assert.equal(
      withoutOverridden('.voorbeeld-theme{--a:1px;--b:2px}.lantaarn{--a:3px}'),
      '.voorbeeld-theme{--b:2px}.lantaarn{--a:3px}',
    )
  })
})
