import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page, by its address. A page of a town stands below `:municipality`, its CBS code. */
export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('invitation/:token', 'routes/invitation.tsx'),
  route('forgotten-password', 'routes/forgotten-password.tsx'),
  route('new-password/:token', 'routes/new-password.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/password', 'routes/account-password.tsx'),
  route('account/second-factor', 'routes/account-second-factor.tsx'),
  route('account/passkeys', 'routes/account-passkeys.tsx'),
  route(':municipality', 'routes/town.tsx'),
  route(':municipality/administration', 'routes/administration.tsx'),
  route(':municipality/administration/people', 'routes/administration-people.tsx'),
  route(':municipality/administration/invitations', 'routes/administration-invitations.tsx'),
  route(':municipality/administration/keys', 'routes/administration-keys.tsx'),
  route(':municipality/administration/processing-log', 'routes/administration-processing-log.tsx'),
] satisfies RouteConfig
