import { type Case, isLate } from '../../components/case-row.tsx'
import { useWords } from '../../setting.ts'

/** That it is pressing, and that it is late. */
export function Marks({ one, now_ms }: { one: Case; now_ms: number }) {
  const words = useWords().case
  return (
    <>
      {one.priority !== 'normal' && (
        <span className={`mark mark--${one.priority}`}>{words[one.priority]}</span>
      )}{' '}
      {one.status === 'open' && isLate(one, now_ms) && (
        <span className="mark mark--late">{words.late}</span>
      )}
    </>
  )
}
