import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { Faults, Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { chosenOf, readCategories, writtenOf } from '../features/report/categories.ts'
import { ContactFields, useFault } from '../features/report/contact-fields.tsx'
import { addressOf, answerField, type Draft, draftIn } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { KeptReport } from '../features/report/kept-report.tsx'
import { readPreview } from '../features/report/preview.ts'
import { QuestionField } from '../features/report/question-field.tsx'
import {
  MOST_PHOTOS,
  photosIn,
  type SendFaults,
  sendReport,
  type Typed,
  typedIn,
} from '../features/report/send-report.ts'
import { sentAddress, sentCookie } from '../features/report/sent-cookie.ts'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { Summary } from '../features/report/summary.tsx'
import { readForm } from '../read-form.ts'
import { useWords } from '../setting.ts'
import { townOf, type Visit, visitContext } from '../visit.ts'

const FAULTS = { large: 'photosLarge', busy: 'busy', unreadable: 'other' } as const

type Refused = { draft: Draft; typed?: Typed; faults: SendFaults; hadPhotos: boolean }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  // A form that was refused stands on this page; what it was about, it says itself.
  const search = new URL(request.url).searchParams
  const isAsked = search.has('asked')
  return { ...(await aboutOf(visit, draftIn(search), isAsked)), key: crypto.randomUUID() }
}

async function aboutOf(visit: Visit, draft: Draft, isAsked: boolean) {
  const town = townOf(visit)
  const categories = await readCategories(visit.api, town.id)
  const category = categories.find(({ id }) => id === draft.category)
  if (!category) throw redirect(addressOf(town.id, '', draft))
  const chosen = chosenOf(category)
  const missing = chosen.filter(({ code, isRequired }) => isRequired && !draft.answers[code])
  if (missing.length > 0) {
    const address = addressOf(town.id, '/vragen', draft)
    const faults = new URLSearchParams(missing.map(({ code }) => ['fault', code]))
    throw redirect(isAsked ? `${address}&${faults}` : address)
  }
  const read = await readPreview(visit.api, town.id, draft)
  if ('fault' in read)
    throw redirect(`${addressOf(town.id, '/waar', draft)}&fault=${encodeURIComponent(read.fault)}`)
  return { town, draft, category, preview: read.preview, written: writtenOf(category) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const address = draftIn(new URL(request.url).searchParams)
  const read = await readForm(request)
  if (!read.ok)
    return data<Refused>(
      { draft: address, faults: { '': FAULTS[read.fault] }, hadPhotos: true },
      { status: read.fault === 'busy' ? 503 : 413 },
    )
  const { form } = read
  const draft = draftIn(form)
  const typed = typedIn(form)
  const photos = photosIn(form)
  const sent = await sendReport(visit.api, town.id, { draft, typed, photos })
  if (!sent.ok)
    return data<Refused>(
      { draft, typed, faults: sent.faults, hadPhotos: photos.length > 0 },
      { status: 400 },
    )
  const { number, code, sentence } = sent.told
  const cookie = sentCookie(town.id, { number, code, sentence, isMeToo: false }, visit.origin)
  return redirect(sentAddress(town.id), { status: 303, headers: { 'set-cookie': cookie } })
}

/** All that will be sent, what may be said beside it, and how the sender can be reached. */
export default function ReportSend() {
  const words = useWords().report
  const { send } = words
  const { town, draft: asked, category, preview, written, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const { typed, faults = {}, hadPhotos = false } = refused ?? {}
  const draft = refused?.draft ?? asked
  const faultOf = useFault(faults)
  const shown = Object.fromEntries(
    Object.keys(faults).map((name) => [name, faultOf(name) ?? words.faults.other]),
  )
  const fields = written.map(({ code }) => answerField(code))
  return (
    <div className="report">
      <StepHead
        title={send.title}
        step={ALL_STEPS}
        of={ALL_STEPS}
        back={addressOf(town.id, '/waar', asked)}
      />
      <KeptReport />
      <Faults faults={shown} />
      <Summary town={town.id} draft={asked} category={category} preview={preview} />
      <form
        method="post"
        action={addressOf(town.id, '/versturen', asked)}
        encType="multipart/form-data"
        className="asked"
        data-keep
      >
        <HiddenFields draft={draft} without={fields} />
        <input type="hidden" name="key" value={typed?.key ?? key} />
        {written.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            answer={draft.answers[question.code] ?? []}
            fault={faultOf(answerField(question.code))}
          />
        ))}
        <Field
          name="description"
          label={send.description}
          hint={send.descriptionHint}
          fault={faultOf('description')}
        >
          {(about) => (
            <textarea
              name="description"
              rows={3}
              maxLength={4000}
              defaultValue={typed?.description}
              {...about}
            />
          )}
        </Field>
        <photo-picker data-remove={send.removePhoto} data-most={MOST_PHOTOS}>
          <Field
            name="photos"
            label={send.photos}
            hint={send.photosHint}
            fault={faultOf('photos') ?? (hadPhotos ? words.faults.photosAgain : undefined)}
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,image/avif"
          />
          <ul className="thumbs" />
        </photo-picker>
        <label className="check">
          <input
            type="checkbox"
            name="mayPublish"
            value="yes"
            defaultChecked={typed?.mayPublish ?? false}
            aria-describedby="may-publish-hint"
          />
          <span>{send.mayPublish}</span>
        </label>
        <p className="quiet check-hint" id="may-publish-hint">
          {send.mayPublishHint}
        </p>
        <ContactFields typed={typed} faults={faults} />
        <p className="actions">
          <button type="submit" className="button" data-going={send.going}>
            {send.go}
          </button>
        </p>
      </form>
      <Island name="photo-picker">{null}</Island>
      <Island name="kept-report">{null}</Island>
    </div>
  )
}
