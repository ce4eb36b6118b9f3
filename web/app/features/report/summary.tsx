import { useSetting, useWords } from '../../setting.ts'
import type { Category } from './categories.ts'
import { addressOf, type Draft } from './draft.ts'
import type { Preview } from './preview.ts'

type Props = { town: string; draft: Draft; category: Category; preview: Preview }

/** What was chosen, each with the way to change it. */
export function Summary({ town, draft, category, preview }: Props) {
  const words = useWords().report
  const { send } = words
  const { locale } = useSetting()
  const { asset: assetId, choices, areas, outlook } = preview
  const asset = choices.find(({ id }) => id === assetId)
  const neighbourhood = areas.find(({ kind }) => kind === 'neighbourhood')?.name
  const where = [asset?.publicNumber, asset?.street, neighbourhood].filter(Boolean).join(', ')
  const { category: _, ...elsewhat } = draft
  const answers = category.questions.flatMap(({ code, text, values }) => {
    const given = draft.answers[code]
    if (!given) return []
    const named = given.map((one) => values?.find(({ key }) => key === one)?.name[locale] ?? one)
    return [{ code, text: text[locale], named: named.join(', ') }]
  })
  return (
    <dl className="summary">
      <div>
        <dt>{send.what}</dt>
        <dd>{category.name[locale]}</dd>
        <dd>
          <Change href={addressOf(town, '', { ...elsewhat, answers: {} })} what={send.what} />
        </dd>
      </div>
      <div>
        <dt>{send.where}</dt>
        <dd>{where === '' ? send.atPoint : where}</dd>
        <dd>
          <Change href={addressOf(town, '/waar', draft)} what={send.where} />
        </dd>
      </div>
      {answers.map(({ code, text, named }) => (
        <div key={code}>
          <dt>{text}</dt>
          <dd>{named}</dd>
          <dd>
            <Change href={addressOf(town, '/vragen', draft)} what={text} />
          </dd>
        </div>
      ))}
      {outlook?.party && outlook.outcome === 'party' && (
        <div>
          <dt>{send.who}</dt>
          <dd>{outlook.party.name}</dd>
        </div>
      )}
    </dl>
  )
}

function Change({ href, what }: { href: string; what: string }) {
  const words = useWords().report
  return (
    <a href={href} aria-label={words.changeWhat(what)}>
      {words.change}
    </a>
  )
}
