import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page, by its address. A page of a town stands below `:municipality`, its CBS code. */
export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route(':municipality', 'routes/town.tsx'),
  route(':municipality/desk', 'routes/desk/start.ts'),
  route(':municipality/desk/today', 'routes/desk/today.tsx'),
  route(':municipality/desk/intake', 'routes/desk/intake.tsx'),
  route(':municipality/desk/cases', 'routes/desk/cases.tsx'),
  route(':municipality/desk/cases/:number', 'routes/desk/case.tsx'),
  route(':municipality/desk/moderation', 'routes/desk/moderation.tsx'),
  route(':municipality/desk/reporters/:reporter', 'routes/desk/reporter.tsx'),
  route(':municipality/desk/duty', 'routes/desk/duty.tsx'),
  route(':municipality/desk/live', 'routes/desk/live.ts'),
] satisfies RouteConfig
