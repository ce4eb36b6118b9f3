import type { OpenAPIHono } from '@hono/zod-openapi'
import { createAuthRoutes, type Identity } from '#modules/identity'
import { clientAddressOf } from '#platform/client-address'
import { createHttp } from '#platform/http'
import { openMailFolder } from '#platform/mail-folder'
import { newId } from '#platform/random'
import { createRateLimit } from '#platform/rate-limit'
import { createUploads } from '#platform/uploads'
import type { Vault } from '#platform/vault'
import { createOpen311Routes } from '#standards/open311'
import { createBearerOf, type KeyOf, keysFor } from './admission.ts'
import { createApi } from './api.ts'
import type { AppOptions } from './app-options.ts'
import type { App, Parts } from './app-parts.ts'
import { createCounting, isKeyInBody } from './counting.ts'
import { mountDeskDoor } from './desk-door.ts'
import { createDeskSessions, type DeskSessions } from './desk-session.ts'
import { refuseForeignForms } from './foreign-forms.ts'
import { mountHealth } from './health.ts'
import { createLayPasswordMail } from './mail/password-mail.ts'
import { createOpen311Port } from './open311-port.ts'
import { uploadLimits } from './upload-limits.ts'
import { openWeb, type Web } from './web.ts'
import { createWebSessions } from './web-session.ts'
import { openThemes } from './web-themes.ts'

const PASSING = /ECONNREFUSED|ECONNRESET|terminat|timeout|Connection|57P0\d|53300/i

/** Everything that is spoken over HTTP: health for whoever runs it, Open311, the REST API, and the pages. */
export async function openDoors(
  options: AppOptions,
  parts: Parts & { isLeaving: () => boolean },
  keyOf: KeyOf,
  onWebError: (error: Error) => void,
): Promise<Pick<App, 'http' | 'endStreams'>> {
  const { log, clock } = options
  const { vault, towns, metrics } = parts
  const uploads = createUploads({
    folder: parts.files.incoming,
    maxPhoto_bytes: options.maxPhoto_bytes,
    maxText_bytes: options.maxBody_bytes,
  })
  const readLink = (token: string) => vault.readLink(token, clock())
  const rate = createRateLimit(options.rate_per_minute)
  const bearerOf = createBearerOf({ keyOf, readLink, sessionOf: parts.identity.sessionOf })
  const counting = createCounting({ rate, keyOf, bearerOf })
  const http = createHttp({
    log,
    metrics,
    maxBody_bytes: options.maxBody_bytes,
    trustedProxies: options.trustedProxies ?? [],
    uploads: { most_bytesOf: uploadLimits(uploads.most_bytes) },
    isLeaving: parts.isLeaving,
    rate: { rate, countedBy: counting.countedBy, isCountedLater: isKeyInBody },
    isPassing: (error) => PASSING.test(`${(error as { code?: string }).code} ${error.message}`),
  })
  http.use(refuseForeignForms(options.publicUrl))
  mountHealth(http, parts)
  const municipalities = () => towns.all().filter(({ isServed }) => isServed)
  const isSecure = () => options.publicUrl().startsWith('https:')
  const desks = createDeskSessions({ secrets: vault, isSecure })
  // Before those of accounts: it asks less of who sends a form, and gives less.
  mountDeskDoor(http, { ...options, sessions: desks, municipalities })
  http.route('/auth', createAuthRoutes(parts.identity, createLayPasswordMail({ ...parts, clock })))
  const open311 = createOpen311Port({
    ...parts,
    clock,
    keyOf: keysFor(keyOf, 'report'),
    publicUrl: options.publicUrl,
  })
  http.route(
    '/open311/v2/:municipality',
    createOpen311Routes(open311, {
      clock,
      uploads,
      publicOrigin: options.publicUrl,
      clientAddress: clientAddressOf,
      waitOf: counting.waitOf,
    }),
  )
  const api = createApi({
    ...parts,
    clock,
    uploads,
    newId,
    keyOf,
    publicUrl: options.publicUrl,
    map: options.map ?? {},
    canCallPrivateAddresses: options.canCallPrivateAddresses,
    ...(options.mail.isShown && { mailFolder: openMailFolder(options.mail.folder) }),
    onAddressError: (error) => log.warn({ err: error }, 'addresses were not found'),
  })
  api.mount(http)
  const web = options.roles.includes('web')
    ? await openPages(options, { ...parts, http, desks, municipalities, onError: onWebError })
    : undefined
  web?.mount(http)
  web?.mountMissing(http)
  return { http, endStreams: api.endStreams }
}

/** The pages, which ask this very program as whoever has signed in. */
async function openPages(
  options: AppOptions,
  parts: {
    http: OpenAPIHono
    vault: Vault
    identity: Identity
    desks: DeskSessions
    municipalities: () => readonly { id: string; name: string }[]
    onError: (error: Error) => void
  },
): Promise<Web> {
  const { clock, publicUrl, baseMapOrigin, themeDir } = options
  const { http, vault, identity, desks, municipalities, onError } = parts
  return openWeb({
    request: (request, env) => http.request(request, undefined, env),
    sessionOf: createWebSessions({ identity, desks, vault, clock }),
    municipalities,
    publicUrl,
    ...(baseMapOrigin && { baseMapOrigin }),
    ...(options.sample && { sample: options.sample }),
    themes: await openThemes(themeDir),
    clock,
    onError,
  })
}
