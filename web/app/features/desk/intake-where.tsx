import { useId } from 'react'
import type { Told } from '../../api/client.ts'
import { useSetting, useWords } from '../../setting.ts'
import type { Typed } from './desk-visit.ts'
import { TextField } from './fields.tsx'
import { LateMap } from './late-map.tsx'
import { type Chosen, chosenText, type Known } from './read-intake.ts'

type Props = {
  typed: Typed
  known: Known | undefined
  map: Told['Map']
  assetTypes: readonly string[]
  /** What the map shows as chosen. */
  at: Chosen | undefined
  /** What is wrong with what was sent, by the names of the fields. */
  faults: Readonly<Record<string, string>>
}

/** Where it is: by an address, a street or a number, on the map, or by what the reporter says of it. */
export function IntakeWhere({ typed, known, map, assetTypes, at, faults }: Props) {
  const { intake } = useWords().desk
  const { town } = useSetting()
  const id = useId()
  const isOwn = Boolean(typed.asset || typed.place || faults.asset || faults.place)
  return (
    <fieldset>
      <legend>{intake.where}</legend>
      <div className="finder">
        <label htmlFor={id}>{intake.search}</label>
        <p className="quiet" id={`${id}-hint`}>
          {intake.searchHint}
        </p>
        <div className="finder__row">
          <input
            id={id}
            name="q"
            maxLength={100}
            autoComplete="off"
            defaultValue={typed.q ?? ''}
            aria-describedby={`${id}-hint`}
          />
          <button type="submit" className="button button--quiet" name="do" value="look">
            {intake.find}
          </button>
        </div>
      </div>
      <div role="status">{known?.found?.length === 0 && <p>{intake.notFound}</p>}</div>
      {known?.found && known.found.length > 0 && (
        <Found found={known.found} chosen={typed.found ?? ''} />
      )}
      <p role="status" className="chosen-place">
        {known?.where !== undefined && intake.chosen(known.where)}
      </p>
      <LateMap
        key={assetTypes.join()}
        title={intake.map}
        mode="pick"
        municipality={town?.id ?? ''}
        map={map}
        {...(at && { at })}
        {...(assetTypes.length > 0 && { assetTypes: [...assetTypes] })}
      >
        {assetTypes.length > 0 && <div data-map-near />}
      </LateMap>
      <TextField
        name="address"
        label={intake.address}
        typed={typed}
        fault={faults.address}
        most={500}
      />
      <details className="part" open={isOwn}>
        <summary>{intake.exact}</summary>
        <div className="pair">
          <TextField
            name="asset"
            label={intake.asset}
            typed={typed}
            fault={faults.asset}
            most={80}
          />
          <TextField
            name="place"
            label={intake.place}
            hint={intake.placeHint}
            typed={typed}
            fault={faults.place}
            most={60}
          />
        </div>
      </details>
    </fieldset>
  )
}

/** By the arrow keys as well; whichever is chosen stands for what the fields below say. */
function Found({ found, chosen }: { found: readonly Told['FoundPlace'][]; chosen: string }) {
  const { intake } = useWords().desk
  const choices = found.map(({ kind, id, label, place }) => {
    const asset = kind === 'asset' ? { asset: id } : {}
    const address = kind === 'address' ? { address: label } : {}
    const own = { ...place, ...asset, ...address } as Chosen
    return { label, value: chosenText(own) }
  })
  return (
    <fieldset className="found-places">
      <legend>{intake.found}</legend>
      {[...choices, { label: intake.noneOfThese, value: '' }].map(({ label, value }) => (
        <label key={value} className="map-choice">
          <input
            type="radio"
            name="found"
            value={value}
            defaultChecked={value !== '' && value === chosen}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
