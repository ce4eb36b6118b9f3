import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { listPolls, listRests } from '#modules/delivery'
import { readEndpoints, readMailAddresses, townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { gatheredTo } from '#platform/gathered-destination'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { Vault } from '#platform/vault'
import { countWaiting } from '#platform/waiting'
import type { Towns } from '../town.ts'
import { CHANNEL_KINDS, channelsOf, hostOf, serves } from './channels-of-town.ts'

const Channel = z
  .object({
    id: z.string().openapi({ description: 'Names it in this list.' }),
    organisation: z.string(),
    name: z.string(),
    kind: z.enum(CHANNEL_KINDS),
    isSet: z.boolean().openapi({ description: 'There is an address to send to.' }),
    host: z.string().optional(),
    mostAtOnce: z.int().optional(),
    mostPerMinute: z.int().optional(),
    state: z.enum(['works', 'rests']).openapi({
      description: '`rests`: it failed so often that it is left alone for a while.',
    }),
    failures: z.int().optional(),
    restsUntil: z.iso.datetime().optional(),
    waiting: z
      .int()
      .openapi({ description: 'Messages of this municipality that are not there yet.' }),
    waitsSince: z.iso.datetime().optional(),
    digest: z.object({ waiting: z.int(), nextAt: z.iso.datetime() }).optional().openapi({
      description: 'Messages that wait until the party is next told together, as it agreed.',
    }),
    asking: z
      .object({ failures: z.int(), nextAt: z.iso.datetime(), error: z.string().optional() })
      .optional()
      .openapi({ description: 'How an Open311 server is asked what became of its tasks.' }),
  })
  .openapi('Channel')

type Needs = { pool: Pool; worker: Pool; vault: Vault; towns: Towns; clock: Clock }

/** How each party is reached, and whether that works now. */
export const listChannels = ({ pool, worker, vault, towns, clock }: Needs) =>
  townOperation({
    method: 'get',
    path: '/channels',
    operationId: 'listChannels',
    tag: 'Deliveries',
    summary: 'How parties are reached, and whether that works',
    parameters: { query: z.strictObject(pageQuery(IdCursor)) },
    success: { 200: 'In the order of their ids.' },
    answer: pageOf(Channel, 'Channels'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const all = channelsOf(await towns.get(municipality))
      const { rows, next } = pageById(
        all.map((one) => ({ id: one.destination, ...one })),
        query,
      )
      const organisations = rows.map(({ organisation }) => organisation)
      const [endpoints, mails, told] = await Promise.all([
        readEndpoints(worker, vault, organisations),
        readMailAddresses(worker, vault, organisations),
        pool.read({ tenant: municipality }, (run) =>
          Promise.all([
            listRests(
              run,
              rows.map(({ destination }) => destination),
            ),
            countWaiting(run, municipality),
            listPolls(run, municipality),
          ]),
        ),
      ])
      const [rests, waiting, polls] = told
      const now_ms = clock()
      const items = rows.map(({ id, organisation, name, kind, destination }) => {
        const endpoint = endpoints.get(organisation)
        const own = serves(endpoint, kind) ? endpoint : undefined
        const rest = rests.find((one) => one.destination === destination && one.until > now_ms)
        const waits = waiting.find((one) => one.destination === destination)
        const held =
          kind === 'email' && waiting.find((one) => one.destination === gatheredTo(organisation))
        const poll = kind === 'open311' && polls.find((one) => one.organisation === organisation)
        return {
          id,
          organisation,
          name,
          kind,
          isSet: own !== undefined || (kind === 'email' && mails.has(organisation)),
          host: own && hostOf(own.url),
          mostAtOnce: own?.limits?.most_at_once,
          mostPerMinute: own?.limits?.most_per_minute,
          state: rest ? ('rests' as const) : ('works' as const),
          failures: rest?.failures,
          restsUntil: rest && toIso(rest.until),
          waiting: waits?.waiting ?? 0,
          waitsSince: waits && toIso(waits.oldest_at),
          digest: held ? { waiting: held.waiting, nextAt: toIso(held.next_at) } : undefined,
          asking: poll
            ? {
                failures: poll.failures,
                nextAt: toIso(poll.next_at),
                error: poll.last_error ?? undefined,
              }
            : undefined,
        }
      })
      return { body: { items, next } }
    },
  })
