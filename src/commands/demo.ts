import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { readEndpoints, setEndpoint } from '#modules/directory'
import type { Asset } from '#modules/places'
import { newId } from '#platform/random'
import type { App } from '../app.ts'
import { loadSampleTown } from '../composition/load-sample-town.ts'
import { openSampleContractor } from '../composition/sample-contractor.ts'
import { SAMPLE_CONTRACTOR, sampleKeys } from '../composition/sample-keys.ts'
import { type CommandInput, UsageError } from './command.ts'
import { openProgram } from './program.ts'

const TOWN = 'GM9901'
const MOST_TRIES = 50
const PATIENCE_MS = 10_000

/**
 * Reports a broken lamp in the sample town and prints each step as it happens, over the same doors that anybody
 * uses: Open311 in, a signed webhook out, the party's answers and the desk's check by the REST API.
 */
export async function demo({ settings, log, say }: CommandInput): Promise<void> {
  if (!settings.hasSampleTown)
    throw new UsageError('The demo needs the sample town (SAMPLE_TOWN=yes).')
  await using program = await openProgram({ ...settings, canCallPrivateAddresses: true }, log, [
    'serve',
    'work',
  ])
  const { app } = program
  const { secretKey, sampleScale: scale } = settings
  await loadSampleTown(app, { scale, secretKey, now_ms: Date.now(), newId: () => newId(), say })
  await using contractor = await openSampleContractor(SAMPLE_CONTRACTOR)
  const { worker, vault } = app
  // Whoever got its messages before gets them again afterwards.
  const before = (await readEndpoints(worker, vault, [SAMPLE_CONTRACTOR])).get(SAMPLE_CONTRACTOR)
  await setEndpoint(worker, vault, contractor.endpoint)
  const server = serve({ fetch: app.http.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const town = await app.towns.get(TOWN)
    const contractorName = town.parties.get(SAMPLE_CONTRACTOR)?.name ?? SAMPLE_CONTRACTOR
    await play({
      app,
      contractor,
      say,
      contractorName,
      base: `http://127.0.0.1:${port}`,
      keys: keysOf(secretKey),
    })
  } finally {
    server.close()
    if (before) await setEndpoint(worker, vault, before)
  }
}

function keysOf(secretKey: string): { party: string; desk: string } {
  const all = sampleKeys(secretKey)
  const party = all.find(({ key }) => key.kind === 'party')
  const desk = all.find(({ key }) => key.kind === 'desk' && key.municipality === TOWN)
  if (!party || !desk) throw new Error('the sample town has a party key and a desk key')
  return { party: party.token, desk: desk.token }
}

type Play = {
  app: App
  contractor: Awaited<ReturnType<typeof openSampleContractor>>
  contractorName: string
  base: string
  keys: { party: string; desk: string }
  say: (line: string) => void
}

async function play(stage: Play): Promise<void> {
  const { contractor, contractorName, say, keys } = stage
  const started_ms = performance.now()
  const tell = (line: string) =>
    say(`${String(Math.round(performance.now() - started_ms)).padStart(6)} ms  ${line}`)
  const line = async (number: string) => {
    const [request] = await get<[{ service_notice: string }]>(
      stage,
      `/open311/v2/${TOWN}/requests/${number}.json`,
    )
    tell(`publiek     ${request.service_notice}`)
  }

  const { lamp, number } = await reportBrokenLamp(stage)
  tell(`melding     lamp ${lamp.publicNumber} in de ${lamp.street} brandt niet: ${number}`)
  const { items } = await get<{ items: { inWords: { nl: Words } }[] }>(
    stage,
    `/api/v1/cases/${number}/decisions?municipality=${TOWN}`,
  )
  const words = items[0]?.inWords.nl
  tell(`toewijzing  ${words?.sentence}`)
  for (const because of words?.because ?? []) tell(`            ${because}`)
  for (const not of words?.notChosen ?? []) tell(`            ${not}`)

  const notice = await contractor.next(number, PATIENCE_MS)
  if (!notice) throw new Error(`no webhook about ${number} within ${PATIENCE_MS} ms`)
  tell(`webhook     ${contractorName} ontvangt ${notice.type}, handtekening klopt`)
  await line(number)
  const { id } = notice.data.assignment
  for (const [answer, told] of [
    [{ answer: 'accepted' }, 'neemt aan'],
    [{ answer: 'started' }, 'is begonnen'],
    [{ answer: 'done', cause: 'lamp' }, 'meldt klaar: lamp vervangen'],
  ] as const) {
    await answerAssignment(stage, id, answer)
    tell(`antwoord    ${contractorName} ${told}`)
    await line(number)
  }
  await post(stage, `/api/v1/cases/${number}/verifications`, keys.desk, {
    by: 'sample',
    outcome: 'confirmed',
  })
  tell('controle    een steekproef bevestigt: de lamp brandt weer')
  await line(number)
}

type Words = { sentence: string; because: string[]; notChosen: string[] }

/** A lamp of the municipality that nobody reported yet, so that the report opens a case of its own. */
async function reportBrokenLamp(stage: Play): Promise<{ lamp: Asset; number: string }> {
  const town = await stage.app.towns.get(TOWN)
  const lamps = [...town.assets.all()].filter(
    ({ type, owner, publicNumber }) =>
      type === 'lamp-post' && owner === 'G9901' && publicNumber !== undefined,
  )
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const lamp = lamps[Math.floor(Math.random() * lamps.length)]
    if (!lamp) throw new Error('the sample town has no lamps')
    const facts = { category: 'lamp-kapot', areas: town.areas.at(lamp.place), asset: lamp }
    const decided = town.rules.route(
      { ...facts, priority: 'normal', clusterLevel: 'single', at_ms: Date.now(), excluded: [] },
      Date.now(),
    )
    if (decided.outcome.kind !== 'party' || decided.outcome.party !== SAMPLE_CONTRACTOR) continue
    const [lon, lat] = lamp.place
    const body = new URLSearchParams({
      service_code: 'lamp-kapot',
      lat: String(lat),
      long: String(lon),
      address_id: lamp.id,
      description: 'De lamp voor de deur doet het niet meer.',
    })
    const url = `${stage.base}/open311/v2/${TOWN}/requests.json`
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'idempotency-key': newId() },
    })
    const [{ service_request_id: number }] = (await checked(answer)) as [
      { service_request_id: string },
    ]
    const { signals } = await get<{ signals: number }>(
      stage,
      `/api/v1/cases/${number}?municipality=${TOWN}`,
    )
    if (signals === 1) return { lamp, number }
  }
  throw new Error(`no lamp without an open case in ${MOST_TRIES} tries`)
}

async function answerAssignment(stage: Play, id: string, answer: object): Promise<void> {
  const url = `/api/v1/assignments/${id}`
  const headers = { authorization: `Bearer ${stage.keys.party}` }
  const present = await fetch(`${stage.base}${url}`, { headers })
  await checked(present.clone())
  const etag = present.headers.get('etag') ?? ''
  await post(stage, `${url}/answers`, stage.keys.party, answer, {
    'if-match': etag,
    'idempotency-key': newId(),
  })
}

async function get<T>({ base }: Play, path: string): Promise<T> {
  return (await checked(await fetch(`${base}${path}`))) as T
}

async function post(
  { base }: Play,
  path: string,
  key: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<void> {
  const own = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers }
  await checked(
    await fetch(`${base}${path}`, { method: 'POST', headers: own, body: JSON.stringify(body) }),
  )
}

async function checked(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
