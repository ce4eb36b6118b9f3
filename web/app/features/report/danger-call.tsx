import { useWords } from '../../setting.ts'

/** Whom to call where people are in danger: no report is read that soon. */
export function DangerCall() {
  const { danger } = useWords().report
  return (
    <p className="notice notice--warning">
      {danger.ask}{' '}
      <a className="danger-call" href="tel:112">
        {danger.call}
      </a>
    </p>
  )
}
