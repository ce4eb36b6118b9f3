import { setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import { createSampleStage } from '../src/composition/sample-stage.ts'
import { openSite, type Site } from './browser.ts'
import { openMailFolder } from './mail-folder.ts'
import type { Screen } from './screens.ts'
import { NOORDDIJK, until } from './town.ts'

const PACE_MS = 300

/** A town in which a lamp may be broken, with its mails in a folder that anybody may read. */
export async function openSampleSite(): Promise<Site> {
  await using stack = new AsyncDisposableStack()
  const box = stack.use(await openMailFolder())
  let site: Site | undefined
  const stage = createSampleStage(
    {
      municipality: NOORDDIJK,
      category: 'lamp-out',
      condition: 'lamp-failure',
      assetType: 'lamp-post',
      contractor: 'lichtwerk',
      keys: { party: 'lk_of_party', thing: 'lk_of_integrator' },
    },
    { pace_ms: PACE_MS, clock: () => site?.api.town.clock() ?? 0 },
  )
  site = stack.use(
    await openSite({
      sample: stage,
      mail: { folder: box.folder, isShown: true },
      roles: ['serve', 'web', 'work'],
      canCallPrivateAddresses: false,
    }),
  )
  // As a process that is gone left it: an address of its own would be left alone.
  const { worker, vault } = site.api.app
  const gone = { url: 'http://127.0.0.1:1/sample-contractor', secret: makeWebhookSecret() }
  await setEndpoint(worker, vault, { organisation: 'lichtwerk', ...gone })
  const onError = (error: Error) => console.error(error)
  stack.use(await stage.open(site.api.app, onError))
  const opened = stack.move()
  return { ...site, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** What is there only beside a sample town, and where mails go to a folder. */
export const SAMPLE_SCREENS: readonly Screen[] = [
  { name: 'sample-mailbox-empty', prepare: () => '/mailbox' },
  { name: 'sample-town', prepare: () => `/${NOORDDIJK}` },
  { name: 'sample-demo', prepare: () => `/${NOORDDIJK}/demo` },
  {
    name: 'sample-demo-case',
    prepare: () => `/${NOORDDIJK}/demo`,
    async act(page) {
      await page.locator('main form button').click()
      await page.waitForURL(/\/demo\/GM/)
      await page.locator('.timeline__good').first().waitFor({ timeout: 20_000 })
    },
  },
  {
    name: 'sample-mailbox',
    async prepare({ api }) {
      const contact = { email: 'reporter@example.org' }
      await api.town.report({ category: 'tree', place: { lon: 5.01, lat: 52.01 }, contact })
      await until('a mail has come', async () => (await mailsOf(api)).length > 0)
      return '/mailbox'
    },
  },
  {
    name: 'sample-mail',
    async prepare({ api }) {
      const [newest] = await mailsOf(api)
      return `/mailbox/${newest?.id}`
    },
  },
]

async function mailsOf(api: Site['api']): Promise<{ id: string }[]> {
  return (await api.get('/mails')).json.items
}
