/** Of what somebody is told by hand. */
export const TELL_STEPS = [
  'received',
  'asked',
  'done',
  'reopened',
  'will-not-be-done',
  'closed',
  'joined',
  'split-off',
  'given-back',
] as const
export type TellStep = (typeof TELL_STEPS)[number]

/** How the desk tells somebody who gets no mail. */
export const TELL_BY = ['letter', 'call-back'] as const
export type TellBy = (typeof TELL_BY)[number]

/** What whoever reported something by telephone, letter or at the counter has not been told yet. */
export type ToTell = {
  signalId: string
  by: TellBy
  /** The first first; they are told together. */
  steps: readonly TellStep[]
  since_ms: number
}
