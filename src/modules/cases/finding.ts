import { decideAnswer } from './answering.ts'
import type { Answer } from './answers.ts'
import type { Assignment } from './case-state.ts'
import { ACTIVE } from './lifecycle.ts'
import { type Circumstances, needDesk, type Recording } from './recording.ts'
import { remarkIdOf } from './remark-id.ts'

/** A party came upon something and did the work at once. Whose it was, the agreements say all the same. */
export type Finding = {
  organisation: string
  /** Which key said it. */
  source: string
  /** Of the answer, where the work lies with the finder. */
  answerId: string
  cause?: Extract<Answer, { answer: 'done' }>['cause']
}

/** With what the finder wrote: it stands with the answer of whoever has the work, else beside the case. */
export type SealedFinding = Finding & {
  answerDigest: string
  remarkDigest: string
  heardAs: string
}

/** Seals its words both as the answer and as a remark on the case: which of them is kept, is decided after. */
export function sealFound<Sealed extends { digest: string }>(
  { finding, seal }: { finding: Finding; seal: (id: string) => Sealed },
  heardAs: string,
  caseId: string,
): { finding: SealedFinding; asAnswer: Sealed; asRemark: Sealed } {
  const asAnswer = seal(finding.answerId)
  const asRemark = seal(remarkIdOf(caseId, heardAs))
  const digests = { answerDigest: asAnswer.digest, remarkDigest: asRemark.digest }
  return { finding: { ...finding, ...digests, heardAs }, asAnswer, asRemark }
}

/**
 * What follows when the signal has been routed or has joined: work that lies with the finder is answered `done` in
 * the same breath. Done by whoever was not asked, it is said to the desk, which
 * knows who pays, and the case stays with its owner, who looks.
 */
export function takeFinding(
  recording: Recording,
  finding: SealedFinding,
  circumstances: Circumstances,
): void {
  const { organisation, source, answerId, cause } = finding
  const { assignments, category } = recording.state
  // What else the finder has to do for this case it did not speak of.
  const own = assignments.findLast(
    (one) => one.category === category && isOpenFor(one, organisation),
  )
  const answered =
    own &&
    decideAnswer(
      {
        assignmentId: own.id,
        answerId,
        answer: { answer: 'done', next: [], ...(cause === undefined ? {} : { cause }) },
        by: organisation,
        expectedRevision: own.revision,
        remarkDigest: finding.answerDigest,
      },
      recording.state,
      circumstances,
    )
  if (answered && typeof answered !== 'string') {
    for (const event of answered.events) recording.record(event)
    return
  }
  const { heardAs: idempotencyKey, remarkDigest } = finding
  recording.record({
    type: 'CaseRemarked',
    data: { source, said: 'already-done', idempotencyKey, remarkDigest },
  })
  if (recording.state.status === 'open') needDesk(recording, 'done-unasked')
}

/** What only waits for the desk is not the party's yet. */
function isOpenFor({ party, status }: Assignment, organisation: string): boolean {
  return party === organisation && status !== 'proposed' && ACTIVE.includes(status)
}
