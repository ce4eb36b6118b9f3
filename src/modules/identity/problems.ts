/** Of the addresses at which browsers sign in, which are no part of the API. */
export const SIGN_IN_PROBLEMS = {
  'sign-in-refused': { status: 401, title: 'These do not belong together, or are not known' },
  'code-refused': { status: 401, title: 'This code is not right, or not right any more' },
  'passkey-refused': { status: 401, title: 'This passkey was not accepted' },
  'sign-in-too-often': { status: 429, title: 'This was tried too often in a short time' },
  'sign-in-too-long-ago': { status: 403, title: 'For this, sign in anew first' },
  'second-factor-present': { status: 409, title: 'There is a second factor already' },
  'password-link-over': { status: 409, title: 'This link was used, or has ended' },
  'oidc-provider-unknown': { status: 404, title: 'There is no such place to sign in' },
  'oidc-refused': { status: 401, title: 'The sign-in elsewhere was not accepted' },
  'oidc-unreachable': { status: 503, title: 'The place to sign in cannot be reached now' },
  'account-unknown': { status: 403, title: 'Nobody here has this sign-in: ask for an invitation' },
} as const

export const IDENTITY_PROBLEMS = {
  ...SIGN_IN_PROBLEMS,
  'cross-site': { status: 403, title: 'This came from another site than our own' },
  'session-missing': { status: 401, title: 'This needs somebody who has signed in' },
  'second-factor-needed': {
    status: 403,
    title: 'Your role needs a second factor: set it up first',
  },
  'invitation-not-found': { status: 404, title: 'There is no such invitation that is open' },
  'session-not-found': { status: 404, title: 'There is no such session of yours' },
  'invitation-over': { status: 409, title: 'This invitation was used, or has ended' },
  'sign-in-of-other': { status: 409, title: 'This sign-in belongs to another account' },
  'account-not-found': { status: 404, title: 'There is no such account' },
  'key-not-found': { status: 404, title: 'There is no such key, or it has ended' },
  'key-period-wrong': { status: 400, title: 'A key ends in the future, and within two years' },
  'role-not-found': { status: 404, title: 'There is no such role, or it has ended' },
  'role-incomplete': { status: 400, title: 'This role lacks what it needs, or has too much' },
  'role-period-empty': { status: 400, title: 'This role would end before it begins' },
  'role-organisation-unknown': {
    status: 400,
    title: 'This organisation is no party in this municipality',
  },
  'role-deputy-impossible': { status: 409, title: 'Nobody can stand in for this role in this way' },
  'role-of-last-administrator': {
    status: 409,
    title: 'Somebody must remain who is administrator without an end date',
  },
} as const
