import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page, by its address. A page of a town stands below `:municipality`, its CBS code. */
export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route(':municipality', 'routes/town.tsx'),
  route(':municipality/map', 'routes/map.tsx'),
] satisfies RouteConfig
