import type { Opened } from './browser.ts'
import { until } from './town.ts'

const SHOWN_WITHIN_MS = 30_000

/** With all that comes only once it is in sight: a map, which a page that hydrates may have late, and photos. */
export async function settle({ page }: Opened): Promise<void> {
  await page.evaluate('document.fonts.ready')
  const lookAtNext = `(() => {
    const late = [...document.querySelectorAll('img, lantaarn-map')].find((one) =>
      one.checkVisibility() && !(one.dataset.state ?? one.complete))
    late?.scrollIntoView({ block: 'center' })
    const hasNoMap = [...document.querySelectorAll('.case-map, .intake')].some((one) => !one.querySelector('lantaarn-map'))
    if (late === undefined) scrollTo(0, 0)
    return late === undefined && !hasNoMap
  })()`
  const isWhole = () => page.evaluate(lookAtNext) as Promise<boolean>
  await until('maps and photos have come', isWhole, SHOWN_WITHIN_MS)
}
