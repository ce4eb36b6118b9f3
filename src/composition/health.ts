import type { OpenAPIHono } from '@hono/zod-openapi'
import sql from 'sql-template-tag'
import type { Pool } from '#platform/database'
import type { Metrics } from '#platform/metrics'

/** Is the program there, and can it answer everything: for whoever runs it, not for clients. */
export function mountHealth(
  http: OpenAPIHono,
  options: { pool: Pool; worker: Pool; metrics: Metrics; isLeaving: () => boolean },
): void {
  const { pool, worker, metrics, isLeaving } = options
  http.get('/health/live', (c) => c.json({ status: 'live' }))
  http.get('/health/ready', async (c) => {
    // It still answers everything; whoever shares out requests sends the next ones elsewhere.
    if (isLeaving()) return c.json({ status: 'leaving' }, 503)
    const checks = await Promise.allSettled(
      [pool, worker].map((one) => one.read({}, (query) => query(sql`select 1`))),
    )
    const isReady = checks.every(({ status }) => status === 'fulfilled')
    metrics.isReady.set(isReady ? 1 : 0)
    return c.json({ status: isReady ? 'ready' : 'database-unreachable' }, isReady ? 200 : 503)
  })
  http.get('/metrics', async (c) => {
    c.header('content-type', metrics.registry.contentType)
    return c.body(await metrics.registry.metrics())
  })
}
