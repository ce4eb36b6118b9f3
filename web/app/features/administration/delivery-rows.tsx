import { StatusBadge } from '@utrecht/component-library-react'
import type { components } from '../../api/schema.d.ts'
import { momentIn } from '../../moments.ts'
import { useSetting, useWords } from '../../setting.ts'

type Schemas = components['schemas']
export type Tested = Schemas['ConnectionTest']

/** What happened in a test of a connection, step by step. */
export function TestTold({ tested, name }: { tested: Tested; name: string }) {
  const { deliveries: words } = useWords()
  return (
    <section className="panel" aria-live="polite">
      <h2>{words.tested(name)}</h2>
      {tested.tests.map(({ kind, steps }) => (
        <ul key={kind} className="rows">
          {steps.map(({ step, isOk, detail, tookMs }) => (
            <li key={`${step} ${detail}`} className="row">
              <p className="row__title">
                <StatusBadge status={isOk ? 'safe' : 'danger'}>
                  {isOk ? words.good : words.wrong}
                </StatusBadge>{' '}
                {words.steps[step] ?? step}
              </p>
              <p className="quiet code">
                {`${detail}${tookMs === undefined ? '' : ` · ${tookMs} ms`}`}
              </p>
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}

type RowForm = { formToken: string | undefined }

export function ChannelRow({ one, formToken }: { one: Schemas['Channel'] } & RowForm) {
  const { deliveries: words } = useWords()
  const { locale } = useSetting()
  const kind = words.kinds[one.kind] ?? one.kind
  const isWell = one.isSet && one.state === 'works'
  const state = one.isSet ? words[one.state] : words.unset
  const limits = words.limits(one.mostAtOnce, one.mostPerMinute)
  const facts = [kind, one.host, limits, one.waiting > 0 && words.waiting(one.waiting)]
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">
          {one.name} <StatusBadge status={isWell ? 'safe' : 'warning'}>{state}</StatusBadge>
        </p>
        <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
        {one.digest && (
          <p className="quiet">
            {words.digest(one.digest.waiting, momentIn(one.digest.nextAt, locale))}
          </p>
        )}
        {one.asking?.error && <p className="quiet">{`${words.asking} ${one.asking.error}`}</p>}
      </div>
      {formToken !== undefined && (
        <RowButton
          id={one.organisation}
          todo="test"
          text={words.test}
          label={words.testOf(one.name, kind)}
          formToken={formToken}
        />
      )}
    </li>
  )
}

export function WaitingRow({
  one,
  name,
  formToken,
}: { one: Schemas['WaitingMessage']; name: string } & RowForm) {
  const { deliveries: words } = useWords()
  const { locale } = useSetting()
  const type = shortOf(one.type)
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">{[name, type].filter(Boolean).join(' · ')}</p>
        <p className="quiet">
          {one.nextAt === undefined
            ? words.forPerson[one.organisation === undefined ? 'refused' : 'unsure']
            : `${words.attempts(one.attempts)} · ${words.next} ${momentIn(one.nextAt, locale)}`}
        </p>
        {one.error && <p className="quiet code">{one.error}</p>}
      </div>
      {formToken !== undefined && (
        <RowButton
          id={one.id}
          todo="retry"
          text={words.retry}
          label={words.retryOf(type, name)}
          formToken={formToken}
        />
      )}
    </li>
  )
}

export function AttemptRow({ one, name }: { one: Schemas['DeliveryAttempt']; name: string }) {
  const { deliveries: words } = useWords()
  const { locale } = useSetting()
  const facts = [
    momentIn(one.at, locale),
    one.host ?? words.kinds[one.kind] ?? one.kind,
    `${one.tookMs} ms`,
    one.status === undefined ? '' : `HTTP ${one.status}`,
  ]
  const isWell = one.outcome === 'delivered'
  return (
    <li className="row">
      <p className="row__title">
        {[name, shortOf(one.type)].filter(Boolean).join(' · ')}{' '}
        <StatusBadge status={isWell ? 'safe' : 'warning'}>
          {words.outcomes[one.outcome] ?? one.outcome}
        </StatusBadge>
      </p>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {!isWell && (one.error ?? one.answer) && (
        <p className="quiet code">{[one.error, one.answer].filter(Boolean).join(' · ')}</p>
      )}
    </li>
  )
}

/** The part of a type that says what it is: `offered` of `nl.lantaarn.assignment.offered.v1`. */
const shortOf = (type: string) => type.replace(/^nl\.lantaarn\./, '').replace(/\.v\d+$/, '')

function RowButton(about: {
  id: string
  todo: string
  text: string
  label: string
  formToken: string
}) {
  const { id, todo, text, label, formToken } = about
  return (
    <form method="post">
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="button button--quiet"
        name="do"
        value={todo}
        aria-label={label}
      >
        {text}
      </button>
    </form>
  )
}
