import type { Case, Publication } from './case-state.ts'
import type { CaseEvent, PhotoFact } from './events.ts'

/** Photos with what they came with: a signal, or an answer whose details name them. */
export function evidenceOf(photos: unknown, of: string): (PhotoFact & { of: string })[] {
  return ((photos ?? []) as readonly PhotoFact[]).map(({ id, digest }) => ({ id, digest, of }))
}

/** What is released of a signal takes the place of what was released of it before. */
export function published(
  state: Case,
  data: Extract<CaseEvent, { type: 'SignalPublished' }>['data'],
  published_ms: number,
): Case {
  const publication: Publication = {
    signalId: data.signalId,
    publicationId: data.publicationId,
    hasText: data.textDigest !== undefined,
    photos: data.photos.map(({ id }) => id),
    published_ms,
    isWithdrawn: false,
  }
  const others = state.publications.filter(({ signalId }) => signalId !== data.signalId)
  return { ...state, publications: [...others, publication] }
}

export function unpublished(state: Case, signalId: string): Case {
  const publications = state.publications.map((one) =>
    one.signalId === signalId ? { ...one, isWithdrawn: true } : one,
  )
  return { ...state, publications }
}

/** Of a signal whose key is gone nothing can be released, and nothing is released any more. */
export function withoutWords(state: Case, signalId: string): Case {
  return {
    ...unpublished(state, signalId),
    photos: state.photos.filter(({ of }) => of !== signalId),
    destroyed: [...new Set([...state.destroyed, signalId])],
  }
}
