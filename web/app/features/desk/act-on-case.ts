import type { Api } from '../../api/client.ts'
import { type Refusal, refusalOf, type Typed } from './desk-visit.ts'

type Outcome = { ok: true; told: string; number?: string } | ({ ok: false } & Refusal)
type Asked = Promise<{ data?: unknown; error?: unknown; response: Response }>

const PHOTO = 'photo-'

/** Does over the API what a form of the desk asks; `told` is what the desk reads when it is done. */
export async function actOnCase(api: Api, number: string, typed: Typed): Promise<Outcome> {
  const params = { path: { case: number } }
  // What a form leaves out the API refuses, with its reason.
  const body = (fields: object) => ({ params, body: fields as never })
  switch (typed.do) {
    case 'release':
      return after(
        'released',
        api.POST('/assignments/{assignment}/releases', {
          params: { path: { assignment: typed.assignment ?? '' } },
        }),
      )
    case 'settle':
      return after(
        'settled',
        api.POST('/cases/{case}/desk-settlements', body({ reason: typed.reason })),
      )
    case 'close':
      return after(
        'closed',
        api.POST(
          '/cases/{case}/closures',
          body({
            as: typed.as,
            remark: typed.remark,
            ...(typed.because && { because: typed.because }),
          }),
        ),
      )
    case 'verify':
      return after(
        typed.outcome ?? '',
        api.POST('/cases/{case}/verifications', body({ by: typed.by, outcome: typed.outcome })),
      )
    case 'give':
      return after(
        'given',
        api.POST(
          '/cases/{case}/overrulings',
          body({ agreement: typed.agreement, reason: typed.why }),
        ),
      )
    case 'reply':
      return after('replied', api.POST('/cases/{case}/replies', body({ text: typed.reply })))
    case 'raise':
      return after(
        'raised',
        api.POST('/cases/{case}/danger-raisings', body({ reason: typed.danger })),
      )
    case 'take-over':
      return after('taken-over', api.POST('/cases/{case}/takeovers', body({})))
    case 'made-safe':
      return after('made-safe', api.POST('/cases/{case}/safety-reports', body({})))
    case 'lower':
      return after(
        'lowered',
        api.POST(
          '/cases/{case}/danger-lowerings',
          body({ priority: typed.priority, reason: typed.lowering }),
        ),
      )
    case 'kind':
      return after(
        'kind-corrected',
        api.POST('/cases/{case}/kind-corrections', body({ kind: typed.kind })),
      )
    default:
      return actOnReports(api, number, typed)
  }
}

/** What is done to the reports of a case, and for whoever sent them. */
async function actOnReports(api: Api, number: string, typed: Typed): Promise<Outcome> {
  const params = { path: { case: number } }
  const body = (fields: object) => ({ params, body: fields as never })
  const { signal } = typed
  switch (typed.do) {
    case 'publish': {
      const text = typed.text?.trim()
      const photos = Object.keys(typed)
        .filter((name) => name.startsWith(PHOTO))
        .map((name) => name.slice(PHOTO.length))
      const checked = typed.checked ? { isChecked: true } : {}
      const publication = { signal, ...(text ? { text } : {}), ...checked, photos }
      return after('published', api.POST('/cases/{case}/publications', body(publication)))
    }
    case 'unpublish':
      return after(
        'unpublished',
        api.POST('/cases/{case}/publication-withdrawals', body({ signal })),
      )
    case 'keep-back':
      return after('kept-back', api.POST('/cases/{case}/withholdings', body({ signal })))
    case 'tell':
      return after(
        typed.as ?? 'told',
        api.POST('/cases/{case}/tellings', body({ signal, as: typed.as })),
      )
    case 'join':
      return after(
        'joined',
        api.POST('/cases/{case}/joinings', body({ into: typed.into?.trim().toUpperCase() })),
      )
    case 'split':
      return after('split', api.POST('/cases/{case}/splits', body({ signal })))
    case 'give-back':
      return after('given-back', api.POST('/cases/{case}/splits', body({ case: typed.joined })))
    case 'note':
      return after(
        'noted',
        api.PUT('/named-contacts/{reporter}', {
          params: { path: { reporter: typed.reporter ?? '' } },
          body: {
            name: typed.name ?? '',
            ...(typed.note?.trim() ? { note: typed.note } : {}),
          },
        }),
      )
    default:
      return { ok: false, problem: 'input-invalid', status: 400 }
  }
}

async function after(told: string, asked: Asked): Promise<Outcome> {
  const { data, error, response } = await asked
  if (!response.ok) return { ok: false, ...refusalOf(response, error) }
  // A case; of a task the number is its place in the chain.
  const { number } = (data ?? {}) as { number?: unknown }
  return { ok: true, told, ...(typeof number === 'string' ? { number } : {}) }
}
