import { z } from '@hono/zod-openapi'
import { Agreement, type AgreementVersion, Id, LocalDate } from './agreement.ts'

/**
 * A draft: entered → put in force, or dropped. While it is a draft it may be entered again, compared and simulated, and
 * changes nothing. What is dropped may be entered again; what was put in force stays as it was.
 */
export const DRAFT_STATUSES = ['draft', 'in-force', 'dropped'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** The last version of an agreement ends on this local date, which is the first on which it does not hold. */
export const AgreementEnd = z.strictObject({ id: Id, on: LocalDate })

/** A named set of agreements to be entered, replaced or ended together. */
export const AgreementDraft = z
  .strictObject({
    id: Id,
    title: z.string().min(1).max(200),
    agreements: z.array(Agreement).max(10_000).default([]),
    ends: z.array(AgreementEnd).max(1_000).default([]),
  })
  .superRefine(({ agreements, ends }, context) => {
    const seen = new Set<string>()
    const named = [
      ...agreements.map(({ id }, at) => ({ id, path: ['agreements', at, 'id'] })),
      ...ends.map(({ id }, at) => ({ id, path: ['ends', at, 'id'] })),
    ]
    for (const { id, path } of named) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path, message: `${id} is in this draft twice` })
      seen.add(id)
    }
    if (named.length === 0)
      context.addIssue({ code: 'custom', message: 'a draft enters or ends at least one agreement' })
  })
export type AgreementDraft = z.infer<typeof AgreementDraft>

/** Of each agreement that a draft touches, the last version when it was made; 0 where there was none. */
export type DraftBase = Readonly<Record<string, number>>

export type WrongEnd = { id: string; reason: 'unknown' | 'before-its-start' }

export type DraftAgreements =
  | { accepted: true; agreements: readonly Agreement[] }
  | { accepted: false; reason: 'draft-ends-wrong'; ends: readonly WrongEnd[] }

function lastVersions(versions: readonly AgreementVersion[]): Map<string, AgreementVersion> {
  const last = new Map<string, AgreementVersion>()
  for (const one of versions) {
    const known = last.get(one.agreement.id)
    if (!known || known.version < one.version) last.set(one.agreement.id, one)
  }
  return last
}

/**
 * What a draft enters, with its ends written out as the last version with that end. Rejects with `draft-ends-wrong` where
 * it ends what is not there, or before it starts.
 */
export function agreementsOfDraft(
  { agreements, ends }: AgreementDraft,
  versions: readonly AgreementVersion[],
): DraftAgreements {
  const last = lastVersions(versions)
  const wrong: WrongEnd[] = []
  const ended: Agreement[] = []
  for (const { id, on } of ends) {
    const present = last.get(id)?.agreement
    if (!present) wrong.push({ id, reason: 'unknown' })
    else if (on <= present.validity.from) wrong.push({ id, reason: 'before-its-start' })
    else ended.push({ ...present, validity: { from: present.validity.from, to: on } })
  }
  if (wrong.length > 0) return { accepted: false, reason: 'draft-ends-wrong', ends: wrong }
  return { accepted: true, agreements: [...agreements, ...ended] }
}

export function baseOf(
  { agreements, ends }: AgreementDraft,
  versions: readonly AgreementVersion[],
): DraftBase {
  const last = lastVersions(versions)
  const ids = [...agreements, ...ends].map(({ id }) => id).sort()
  return Object.fromEntries(ids.map((id) => [id, last.get(id)?.version ?? 0]))
}

export type Outdated = { id: string; base: number; version: number }

/** The agreements that were changed by others since the draft was made. */
export function outdatedOf(base: DraftBase, versions: readonly AgreementVersion[]): Outdated[] {
  const last = lastVersions(versions)
  return Object.entries(base).flatMap(([id, known]) => {
    const version = last.get(id)?.version ?? 0
    return version === known ? [] : [{ id, base: known, version }]
  })
}

/** The register as it would be with these agreements entered at a moment. */
export function withEntered(
  versions: readonly AgreementVersion[],
  agreements: readonly Agreement[],
  entered_ms: number,
): AgreementVersion[] {
  const last = lastVersions(versions)
  const added = agreements.map((agreement) => {
    return { agreement, version: (last.get(agreement.id)?.version ?? 0) + 1, entered_ms }
  })
  return [...versions, ...added]
}

/** The first local date on which all of a draft has begun. */
export function lastDateOf({ agreements, ends }: AgreementDraft): string | undefined {
  const dates = [...agreements.map(({ validity }) => validity.from), ...ends.map(({ on }) => on)]
  return dates.sort().at(-1)
}
