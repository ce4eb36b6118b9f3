import { Heading } from '@nl-design-system-candidate/heading-react'
import { Link } from '@nl-design-system-candidate/link-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { StatusBadge } from '@utrecht/component-library-react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Alert } from '../app/components/alert.tsx'
import { Breadcrumb } from '../app/components/breadcrumb.tsx'
import { Button, ButtonLink } from '../app/components/button.tsx'
import { ChoiceField } from '../app/components/choice-field.tsx'
import { DataList } from '../app/components/data-list.tsx'
import { DataTable } from '../app/components/data-table.tsx'
import { SelectField, TextAreaField, TextField } from '../app/components/form-field.tsx'
import { Notice } from '../app/components/notice.tsx'
import { PartyContact } from '../app/features/desk/party-contact.tsx'
import { en } from '../app/messages/en.ts'
import { GivenProvider } from '../app/setting.ts'

/** Every part of a page, once: the tests look at it, and who writes a page can see how each is made. */
export function specimen(): string {
  return renderToStaticMarkup(
    <>
      <Breadcrumb
        label="Where you are"
        trail={[
          { href: '/', name: 'All municipalities' },
          { href: '/GM9901', name: 'Noorddijk' },
        ]}
      />
      <Heading level={1}>The parts of a page</Heading>
      <Paragraph purpose="lead">What one has come for, in one or two sentences.</Paragraph>
      <Notices />
      <Fields />
      <Facts />
      <Contact />
    </>,
  )
}

function Notices() {
  return (
    <>
      <Heading level={2}>Notices</Heading>
      <Alert title="We check this street today">You need not report it again.</Alert>
      <Alert kind="warning" title="The light is still out" />
      <Notice title="Your report was sent" />
      <Notice isWrong title="Two answers are missing">
        <Link href="#what">Tell us what you see</Link>
      </Notice>
      <Paragraph>
        {(['neutral', 'safe', 'warning', 'danger', 'inactive'] as const).map((status) => (
          <StatusBadge key={status} status={status}>
            {status}
          </StatusBadge>
        ))}
      </Paragraph>
    </>
  )
}

function Fields() {
  return (
    <form>
      <Heading level={2}>Fields</Heading>
      <TextField name="number" label="Number of the case" autoComplete="off" />
      <TextField
        name="mail"
        type="email"
        label="Your e-mail address"
        description="We only write about this report."
        error="This is not an e-mail address."
        defaultValue="a@"
      />
      <TextAreaField name="what" label="What do you see?" required />
      <TextAreaField name="where" label="Where is it?" error="Tell us where it is." />
      <SelectField name="category" label="What is it about?">
        <option>A lamp is out</option>
        <option>A hole in the road</option>
      </SelectField>
      <ChoiceField
        type="radio"
        name="danger"
        label="Is it dangerous?"
        description="Call 112 if somebody is hurt."
        error="Choose one."
        choices={[
          { value: 'yes', label: 'Yes', description: 'There are wires to be seen.' },
          { value: 'no', label: 'No' },
        ]}
        chosen={['no']}
      />
      <ChoiceField
        type="checkbox"
        name="tell"
        label="When do we write to you?"
        choices={[
          { value: 'received', label: 'When it is received' },
          { value: 'done', label: 'When it is done' },
        ]}
        chosen={['done']}
      />
      <p className="buttons">
        <Button>Send</Button>
        <Button look="quiet" type="button">
          Not now
        </Button>
        <Button look="danger">Erase</Button>
        <ButtonLink href="/">Start</ButtonLink>
        <ButtonLink href="/" look="quiet">
          Back
        </ButtonLink>
        <a href="/" className="button">
          Start
        </a>
        <button type="submit" className="button button--quiet">
          Back
        </button>
      </p>
    </form>
  )
}

/** Where the desk reaches a party: each way that its agreement tells, and nothing where it tells none. */
function Contact() {
  const name = 'Lichtbeheer Noord'
  const askAt = { phone: '0318 - 12 34 56', email: 'melden@lichtbeheer.example' }
  return (
    <GivenProvider value={{ words: en }}>
      <Heading level={2}>Where a party is reached</Heading>
      <PartyContact
        party={{ name, askAt: { ...askAt, website: 'https://lichtbeheer.example/' } }}
      />
      <PartyContact party={{ name, askAt: { phone: '112' } }} />
      <div id="unreached">
        <PartyContact party={{ name, askAt: {} }} />
        <PartyContact party={{ name, askAt: undefined }} />
        <PartyContact party={undefined} />
      </div>
    </GivenProvider>
  )
}

function Facts() {
  return (
    <>
      <Heading level={2}>Facts</Heading>
      <DataList
        items={[
          { key: 'party', name: 'Party', value: 'Lichtbeheer Noord' },
          { key: 'by', name: 'To be done by', value: 'Friday 12 June' },
        ]}
      />
      <DataTable
        caption="Parties"
        columns={[
          { key: 'party', name: 'Party' },
          { key: 'open', name: 'Open', isNumber: true },
          { key: 'late', name: 'Late', isNumber: true },
        ]}
        rows={[
          { key: 'lamps', cells: ['Lichtbeheer Noord', 12, 1] },
          { key: 'roads', cells: ['Wegenwacht', 3, 0] },
        ]}
      />
    </>
  )
}
