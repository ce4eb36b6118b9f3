import type { Reporter } from './case-state.ts'
import type { SignalData } from './events.ts'

/**
 * Who is written to once this signal has come in. One person is one reporter, however often they reported the case,
 * and is answered in the language that they used last.
 */
export function withReporter(
  reporters: readonly Reporter[],
  { person, wantsMail, locale = 'nl', signalId }: SignalData,
): readonly Reporter[] {
  if (!wantsMail || person === undefined) return reporters
  const known = reporters.find((one) => one.person === person)
  if (!known) return [...reporters, { person, signals: [signalId], locale }]
  const again = { person, signals: [...known.signals, signalId], locale }
  return reporters.map((one) => (one === known ? again : one))
}

/** Without whoever sent this signal. */
export function withoutReporter(
  reporters: readonly Reporter[],
  signalId: string,
): readonly Reporter[] {
  return reporters.filter(({ signals }) => !signals.includes(signalId))
}
