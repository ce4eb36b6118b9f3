import { Notice } from '../../components/notice.tsx'
import { useWords } from '../../setting.ts'

/** What came of what the desk just did. */
export function Outcome({
  told,
  problem,
}: {
  told?: string | undefined
  problem?: string | undefined
}) {
  const { desk } = useWords()
  if (problem !== undefined)
    return (
      <Notice isWrong title={`${desk.wrong}.`}>
        <p>{desk.problems[problem] ?? desk.otherProblem}</p>
      </Notice>
    )
  const text = told === undefined ? undefined : desk.told[told]
  return text === undefined ? null : <Notice title={text} />
}
