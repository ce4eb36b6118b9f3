import type { Case } from './case.ts'
import { type Circumstances, type Recording, startRecording } from './recording.ts'

export type Publish = {
  signalId: string
  publicationId: string
  by: string
  /** Whether the key of the signal is still there. */
  isReadable: boolean
  /** Present where words are released. */
  textDigest?: string
  photos: readonly string[]
}

export type PublishRejection =
  | 'signal-not-found'
  | 'photo-not-found'
  | 'not-for-the-public'
  | 'words-destroyed'
  | 'consent-refused'

/**
 * The desk releases words and photos of a signal. Never of a case that everybody sees nothing or only the status of,
 * by what it was opened as or by what its category is now.
 */
export function decidePublish(
  command: Publish,
  known: Case,
  { now_ms, rules }: Circumstances,
): Recording | PublishRejection {
  const { signalId, publicationId, by, textDigest } = command
  if (!known.signals.includes(signalId)) return 'signal-not-found'
  const visibilities = [known.visibility, rules.category(known.category)?.visibility]
  if (visibilities.some((one) => one !== undefined && one !== 'public')) return 'not-for-the-public'
  if (known.withheld?.includes(signalId)) return 'consent-refused'
  if (known.destroyed.includes(signalId) || !command.isReadable) return 'words-destroyed'
  const photos = command.photos.flatMap((id) => known.photos.find((one) => one.id === id) ?? [])
  if (photos.length < command.photos.length) return 'photo-not-found'
  const recording = startRecording(known, known.id, now_ms)
  recording.record({
    type: 'SignalPublished',
    data: {
      signalId,
      publicationId,
      by,
      ...(textDigest === undefined ? {} : { textDigest }),
      photos: photos.map(({ id, digest }) => ({ id, digest })),
    },
  })
  return recording
}

export type WithdrawRejection = 'not-published'

/** The desk takes back what it released of a signal. */
export function decideWithdraw(
  { signalId, by }: { signalId: string; by: string },
  known: Case,
  now_ms: number,
): Recording | WithdrawRejection {
  const isPublished = known.publications.some(
    (one) => one.signalId === signalId && !one.isWithdrawn,
  )
  if (!isPublished) return 'not-published'
  const recording = startRecording(known, known.id, now_ms)
  recording.record({ type: 'PublicationWithdrawn', data: { signalId, by } })
  return recording
}
