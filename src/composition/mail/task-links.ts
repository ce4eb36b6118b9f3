import { isExpectation } from '#modules/agreements'
import type { AssignmentTold } from '#modules/cases'
import { replyAddress } from '#platform/reply-address'
import type { Town } from '../town.ts'
import type { MailNeeds } from './mail-needs.ts'

/** Long enough for a holiday; a new one can be asked for on the page that an old one leads to. */
export const LINK_MS = 30 * 86_400_000

/** The address that a reply goes to, bound to the task as it is now. */
export function replyAddressOf(needs: MailNeeds, told: AssignmentTold): string | undefined {
  const { municipality: tenant, id: subject, revision } = told
  return replyTokenOf(needs, { tenant, subject, revision })
}

/** The address that a reply goes to about whatever this names; undefined where nobody can reply. */
export function replyTokenOf(
  { vault, clock, replyTo }: MailNeeds,
  about: { tenant: string; subject: string; revision: number },
): string | undefined {
  if (replyTo === undefined) return undefined
  return replyAddress(replyTo, vault.signReply({ ...about, expires_ms: clock() + LINK_MS }))
}

/** Where all the work of its party can be had as one sheet. */
export function sheetOf({ vault, clock, publicUrl }: MailNeeds, told: AssignmentTold): string {
  const { municipality: tenant, id: subject } = told
  const link = { kind: 'work', tenant, subject, revision: 0, expires_ms: clock() + LINK_MS }
  return `${publicUrl()}/${tenant}/work/${vault.signLink(link)}`
}

/** The page on which it is answered, for the revision of this moment. */
export function answerTo({ vault, clock, publicUrl }: MailNeeds, told: AssignmentTold) {
  const { municipality: tenant, id: subject, revision } = told
  const until_ms = clock() + LINK_MS
  const link = { kind: 'assignment', tenant, subject, revision, expires_ms: until_ms }
  return { url: `${publicUrl()}/${tenant}/answer/${vault.signLink(link)}`, until_ms }
}

/** A clock that starts on receipt has not begun when its mail is written, and begins with it. */
export function withTerms(told: AssignmentTold, { rules }: Town, now_ms: number): AssignmentTold {
  const agreement = rules.agreement(told.agreement.id, told.agreement.version)
  if (told.terms.length > 0 || !agreement || agreement.terms.party.startsAt === 'acceptance')
    return told
  const terms = rules.partyBy(agreement, told.case.priority, now_ms)
  return {
    ...told,
    terms: terms.map(({ milestone, by_ms }) => ({
      milestone,
      by: new Date(by_ms).toISOString(),
      ...(isExpectation(agreement.basis) ? { isExpectation: true as const } : {}),
    })),
  }
}
