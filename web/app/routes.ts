import { index, type RouteConfig, route } from '@react-router/dev/routes'

/** Every page, by its address. A page of a town stands below `:municipality`, its CBS code. */
export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route(':municipality', 'routes/town.tsx'),
  route(':municipality/map', 'routes/map.tsx'),
  route(':municipality/melden', 'routes/report-what.tsx'),
  route(':municipality/melden/waar', 'routes/report-where.tsx'),
  route(':municipality/melden/bekend', 'routes/report-known.tsx'),
  route(':municipality/melden/vragen', 'routes/report-questions.tsx'),
  route(':municipality/melden/versturen', 'routes/report-send.tsx'),
  route(':municipality/melden/klaar', 'routes/report-sent.tsx'),
  route(':municipality/melden/ook/:number', 'routes/report-me-too.tsx'),
  route(':municipality/cases', 'routes/find-case.ts'),
  route(':municipality/cases/:number', 'routes/case.tsx'),
  route(':municipality/follow', 'routes/follow.tsx'),
  route(':municipality/solved/:token', 'routes/solved.tsx'),
  route(':municipality/solved/:token/reply', 'routes/solved-reply.ts'),
  route(':municipality/solved/:token/stop', 'routes/solved-stop.tsx'),
  route(':municipality/buurt', 'routes/areas.tsx'),
  route(':municipality/buurt/:area', 'routes/area.tsx'),
  route(':municipality/feed.atom', 'routes/feed.ts'),
  route(':municipality/paal/:number', 'routes/pole.ts'),
  route(':municipality/p/:number', 'routes/pole.ts', { id: 'pole-short' }),
] satisfies RouteConfig
