import { v7 as newId } from 'uuid'
import { setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import type { App } from '../src/app.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import type { TestDatabase } from './rig.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'
import { openReceiver } from './webhook-receiver.ts'

/**
 * The sample town on a database that other processes serve, where one receiver stands for all parties of `town`.
 * `isLoaded`: one of those processes has loaded it. `setEndpoint`: that of their version, where it is not this one.
 */
export async function openSampleTown(
  database: TestDatabase,
  town: string,
  options: { isLoaded?: true; setEndpoint?: typeof setEndpoint } = {},
) {
  await using stack = new AsyncDisposableStack()
  const receiver = stack.use(await openReceiver())
  const app: App = stack.use(await openTestApp({ database, roles: [] }))
  const give = options.setEndpoint ?? setEndpoint
  const silent = { say: () => {}, newId: () => newId(), now_ms: Date.now() }
  if (!options.isLoaded)
    await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
  for (const party of (await app.towns.get(town)).parties.keys())
    await give(app.worker, app.vault, receiver.endpoint(party, makeWebhookSecret()))
  const closing = stack.move()
  return { app, receiver, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}
