import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { readCategories } from '../features/report/categories.ts'
import { addressOf, draftIn } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

const PLACE = ['asset', 'lon', 'lat', 'accuracy', 'seen'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const draft = draftIn(search)
  const categories = await readCategories(visit.api, town.id)
  const category = categories.find(({ id }) => id === draft.category)
  if (!category) throw redirect(addressOf(town.id, '', draft))
  return { town, draft, category, fault: search.get('fault') ?? undefined }
}

/** Where it is: by the number on it, where one stands, a name, or a place on the map. */
export default function ReportWhere() {
  const words = useWords().report
  const { locale } = useSetting()
  const { town, draft, category, fault } = useLoaderData<typeof loader>()
  const known = `/${town.id}/melden/bekend`
  const told = fault === undefined ? undefined : faultIn(words.where.faults, fault)
  return (
    <div className="report">
      <StepHead
        title={words.where.title}
        step={2}
        of={ALL_STEPS}
        back={addressOf(town.id, '', { answers: {} })}
      />
      <p className="lead">{category.name[locale]}</p>
      <form method="get" action={known} className="asked">
        <HiddenFields draft={draft} without={PLACE} />
        <Field
          name="asset"
          label={words.where.number}
          hint={words.where.numberHint}
          fault={told}
          defaultValue={draft.asset}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <button type="submit" className="button">
          {words.where.numberGo}
        </button>
      </form>
      <h2>{words.where.orPlace}</h2>
      <Island name="own-place">
        <own-place
          hidden
          data-locating={words.where.locating}
          data-failed={words.where.locateFailed}
        >
          <form method="get" action={known}>
            <HiddenFields draft={draft} without={PLACE} />
            <input type="hidden" name="lon" />
            <input type="hidden" name="lat" />
            <input type="hidden" name="accuracy" />
            <button type="button" className="button button--quiet">
              {words.where.locate}
            </button>
          </form>
          <p role="status" className="quiet" />
        </own-place>
      </Island>
    </div>
  )
}

function faultIn(faults: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(faults, name) ? faults[name] : undefined) ?? faults.other ?? ''
}
