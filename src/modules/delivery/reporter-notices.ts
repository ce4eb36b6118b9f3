import type { Case, Changed, Notice, Rules } from '#modules/cases'
import { BY_MAIL } from '#platform/by-mail'
import type { OutboxRow } from '#platform/outbox'
import { uuidv5 } from './message-id.ts'
import { type ReporterStep, reporterSteps } from './reporter-steps.ts'

export const REPORTER_MESSAGE = 'nl.lantaarn.report.step.v1'

/** What stands in the outbox of a mail: ids and codes. Who it is for and what it says are looked up when it leaves. */
export type ReporterMessage = {
  caseId: string
  /** Whose contact it goes to: the first signal of one reporter. */
  signalId: string
  step: ReporterStep
  /** Of the case when it was laid here; rises from mail to mail, and makes each mail's link another. */
  version: number
  assignmentId?: string
}

/** Versions are of one case: mails about a report that another case had before are counted apart. */
function keyOf({ id, takenIn }: Case, signalId: string): string {
  const isMoved = takenIn.some((one) => one.signalId === signalId)
  return isMoved ? `report/${signalId}/${id}` : `report/${signalId}`
}

/**
 * The mails that have to leave because a case changed, in the order of their steps for each reporter. What still waits
 * for somebody who stopped is taken back.
 */
export function reporterNotices(
  municipality: string,
  changed: Changed,
  rules: Rules,
  now_ms: number,
): Notice {
  const { before, after } = changed
  const { id: caseId, version } = after
  const messages = reporterSteps(changed, rules).map(
    ({ reporter, step, assignmentId }): OutboxRow => {
      const [signalId = ''] = reporter.signals
      const body: ReporterMessage = {
        caseId,
        signalId,
        step,
        version,
        ...(assignmentId === undefined ? {} : { assignmentId }),
      }
      return {
        tenant: municipality,
        id: uuidv5(`${keyOf(after, signalId)}/${version}`),
        destination: BY_MAIL,
        ordering_key: keyOf(after, signalId),
        sequence: version,
        type: REPORTER_MESSAGE,
        body,
        created_at: now_ms,
        due_at: now_ms,
      }
    },
  )
  const present = new Set(after.reporters.map(({ signals }) => signals[0]))
  const stopped = before?.reporters.filter(({ signals }) => !present.has(signals[0])) ?? []
  const takeBack = stopped.map(({ signals }) => ({
    orderingKey: keyOf(before ?? after, signals[0] ?? ''),
    upTo: version,
  }))
  return { messages, takeBack }
}
