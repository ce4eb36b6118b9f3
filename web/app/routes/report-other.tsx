import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { told } from '../api/told.ts'
import { Faults, Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { ContactFields, useFault } from '../features/report/contact-fields.tsx'
import { KeptForOffline } from '../features/report/kept-for-offline.tsx'
import { KeptReport } from '../features/report/kept-report.tsx'
import {
  OTHER_KINDS,
  type OtherKind,
  type OtherTyped,
  otherKindIn,
  otherTypedIn,
  sendOther,
} from '../features/report/send-other.ts'
import { MOST_PHOTOS, photosIn, type SendFaults, typedIn } from '../features/report/send-report.ts'
import { sentAddress, sentCookie } from '../features/report/sent-cookie.ts'
import { readForm } from '../read-form.ts'
import { useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const kind = otherKindIn(new URL(request.url).searchParams.get('kind'))
  const query = { municipality: town.id }
  const offices = kind && told(await visit.api.GET('/kind-addresses', { params: { query } })).items
  return {
    town,
    kind,
    office: offices?.find((one) => one.kind === kind)?.office,
    key: crypto.randomUUID(),
  }
}

type Refused = { typed?: OtherTyped; faults: SendFaults; hadPhotos: boolean }

const FAULTS = { large: 'photosLarge', busy: 'busy', unreadable: 'other' } as const

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const kind = otherKindIn(new URL(request.url).searchParams.get('kind'))
  if (!kind) return redirect(`/${town.id}/melden/anders`, 303)
  const read = await readForm(request)
  if (!read.ok)
    return data<Refused>(
      { faults: { '': FAULTS[read.fault] }, hadPhotos: true },
      { status: read.fault === 'busy' ? 503 : 413 },
    )
  const { form } = read
  const typed = otherTypedIn(form, typedIn(form))
  const photos = photosIn(form)
  const sent = await sendOther(visit.api, town.id, { kind, typed, photos })
  if (!sent.ok)
    return data<Refused>(
      { typed, faults: sent.faults, hadPhotos: photos.length > 0 },
      { status: 400 },
    )
  const { number, code, sentence } = sent.told
  const cookie = sentCookie(town.id, { number, code, sentence, isMeToo: false }, visit.origin)
  return redirect(sentAddress(town.id), { status: 303, headers: { 'set-cookie': cookie } })
}

/** What is no fault: first what it is, then the words and who may be answered. */
export default function ReportOther() {
  const { report: words } = useWords()
  const { town, kind } = useLoaderData<typeof loader>()
  const here = `/${town.id}/melden/anders`
  const title = kind ? words.other.kinds[kind].title : words.other.title
  return (
    <div className="report">
      <title>{`${title} · Lantaarn`}</title>
      <p className="step-back">
        <a href={kind ? here : `/${town.id}/melden`}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <KeptForOffline />
      {kind ? (
        <OtherForm kind={kind} />
      ) : (
        <>
          <p className="lead">{words.other.intro}</p>
          <ul className="choices">
            {OTHER_KINDS.map((one) => (
              <li key={one}>
                <a className="choice" href={`${here}?kind=${one}`}>
                  <strong>{words.other.kinds[one].title}</strong>
                  <span className="quiet">{words.other.kinds[one].text}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function OtherForm({ kind }: { kind: OtherKind }) {
  const words = useWords().report
  const { other, send } = words
  const { town, office, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const { typed, faults = {}, hadPhotos = false } = refused ?? {}
  const faultOf = useFault(faults)
  const shown = Object.fromEntries(
    Object.keys(faults).map((name) => [name, faultOf(name) ?? words.faults.other]),
  )
  return (
    <>
      <Faults faults={shown} />
      <p className="lead">{office === undefined ? other.toDesk : other.to(office)}</p>
      <KeptReport />
      <form
        method="post"
        action={`/${town.id}/melden/anders?kind=${kind}`}
        encType="multipart/form-data"
        className="asked"
        data-keep
      >
        <input type="hidden" name="key" value={typed?.key ?? key} />
        <Field name="description" label={other.kinds[kind].label} fault={faultOf('description')}>
          {(about) => (
            <textarea
              name="description"
              rows={6}
              maxLength={4000}
              required
              defaultValue={typed?.description}
              {...about}
            />
          )}
        </Field>
        <Field
          name="address"
          label={other.address}
          hint={other.addressHint}
          maxLength={500}
          autoComplete="off"
          defaultValue={typed?.address}
        />
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
        <Field
          name="name"
          label={other.name}
          hint={other.nameHint}
          maxLength={100}
          autoComplete="name"
          defaultValue={typed?.name}
        />
        <ContactFields typed={typed} faults={faults} words={other.contact} />
        <p className="actions">
          <button type="submit" className="button" data-going={send.going}>
            {other.go}
          </button>
        </p>
      </form>
      <Island name="photo-picker">{null}</Island>
      <Island name="kept-report">{null}</Island>
    </>
  )
}
