import type { Answer, ApiClient } from './api-client.ts'
import type { Typed } from './desk-forms.ts'

const PHOTO = 'photo-'

/** Does over the API what a form of the desk asks; `told` is what the desk reads when it is done. */
export async function actOnCase(
  api: ApiClient,
  number: string,
  typed: Typed,
): Promise<Answer<{ told: string }>> {
  const of = ['cases', number]
  switch (typed.do) {
    case 'release':
      return after('released', api.post(['assignments', typed.assignment ?? '', 'releases']))
    case 'settle':
      return after('settled', api.post([...of, 'desk-settlements'], { reason: typed.reason }))
    case 'close': {
      const closure = { as: typed.as, remark: typed.remark }
      return after('closed', api.post([...of, 'closures'], closure))
    }
    case 'verify': {
      const { by, outcome } = typed
      return after(outcome ?? '', api.post([...of, 'verifications'], { by, outcome }))
    }
    case 'give': {
      const overruling = { agreement: typed.agreement, reason: typed.why }
      return after('given', api.post([...of, 'overrulings'], overruling))
    }
    case 'reply':
      return after('replied', api.post([...of, 'replies'], { text: typed.reply }))
    case 'raise':
      return after('raised', api.post([...of, 'danger-raisings'], { reason: typed.danger }))
    case 'take-over':
      return after('taken-over', api.post([...of, 'takeovers'], {}))
    case 'made-safe':
      return after('made-safe', api.post([...of, 'safety-reports'], {}))
    case 'lower': {
      const lowering = { priority: typed.priority, reason: typed.lowering }
      return after('lowered', api.post([...of, 'danger-lowerings'], lowering))
    }
    case 'kind':
      return after('kind-corrected', api.post([...of, 'kind-corrections'], { kind: typed.kind }))
    case 'publish': {
      const text = typed.text?.trim()
      const chosen = Object.keys(typed).filter((name) => name.startsWith(PHOTO))
      const photos = chosen.map((name) => name.slice(PHOTO.length))
      const checked = typed.checked === undefined ? {} : { isChecked: true }
      const publication = { signal: typed.signal, ...(text ? { text } : {}), photos, ...checked }
      return after('published', api.post([...of, 'publications'], publication))
    }
    case 'unpublish': {
      const withdrawal = { signal: typed.signal }
      return after('unpublished', api.post([...of, 'publication-withdrawals'], withdrawal))
    }
    default:
      return { ok: false, status: 400, problem: 'input-invalid' }
  }
}

async function after(
  told: string,
  asked: Promise<Answer<unknown>>,
): Promise<Answer<{ told: string }>> {
  const answer = await asked
  return answer.ok ? { ok: true, body: { told } } : answer
}
