import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setEndpoint } from '#modules/directory'
import { openPool } from '#platform/database'
import { openVault } from '#platform/vault'
import { makeWebhookSecret } from '#standards/cloudevents'
import { SHARED_PARTIES } from '../src/composition/sample-town/parties.ts'
import { type Cluster, openCluster } from './cluster.ts'
import type { ClientTask, OpenLoop } from './open311-client.ts'
import { MUNICIPALITY, makeReports } from './reports.ts'
import type { Row } from './row.ts'
import { inOwnProcess } from './task.ts'

const SCALE = 1
const P99_AT_MOST_MS = 250
const RATES_PER_S = [100, 500]
const [WARM_MS, RUN_MS] = [2_000, 5_000]

/**
 * From the moment that a report should leave its sender to the moment that the party's endpoint has the webhook.
 * Reports come at fixed times, so that one that has to wait counts with its waiting.
 */
export async function benchDelivery(): Promise<Row[]> {
  return [...(await deliver(true)), ...(await deliver(false))]
}

/** In a cluster of its own: in a used one a report would join what was reported before, and nobody is told. */
async function deliver(isOneParty: boolean): Promise<Row[]> {
  await using cluster = await openCluster()
  await using program = await cluster.start({ SAMPLE_SCALE: String(SCALE) })
  const receiverPort = await freePort()
  await setEndpoints(cluster, receiverPort)
  const url = `${program.url}/open311/v2/${MUNICIPALITY}/requests.json`
  let bodies = makeReports({ scale: SCALE, isOneParty })
  const rows: Row[] = []
  for (const rate_per_s of RATES_PER_S) {
    const result = await inOwnProcess<ClientTask, OpenLoop>('open311-client.ts', {
      kind: 'open',
      url,
      bodies,
      receiverPort,
      rate_per_s,
      warm_ms: WARM_MS,
      run_ms: RUN_MS,
    })
    bodies = bodies.slice((rate_per_s * (WARM_MS + RUN_MS)) / 1000)
    rows.push(figure(result, `${rate_per_s}/s, ${isOneParty ? 'one party' : 'several parties'}`))
  }
  return rows
}

function figure({ opened, received, p50_ms, p99_ms, answered }: OpenLoop, where: string): Row {
  return {
    what: `report to webhook received, p99, ${where}`,
    figure: p99_ms,
    unit: 'ms',
    limit: P99_AT_MOST_MS,
    limitIs: 'at most',
    note: `p50 ${Math.round(p50_ms)} ms; ${received} of ${opened} arrived; answer to the sender p50 ${Math.round(answered.p50_ms)}, p99 ${Math.round(answered.p99_ms)} ms`,
  }
}

/** All parties in one place: each still has an endpoint, a window and a breaker of its own. */
export async function setEndpoints({ workerUrl, secretKey }: Cluster, port: number): Promise<void> {
  const pool = openPool({ url: workerUrl, size: 1, onError: console.error })
  const vault = openVault(secretKey)
  for (const organisation of ['G9901', ...SHARED_PARTIES.map(({ id }) => id)]) {
    const url = `http://127.0.0.1:${port}/${organisation}`
    await setEndpoint(pool, vault, { organisation, url, secret: makeWebhookSecret() })
  }
  await pool.close()
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
