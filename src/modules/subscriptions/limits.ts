/** What one address can follow in one municipality. */
export const MOST_SUBSCRIPTIONS = 20
/** Confirmations that can be mailed to one address within ASKED_WITHIN_MS, whoever asks for them. */
export const MOST_ASKED = 6
export const ASKED_WITHIN_MS = 24 * 3_600_000
/** What nobody confirmed is forgotten, with the address. */
export const CONFIRM_WITHIN_MS = 48 * 3_600_000
/** A case can come back, and whoever reported it can disagree for six weeks. */
export const AFTER_CLOSING_MS = 60 * 86_400_000
/** By which somebody stops or changes what they get; a mail may lie for long. */
export const NEWS_LINK_LASTS_MS = 400 * 86_400_000
/** In one mail; the rest is counted. */
export const MOST_IN_MAIL = 25
export const RADIUS_M = { least: 25, most: 500, usual: 150 } as const
/** What a mailbox has not taken for so long it never will: then it follows nothing any more. */
export const UNREACHABLE_AFTER_MS = 30 * 86_400_000
