import { useWords } from '../setting.ts'

/** A redirect would be refused: the policy lets the answer to a form lead nowhere but here. */
export function Elsewhere({ url }: { url: string }) {
  const { elsewhere } = useWords().signIn
  return (
    <div className="narrow">
      <title>{`${elsewhere.title} · Lantaarn`}</title>
      <meta httpEquiv="refresh" content={`0;url=${url}`} />
      <h1>{elsewhere.title}</h1>
      <p className="lead">{elsewhere.text}</p>
      <p className="actions">
        <a className="button" href={url}>
          {elsewhere.go}
        </a>
      </p>
    </div>
  )
}
