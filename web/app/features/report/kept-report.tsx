import { useWords } from '../../setting.ts'

/** Where the island tells of a report that this device still keeps; hidden until there is one. */
export function KeptReport() {
  const { kept } = useWords().report
  return (
    <kept-report
      hidden
      data-offline={kept.offline}
      data-sent={kept.sent}
      data-refused={kept.refused}
      className="notice"
    >
      <p role="status">{kept.waiting}</p>
      <p className="actions">
        <button type="button" className="button" data-do="send">
          {kept.now}
        </button>
        <button type="button" className="button button--quiet" data-do="forget">
          {kept.forget}
        </button>
      </p>
    </kept-report>
  )
}
