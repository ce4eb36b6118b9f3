export const SUBSCRIPTION_PROBLEMS = {
  'subscription-not-found': {
    status: 404,
    title: 'There is no such subscription, or it has ended',
  },
  'subscription-about-unknown': {
    status: 404,
    title: 'There is nothing here under this name that everybody may follow',
  },
  'webhook-not-found': { status: 404, title: 'There is no such webhook, or it was removed' },
  'webhook-not-stopped': { status: 409, title: 'This webhook has not stopped' },
  'webhook-address-refused': {
    status: 400,
    title: 'This address cannot be called: it has to be https, without a password, and outside',
  },
  'webhooks-exhausted': { status: 409, title: 'This municipality has as many webhooks as it may' },
} as const
