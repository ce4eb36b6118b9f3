import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { request as ask, type IncomingMessage } from 'node:http'
import { request as askSecurely, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { sampleAccounts } from '../src/composition/sample-accounts.ts'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { openBrowser } from './browser.ts'
import { freePort } from './free-port.ts'
import { makeCertificate } from './own-certificate.ts'
import { readMail } from './read-mail.ts'
import { openTestDatabase } from './rig.ts'
import { TEST_SECRET } from './test-app.ts'
import { until } from './town.ts'

const MAIN = path.join(import.meta.dirname, '../src/main.ts')
const TOWN = 'GM9901'
const MOST_PER_MINUTE = 6
const PROXY = '127.0.0.1'

type Told = { status: number; headers: IncomingMessage['headers']; text: string }
type Asked = {
  method?: string
  body?: string
  headers?: Record<string, string>
  /** The address from which it is asked. */
  from?: string
}

describe('behind a proxy that ends TLS', () => {
  const stack = new AsyncDisposableStack()
  let origin: string
  let certificate: ReturnType<typeof makeCertificate>
  /** Where the program itself is heard, as only the proxy should know. */
  let inside: URL
  let browser: Browser
  let mailFolder: string
  const refused: string[] = []

  before(async () => {
    await ensureWebBuild(() => undefined)
    const database = stack.use(await openTestDatabase())
    certificate = makeCertificate('localhost')
    const proxy = createServer(certificate, (asked, answer) => {
      const before = asked.headers['x-forwarded-for']
      const client = asked.socket.remoteAddress ?? ''
      const headers = {
        ...asked.headers,
        'x-forwarded-for': before ? `${before}, ${client}` : client,
      }
      const onward = ask(
        {
          host: inside.hostname,
          port: inside.port,
          path: asked.url,
          method: asked.method,
          headers,
        },
        (told) => {
          answer.writeHead(told.statusCode ?? 502, told.headers)
          told.pipe(answer)
        },
      )
      onward.on('error', (error) => {
        refused.push(error.message)
        answer.destroy()
      })
      asked.pipe(onward)
    })
    await new Promise<void>((resolve) => proxy.listen(0, '0.0.0.0', resolve))
    stack.defer(() => {
      proxy.closeAllConnections()
      proxy.close()
    })
    inside = new URL(`http://127.0.0.1:${await freePort()}`)
    origin = `https://localhost:${(proxy.address() as AddressInfo).port}`
    const dataDir = await mkdtemp(path.join(tmpdir(), 'lantaarn-tls-'))
    stack.defer(() => rm(dataDir, { recursive: true, force: true }))
    mailFolder = path.join(dataDir, 'mail')
    const child = spawn(process.execPath, [MAIN, 'start'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: database.workerUrl,
        SECRET_KEY: TEST_SECRET,
        DATA_DIR: dataDir,
        PORT: inside.port,
        HOST: '127.0.0.1',
        PUBLIC_URL: origin,
        TRUSTED_PROXIES: PROXY,
        RATE_PER_MINUTE: String(MOST_PER_MINUTE),
        SAMPLE_TOWN: 'yes',
        SAMPLE_SCALE: '0.1',
        LOG_LEVEL: 'fatal',
      },
    })
    stack.defer(() => void child.kill('SIGKILL'))
    for await (const line of child.stdout ?? []) if (/ready at/.test(String(line))) break
    browser = await openBrowser(stack)
  })
  after(() => stack.disposeAsync())

  /** As a client of the proxy, from an address of its own; the answer as it comes. */
  const outside = (where: string, own: Asked = {}): Promise<Told> =>
    tell(askSecurely, new URL(where, origin), own)
  /** As somebody who found the port behind it. */
  const directly = (where: string, own: Asked = {}): Promise<Told> =>
    tell(ask, new URL(where, inside), own)

  function tell(how: typeof ask | typeof askSecurely, url: URL, own: Asked): Promise<Told> {
    const { method = 'GET', body, headers = {}, from = '127.0.0.20' } = own
    return new Promise((resolve, reject) => {
      const asking = how(
        {
          host: '127.0.0.1',
          port: url.port,
          path: `${url.pathname}${url.search}`,
          method,
          localAddress: from,
          servername: 'localhost',
          ca: certificate.cert,
          headers: { host: url.host, ...headers },
        },
        (told) => {
          let text = ''
          told.setEncoding('utf8')
          told.on('data', (part: string) => {
            text += part
          })
          told.on('end', () =>
            resolve({ status: told.statusCode ?? 0, headers: told.headers, text }),
          )
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }

  async function mails(): Promise<string[]> {
    const names = await readdir(mailFolder).catch(() => [])
    const own = names.filter((name) => name.endsWith('.eml'))
    return Promise.all(own.map((name) => readFile(path.join(mailFolder, name), 'utf8')))
  }

  const form = (fields: Record<string, string>, headers: Record<string, string> = {}): Asked => ({
    method: 'POST',
    body: String(new URLSearchParams(fields)),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
  })

  it('forms work in a browser, cookies keep to TLS, and every way leads back to TLS', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'nl-NL' })
    const page = await context.newPage()
    const plain: string[] = []
    page.on('request', (request) => {
      if (!/^(https|data|blob):/.test(request.url())) plain.push(request.url())
    })
    const account = sampleAccounts(TEST_SECRET).find(({ role }) => role.role === 'desk')
    assert(account)
    await page.goto(`${origin}/${TOWN}/desk`, { waitUntil: 'load' })
    assert.match(page.url(), /^https:.*\/sign-in\?next=/)
    await page.locator('#field-address').fill(account.address)
    await page.locator('#field-password').fill(account.password)
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.waitForURL(/\/desk\/today/)
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor({ state: 'attached' })
    assert.equal(page.url(), `${origin}/${TOWN}/desk/today`)
    const cookies = await context.cookies()
    const session = cookies.find(({ name }) => name === '__Host-lantaarn')
    assert(session, cookies.map(({ name }) => name).join())
    assert.deepEqual(
      [session.secure, session.httpOnly, session.sameSite, session.path],
      [true, true, 'Lax', '/'],
    )
    assert.equal(await page.evaluate('document.cookie'), '')
    for (const { name, secure, httpOnly } of cookies) assert(secure && httpOnly, name)
    assert.deepEqual(plain, [])
    await context.close()
  })

  it('the key of the desk is kept in a cookie of TLS, too', async () => {
    const told = await outside(`/${TOWN}/desk/sign-in`, form({ key: 'lk_wrong' }))
    assert.equal(told.status, 401)
    const page = await outside(`/${TOWN}/desk/key`)
    assert.equal(page.status, 200)
  })

  it('says on every answer that it is reached over TLS alone', async () => {
    for (const where of [
      '/',
      `/${TOWN}`,
      '/nowhere',
      '/health/live',
      '/api/v1/openapi.json',
      `/${TOWN}/feed.atom`,
    ]) {
      const { headers } = await outside(where, { headers: { accept: 'text/html' } })
      const [, age] = /max-age=(\d+)/.exec(String(headers['strict-transport-security'])) ?? []
      assert(Number(age) >= 31_536_000, where)
    }
  })

  it('believes no host that a client names', async () => {
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example;proto=http',
    }
    for (const where of [
      `/${TOWN}`,
      `/${TOWN}/feed.atom`,
      `/${TOWN}/desk`,
      '/api/v1/openapi.json',
      '/account',
      `/open311/v2/${TOWN}/discovery.xml`,
    ]) {
      const { headers, text, status } = await outside(where, {
        headers: { ...forged, accept: 'text/html' },
      })
      assert(status < 500, `${where}: ${status}`)
      assert(!`${text}${JSON.stringify(headers)}`.includes('evil.example'), where)
      const { location } = headers
      if (location !== undefined) assert.equal(new URL(location, origin).origin, origin, where)
    }
    const account = sampleAccounts(TEST_SECRET)[0]
    const asked = await outside(
      '/forgotten-password',
      form({ address: account?.address ?? '' }, forged),
    )
    assert([200, 303].includes(asked.status), asked.text.slice(0, 200))
    const isMailed = async () => (await mails()).some((raw) => raw.includes('new-password'))
    await until('the link is mailed', isMailed)
    for (const raw of await mails()) {
      const { text } = readMail(raw)
      assert(!raw.includes('evil.example'))
      for (const [link] of text.matchAll(/https?:\/\/[^\s/]+/g)) assert.equal(link, origin)
    }
  })

  it('takes no form that names the address inside as where it comes from', async () => {
    for (const from of [inside.origin, origin.replace('https:', 'http:'), 'https://localhost']) {
      const told = await outside('/preferences', {
        ...form({ to: '/', language: 'en' }, { origin: from }),
        from: '127.0.0.22',
      })
      assert.equal(told.status, 403, from)
    }
    const own = await outside('/preferences', {
      ...form({ to: '/', language: 'en' }),
      from: '127.0.0.21',
    })
    assert.deepEqual([own.status, own.headers.location], [303, '/'])
  })

  const flood = async (send: (at: number) => Promise<Told>) => {
    const statuses: number[] = []
    for (let at = 0; at < MOST_PER_MINUTE + 3; at++) statuses.push((await send(at)).status)
    return statuses
  }
  const signal = (from: string, headers: Record<string, string>): Asked => ({
    method: 'POST',
    from,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ category: 'nothing', place: { lon: 5, lat: 52 } }),
  })

  it('counts by the address that the proxy saw, and by no header of whoever called', async () => {
    const where = `/api/v1/signals?municipality=${TOWN}`
    const varied = (at: number) => ({
      'x-forwarded-for': `198.51.100.${at}`,
      'x-real-ip': `198.51.100.${at}`,
    })
    const forged = await flood((at) => outside(where, signal('127.0.0.31', varied(at))))
    assert.deepEqual(
      forged.slice(-3),
      [429, 429, 429],
      'a client of the proxy that makes up who it is for',
    )
    const neighbour = await outside(where, signal('127.0.0.32', {}))
    assert.notEqual(neighbour.status, 429, 'another client of the same proxy')
    const untrusted = await flood((at) => directly(where, signal('127.0.0.33', varied(at))))
    assert.deepEqual(untrusted.slice(-3), [429, 429, 429], 'somebody beside the proxy')
    // Nor can anybody use up the address of somebody else.
    await flood(() => directly(where, signal('127.0.0.34', { 'x-forwarded-for': '127.0.0.35' })))
    const victim = await outside(where, signal('127.0.0.35', {}))
    assert.notEqual(victim.status, 429)
    assert.deepEqual(refused, [])
  })
})
