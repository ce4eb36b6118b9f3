type Definition = { status: 400 | 403 | 404 | 409 | 412 | 413 | 428 | 503; title: string }

/** The rejections of cases under their own names, and what only the API can refuse. */
export const CASE_PROBLEMS = {
  'area-not-found': { status: 404, title: 'There is no such area here' },
  'case-not-found': { status: 404, title: 'There is no such case here' },
  'follow-unknown': { status: 404, title: 'There is no report with this number and this code' },
  'assignment-not-found': { status: 404, title: 'There is no such assignment, or it is not yours' },
  'link-not-given': {
    status: 409,
    title: 'No link is given: the assignment has ended, or its party is not reached by mail',
  },
  'if-match-missing': {
    status: 428,
    title: 'Say which revision you answer: If-Match with the ETag of the assignment',
  },
  'name-missing': { status: 400, title: 'Say who answers: `name`' },
  'assignment-changed': { status: 412, title: 'The assignment changed since you read it' },
  'assignment-withdrawn': { status: 409, title: 'This assignment was withdrawn' },
  'answer-not-allowed': {
    status: 409,
    title: 'This answer cannot be given in the status that the assignment has',
  },
  'make-safe-first': { status: 409, title: 'It is dangerous: make it safe first' },
  'question-already-asked': {
    status: 409,
    title: 'The reporter was asked something for this case before: that is done once',
  },
  'reporter-unreachable': { status: 409, title: 'No reporter of this case can be reached' },
  'reason-not-agreed': {
    status: 409,
    title: 'The agreement names no such reason for which work may stand still',
  },
  'already-suspended': { status: 409, title: 'It stands still already' },
  'suspension-used-up': {
    status: 409,
    title: 'It has stood still for this reason as long as the agreement allows',
  },
  'until-has-passed': { status: 400, title: 'The day until which it stands still has passed' },
  'not-suspended': { status: 409, title: 'It does not stand still for a reason of yours' },
  'no-question': { status: 409, title: 'Nothing was asked, or it was replied to before' },
  'signal-not-found': { status: 404, title: 'The case has no such signal' },
  'waits-for-another': { status: 409, title: 'Something else has to be done first' },
  'idempotency-key-reused': {
    status: 409,
    title: 'This Idempotency-Key was used for another answer',
  },
  'category-unknown': { status: 400, title: 'This category does not exist here' },
  'seen-in-future': { status: 400, title: 'The moment at which it was seen is in the future' },
  'facts-unchanged': {
    status: 400,
    title: 'Nothing is corrected: name a category, object or place',
  },
  'assignment-not-held': { status: 409, title: 'This assignment does not wait for the desk' },
  'agreement-unknown': { status: 400, title: 'There is no such agreement in this municipality' },
  'agreement-not-in-force': {
    status: 409,
    title: 'Work cannot be given under this agreement today',
  },
  'case-closed': { status: 409, title: 'The case is closed' },
  'case-not-done': { status: 409, title: 'Nobody has said yet that the work is done' },
  'case-not-open': { status: 409, title: 'The case is not open: contest it first' },
  'case-is-no-fault': { status: 409, title: 'It is no fault: an office answers it, and no party' },
  'case-reported-again': {
    status: 409,
    title: 'More than one reported it, or a thing did: it stays a fault',
  },
  'case-without-owner': {
    status: 409,
    title: 'Nobody would have the case: give it to somebody, or close it',
  },
  'assignment-still-held': { status: 409, title: 'An assignment still waits to be let go' },
  'work-has-begun': { status: 409, title: 'The work has begun, and is not taken back' },
  'already-dangerous': { status: 409, title: 'It is known to be dangerous' },
  'not-dangerous': { status: 409, title: 'It is not dangerous, or it was made safe' },
  'already-taken-over': { status: 409, title: 'Somebody has taken over already' },
  'reporter-not-found': { status: 404, title: 'Nobody reported anything under this' },
  'same-case': { status: 409, title: 'A case is not joined into itself' },
  'case-joined': { status: 409, title: 'The case was joined into another already' },
  'case-not-joined': { status: 409, title: 'The case was not joined into this one' },
  'cases-differ': {
    status: 409,
    title: 'This is confidential, of the past, or the two are not shown to the same people',
  },
  'only-signal': { status: 409, title: 'The case would have no report left' },
  'nothing-to-tell': {
    status: 409,
    title: 'There is nothing to tell, or somebody told it already',
  },
  'nothing-to-release': { status: 409, title: 'This does not wait to be released' },
  'desk-reason-not-present': { status: 409, title: 'The case is not at the desk for this reason' },
  'photo-not-found': { status: 404, title: 'There is no such photo here' },
  'photo-unknown': {
    status: 400,
    title: 'This photo was not sent for this assignment, or is gone',
  },
  'photo-unreadable': {
    status: 400,
    title: 'This is no photo that can be read: send a JPEG, PNG, WebP or AVIF that stands still',
  },
  'photo-too-many-pixels': {
    status: 400,
    title: 'The photo has more than 32 million pixels: make it smaller',
  },
  'photo-too-large': { status: 413, title: 'The photo is larger than is allowed' },
  'photos-exhausted': { status: 409, title: 'No more photos can be added to this assignment' },
  'photos-too-many': { status: 400, title: 'There are more photos than can be sent at once' },
  'upload-unreadable': { status: 400, title: 'The multipart/form-data cannot be read' },
  'upload-too-large': { status: 413, title: 'This is more than can be sent at once' },
  'upload-too-slow': { status: 400, title: 'The photo took too long to arrive' },
  'uploads-busy': { status: 503, title: 'Too many photos are coming in; try again in a moment' },
  'not-for-the-public': {
    status: 409,
    title: 'Of this category nothing that people wrote is shown to everybody',
  },
  'consent-refused': {
    status: 409,
    title: 'Whoever sent this does not want it to be shown to everybody',
  },
  'threat-in-words': {
    status: 409,
    title: 'Somebody is threatened in these words: they are shown to nobody else',
  },
  'personal-data-in-words': {
    status: 409,
    title: 'There is something of a person in these words: leave it out, or say that it may stay',
  },
  'words-destroyed': { status: 409, title: 'What was written with this signal was destroyed' },
  'wrongful-report-not-found': {
    status: 404,
    title: 'There is no such wrongful report, or it is not yours',
  },
  'wrongful-step-not-allowed': {
    status: 409,
    title: 'This cannot be done as the wrongful report stands now',
  },
  'dispute-too-late': {
    status: 409,
    title: 'The days in which it could be disputed are over: it stands',
  },
  'party-may-still-answer': {
    status: 409,
    title: 'The party has time left to answer the dispute',
  },
  'wrongful-report-above-amount': {
    status: 403,
    title: 'The amount is higher than you may accept',
  },
  'period-too-large': {
    status: 400,
    title: 'There is too much in this period: ask for a shorter one',
  },
  'not-published': { status: 409, title: 'Nothing of this signal is released' },
} as const satisfies Record<string, Definition>
