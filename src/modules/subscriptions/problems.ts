export const SUBSCRIPTION_PROBLEMS = {
  'subscription-not-found': {
    status: 404,
    title: 'There is no such subscription, or it has ended',
  },
  'subscription-about-unknown': {
    status: 404,
    title: 'There is nothing here under this name that everybody may follow',
  },
} as const
