import { Link } from '@nl-design-system-candidate/link-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/form-field.tsx'
import { useWords } from '../../setting.ts'

/** Leads whoever has a number to its page. */
export function FindCase({ municipality }: { municipality: string }) {
  const { town } = useWords()
  return (
    <search>
      <form className="finder" action={`/${municipality}/cases`} method="get">
        <div className="finder__row">
          <TextField
            name="number"
            label={town.number}
            required
            maxLength={40}
            autoComplete="off"
            placeholder={`${municipality}-26-000123`}
          />
          <Button look="quiet">{town.find}</Button>
        </div>
        <Paragraph>
          <Link href={`/${municipality}/follow`}>{town.followOwn}</Link>
        </Paragraph>
      </form>
    </search>
  )
}
