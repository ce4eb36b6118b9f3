import type { Plugin } from 'vite'

/** What the components of NL Design System can look like and no page of ours does: their rules lead to many tokens. */
const UNMADE = [
  /\.nl-button--(positive|busy|pressed|icon-only)|\.nl-button__/,
  /\.nl-heading--level-[56]/,
  /\.nl-skip-link--visible(?!-)/,
  // A state as a class is for the pictures of a catalogue: browsers know it by themselves.
  /\.utrecht-[\w-]+--(hover|focus|focus-visible|active|read-?only|valid|distanced|busy)(?![\w-])/,
  /\.utrecht-breadcrumb-nav(--arrows|__separator|__heading|__list--html-p)/,
  /\.utrecht-data-list__actions/,
  /\.utrecht-form-field--(checkbox|radio)|\.utrecht-form-fieldset--section/,
  /\.utrecht-form-label--(checkbox|radio|checked)/,
  /\.utrecht-form-field-description--/,
  /\.utrecht-status-badge--(invalid|error|success|active)/,
  /\.utrecht-table(-container|__(footer|figcaption|container|data|header--|row--|header-cell-(?!-numeric-column)|cell--(first|last|selected|numeric-data)))/,
  /\.utrecht-table(__header-cell--(selected|sticky)|__header-cell:has|--(fixed|oneline|alternate|row-))/,
  /\.utrecht-text(box|area)(__placeholder|--([\w-]+-size|password|placeholder-))/,
  /\.utrecht-table--html-table/,
]

/** A rule without rules in it: what stands around it, such as `@media`, stays. */
const RULE = /([^{}]+)\{([^{}]*)\}/g

/** Leaves out the rules of looks that no page has; before the tokens, since these rules lead to most of them. */
export function usedRules(): Plugin {
  return {
    name: 'used-rules',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = withoutUnmadeRules(String(file.source))
    },
  }
}

export function withoutUnmadeRules(css: string): string {
  return css.replaceAll(RULE, (rule, selectors: string, body: string) => {
    const all = listOf(selectors)
    const made = all.filter((one) => !UNMADE.some((look) => look.test(one)))
    if (made.length === all.length) return rule
    return made.length === 0 ? '' : `${made.join(',')}{${body}}`
  })
}

/** The selectors of a list: a comma within `:is(…)` or `:not(…)` parts none. */
function listOf(selectors: string): string[] {
  const list = ['']
  let depth = 0
  for (const char of selectors) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (char === ',' && depth === 0) list.push('')
    else list.push(`${list.pop() ?? ''}${char}`)
  }
  return list
}
