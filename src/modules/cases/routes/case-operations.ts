import type { Clock } from '#kernel/clock'
import type { AnyOperation } from '#modules/directory'
import type { CountAttempts } from '#platform/attempts'
import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Uploads } from '#platform/uploads'
import type { Vault } from '#platform/vault'
import type { CaseDoor } from '../door.ts'
import { createAnswer } from './create-answer.ts'
import { createAnswers } from './create-answers.ts'
import { createClosure } from './create-closure.ts'
import { createDeskSettlement } from './create-desk-settlement.ts'
import { createFollow } from './create-follow.ts'
import { createJoining } from './create-joining.ts'
import { createKindCorrection } from './create-kind-correction.ts'
import { createLink, type LayLinkMail } from './create-link.ts'
import { createMailStop } from './create-mail-stop.ts'
import { createMeToo } from './create-me-too.ts'
import { createOverruling } from './create-overruling.ts'
import { createPhoto } from './create-photo.ts'
import { createPublication } from './create-publication.ts'
import { createPublicationWithdrawal } from './create-publication-withdrawal.ts'
import { createRelease } from './create-release.ts'
import { createReply } from './create-reply.ts'
import { createSignal, type EnterSignal } from './create-signal.ts'
import { createSplit } from './create-split.ts'
import { createTelling } from './create-telling.ts'
import { createVerification } from './create-verification.ts'
import { createWithholding } from './create-withholding.ts'
import { createWrongfulReply } from './create-wrongful-reply.ts'
import { createWrongfulSettlement } from './create-wrongful-settlement.ts'
import { dangerOperations } from './danger-operations.ts'
import type { LocateCorrection } from './give-answer.ts'
import { listAnswerLinks } from './list-answer-links.ts'
import { listAnswers } from './list-answers.ts'
import { listAssignments } from './list-assignments.ts'
import { listCaseAssignments } from './list-case-assignments.ts'
import { listCaseCells } from './list-case-cells.ts'
import { listCaseDecisions } from './list-case-decisions.ts'
import { listCaseHistory } from './list-case-history.ts'
import { listCaseRemarks } from './list-case-remarks.ts'
import { listCases } from './list-cases.ts'
import { listFollows } from './list-follows.ts'
import { listTellings } from './list-tellings.ts'
import { listWrongfulReports } from './list-wrongful-reports.ts'
import type { NamesOf } from './names-of.ts'
import { previewSignal, type Survey } from './preview-signal.ts'
import { readAreaFigures } from './read-area-figures.ts'
import { readAssignment } from './read-assignment.ts'
import { readCase } from './read-case.ts'
import { readCaseTile } from './read-case-tile.ts'
import { readFigures } from './read-figures.ts'
import { readPhoto } from './read-photo.ts'
import { type PeopleOf, readWrongfulReport } from './read-wrongful-report.ts'
import { readWrongfulSheet } from './read-wrongful-sheet.ts'
import type { NeighbourOf } from './related-cases.ts'
import {
  createReporterLookup,
  listCaseReporters,
  readReporter,
  replaceNamedContact,
} from './reporters.ts'
import type { TownOf } from './town-view.ts'

export function caseOperations(needs: {
  pool: Pool
  vault: Vault
  clock: Clock
  cases: CaseDoor
  newId: () => string
  townOf: TownOf
  neighbourOf: NeighbourOf
  namesOf: NamesOf
  locate: LocateCorrection
  enterSignal: EnterSignal
  files: FileStore
  uploads: Uploads
  layLinkMail: LayLinkMail
  survey: Survey
  peopleOf: PeopleOf
  countAttempts: CountAttempts
}): AnyOperation[] {
  return [
    createSignal(needs),
    previewSignal(needs),
    createMeToo(needs),
    listCases(needs),
    listCaseCells(needs),
    readCaseTile(needs) as AnyOperation,
    readCase(needs),
    listCaseDecisions(needs),
    listCaseAssignments(needs),
    listCaseRemarks(needs),
    createVerification(needs),
    createReply(needs),
    createJoining(needs),
    createSplit(needs),
    createWithholding(needs),
    listTellings(needs),
    createTelling(needs),
    listCaseReporters(needs),
    readReporter(needs),
    createReporterLookup(needs),
    replaceNamedContact(needs),
    listCaseHistory(needs),
    createFollow(needs),
    listFollows(needs),
    createMailStop(needs),
    createOverruling(needs),
    createDeskSettlement(needs),
    createClosure(needs),
    ...dangerOperations(needs),
    createKindCorrection(needs),
    createPublication(needs),
    createPublicationWithdrawal(needs),
    listAssignments(needs),
    readAssignment(needs),
    createRelease(needs),
    createPhoto(needs),
    createAnswer(needs),
    createAnswers(needs),
    createLink(needs),
    listAnswerLinks(),
    listAnswers(needs),
    readPhoto(needs),
    listWrongfulReports(needs),
    readWrongfulReport(needs),
    createWrongfulSettlement(needs),
    createWrongfulReply(needs),
    readWrongfulSheet(needs),
    readFigures(needs),
    readAreaFigures(needs),
  ]
}
