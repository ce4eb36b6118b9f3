import { useWords } from '../setting.ts'

/** What to do where there is nothing to read. */
export function SeesSomething({ municipality }: { municipality: string }) {
  const { sees, go } = useWords().town.report
  return (
    <p>
      {sees}{' '}
      <a className="tall" href={`/${municipality}/melden`}>
        {go}
      </a>
    </p>
  )
}
