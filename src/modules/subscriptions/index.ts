export { aboutInWords } from './about-in-words.ts'
export type { Filter, PublicChange } from './filter.ts'
export { type CaseNow, listFollowedCases, settleFollowed } from './followed-case-commands.ts'
export { MOST_IN_MAIL, NEWS_LINK_LASTS_MS } from './limits.ts'
export { changeInWords } from './news.ts'
export { beginCheckpoint, layNews, takeNews } from './news-commands.ts'
export { SUBSCRIPTION_PROBLEMS } from './problems.ts'
export type { AskedSubscription, FilterOf } from './routes/create-subscription.ts'
export { subscriptionOperations } from './routes/subscription-operations.ts'
export type { AboutOf } from './routes/subscription-view.ts'
export {
  ASKED_MESSAGE,
  type AskedMessage,
  addressDigest,
  endOverdue,
  type IsClosed,
  isOfSubscriber,
  NEWS_MESSAGE,
  type NewsMessage,
  noteMailRefused,
  readAddress,
  stopSubscriptions,
} from './subscriber-commands.ts'
export {
  findSubscriber,
  findSubscriberOf,
  hasSubscribers,
  listCheckpoints,
  listNewsOf,
  listSubscriptions,
  readCheckpoint,
} from './subscriber-queries.ts'
export {
  type ChangeMessage,
  countStopped,
  findWebhook,
  layChanges,
  listBehind,
  listFollowed,
  noteRefused,
  noteTaken,
  subscriptionOf,
  TEST_MESSAGE,
} from './webhook-commands.ts'
