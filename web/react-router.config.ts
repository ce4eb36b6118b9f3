import type { Config } from '@react-router/dev/config'

/** Where the build goes: the builder writes a draft beside the one that is served. */
const buildDirectory = process.env.LANTAARN_WEB_BUILD ?? 'build'

export default {
  appDirectory: 'app',
  buildDirectory,
  ssr: true,
  // A page that hydrates knows all routes at once: no endpoint of the router's own is needed.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
