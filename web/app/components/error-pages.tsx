import { Heading } from '@nl-design-system-candidate/heading-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { useSetting, useWords } from '../setting.ts'
import { ButtonLink } from './button.tsx'

/** The same for what never was and for what not everybody may see: it says what to do next. */
export function MissingPage() {
  const { errors, frame } = useWords()
  const { missing } = errors
  const { town } = useSetting()
  const home = town ? `/${town.id}` : '/'
  return (
    <>
      <title>{`${errors.missing.title} · Lantaarn`}</title>
      <Heading level={1}>{errors.missing.title}</Heading>
      <Paragraph purpose="lead">{errors.missing.text}</Paragraph>
      <Heading level={2}>{errors.next}</Heading>
      <ul>
        <li>
          {missing.check} <span className="number">{`${town?.id ?? 'GM9901'}-26-000123`}</span>
        </li>
        <li>
          {missing.lookIn} <a href={home}>{missing.list}</a>
        </li>
        <li>{missing.call}</li>
      </ul>
      <Paragraph>
        <ButtonLink href={home}>{town ? errors.toTown(town.name) : frame.home}</ButtonLink>
      </Paragraph>
    </>
  )
}

/** What came was no form, or too long a one. */
export function UnreadPage() {
  const { unread } = useWords().errors
  return (
    <>
      <title>{`${unread.title} · Lantaarn`}</title>
      <Heading level={1}>{unread.title}</Heading>
      <Paragraph purpose="lead">{unread.text}</Paragraph>
      <Steps steps={unread.steps} />
    </>
  )
}

/** What we could not do now. */
export function TroublePage() {
  const { errors } = useWords()
  const { path } = useSetting()
  return (
    <>
      <title>{`${errors.trouble.title} · Lantaarn`}</title>
      <Heading level={1}>{errors.trouble.title}</Heading>
      <Paragraph purpose="lead">{errors.trouble.text}</Paragraph>
      <Steps steps={errors.trouble.steps} />
      <Paragraph>
        <ButtonLink href={path}>{errors.again}</ButtonLink>
      </Paragraph>
    </>
  )
}

function Steps({ steps }: { steps: readonly string[] }) {
  const { errors } = useWords()
  return (
    <>
      <Heading level={2}>{errors.next}</Heading>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  )
}
