const FORM = /^multipart\/form-data\b/i
const EVIDENCE = /^\/api\/v1\/assignments\/[^/]+\/photos$/
const REPORTS = [
  /^\/open311\/v2\/[^/]+\/requests\.(?:json|xml)$/,
  /^\/api\/v1\/signals$/,
  /^\/api\/v1\/assignments\/[^/]+\/answers$/,
]
const PAGES = /^\/GM\d{4}\/(?:answer\/[^/]+|work\/[^/]+|melden\/versturen)$/i

/** Where photos come in, and what the length of such a body may say; who reads it counts. */
export const uploadLimits =
  (most_bytes: number) =>
  (method: string, path: string, contentType: string): number | undefined => {
    if (method !== 'POST') return undefined
    if (EVIDENCE.test(path)) return most_bytes
    if (!FORM.test(contentType)) return undefined
    if (REPORTS.some((one) => one.test(path))) return most_bytes
    // Read to its limit all the same: a person is told on the page itself, with all that was typed.
    return PAGES.test(path) ? Number.POSITIVE_INFINITY : undefined
  }
