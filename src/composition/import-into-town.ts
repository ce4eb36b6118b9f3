import type { FileProblem } from '#languages/yaml'
import {
  AgreementDraft,
  agreementsOfDraft,
  changeDrafts,
  type DraftAnswer,
  type DraftCommand,
  type EnterAgreementsAnswer,
  enterAgreements,
  type Known,
  parseAgreementsFile,
  type UnknownName,
  unknownInRole,
  unknownNames,
  type WrongEnd,
} from '#modules/agreements'
import { enterOrganisations, type Organisation, registerParties } from '#modules/directory'
import { importPlaces } from '#modules/places'
import type { App } from '../app.ts'
import { versionsOf } from './compile-town.ts'
import { type BgtImport, readBgt } from './import-bgt.ts'
import { knownNames } from './known-names.ts'
import { holderOrganisation } from './register-holders.ts'

export type BgtImported = {
  read: BgtImport
  version: number
  changedAssets: number
  changedAreas: number
}

/** Poles, cabinets and roads of a BGT folder, with their register holders as owners and as organisations. */
export async function importBgtFolder(
  app: App,
  municipality: string,
  folder: string,
  options: { now_ms: number; onProgress?: (done: number, all: number) => void },
): Promise<BgtImported> {
  const read = await readBgt(folder, options)
  const organisations = read.holders.map(holderOrganisation)
  await enterOrganisations(app.worker, organisations, 'keep')
  await app.committer.submit(municipality, registerParties, { organisations })
  const { pool, committer } = app
  const { onProgress } = options
  const { version, assets, areas } = await importPlaces(
    { pool, committer, municipality, ...(onProgress ? { onProgress } : {}) },
    { areas: read.areas, assets: read.assets, source: 'bgt' },
  )
  app.towns.touch(municipality)
  return { read, version, changedAssets: assets, changedAreas: areas }
}

export type AgreementsImported =
  | {
      ok: true
      municipality: string
      entered: { id: string; version: number }[]
      roles: { id: string; version: number }[]
      unchanged: number
    }
  | { ok: false; problems: FileProblem[] }

/** Enters the agreements of a file: all, or none with every problem told at once. */
export async function importAgreementsText(
  app: App,
  text: string,
  enteredBy: string,
): Promise<AgreementsImported> {
  const file = parseAgreementsFile(text)
  if (!file.ok) return file
  const { municipality, parties, agreements, roles } = file
  if (file.ends) return refuse('ends', 'only a draft ends agreements: import it with --as-draft')
  if (!app.towns.find(municipality))
    return refuse('municipality', `${municipality} is not served here`)
  const known = await namesWith(app, municipality, parties)
  const unknown = [
    ...agreements.flatMap((agreement) => unknownNames(agreement, known)),
    ...roles.flatMap((role) => unknownInRole(role, known)),
  ]
  if (unknown.length > 0) return refuseUnknown(unknown, municipality)
  await registerNames(app, municipality, parties)
  const order = { agreements, roles, enteredBy, known }
  const answer: EnterAgreementsAnswer = await app.committer.submit(
    municipality,
    enterAgreements,
    order,
  )
  app.towns.touch(municipality)
  if (answer.accepted) return { ok: true, municipality, ...answer }
  return refuseUnknown(answer.unknown, municipality)
}

/** The parties of a file get their role here: once it is known that nothing else in it will be refused. */
async function registerNames(
  app: App,
  municipality: string,
  parties: readonly Organisation[],
): Promise<void> {
  await enterOrganisations(app.worker, parties)
  await app.committer.submit(municipality, registerParties, { organisations: parties })
}

/** The names that a file may use which brings in parties of its own. */
async function namesWith(
  app: App,
  municipality: string,
  parties: readonly Organisation[],
): Promise<Known> {
  const known = knownNames(await app.towns.get(municipality))
  return {
    ...known,
    parties: new Set([...known.parties, ...parties.map(({ id }) => id)]),
    organisations: new Set([...known.organisations, ...parties.map(({ id }) => id)]),
  }
}

export type DraftImported =
  | { ok: true; municipality: string; agreements: number; ends: number }
  | { ok: false; problems: FileProblem[] }

/** Enters a file of agreements as a draft: nothing of it is in force. */
export async function importDraftText(
  app: App,
  text: string,
  draftId: string,
  by: string,
): Promise<DraftImported> {
  const file = parseAgreementsFile(text)
  if (!file.ok) return file
  const { municipality, parties, agreements, roles, ends = [] } = file
  if (roles.length > 0) return refuse('roles', 'a draft states no roles: import them without it')
  if (!app.towns.find(municipality))
    return refuse('municipality', `${municipality} is not served here`)
  const draft = AgreementDraft.safeParse({ id: draftId, title: draftId, agreements, ends })
  if (draft.error?.issues.some(({ path }) => path[0] === 'id'))
    return refuse('--as-draft', `"${draftId}" is no name: letters, digits, dots and dashes only`)
  if (!draft.success)
    return {
      ok: false,
      problems: draft.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    }
  const known = await namesWith(app, municipality, parties)
  const unknown = agreements.flatMap((agreement) => unknownNames(agreement, known))
  if (unknown.length > 0) return refuseUnknown(unknown, municipality)
  const town = await app.towns.get(municipality)
  const whole = agreementsOfDraft(draft.data, versionsOf(town))
  if (!whole.accepted) return refuseEnds(whole.ends)
  await registerNames(app, municipality, parties)
  const command: DraftCommand = { type: 'EnterDraft', draft: draft.data, by, known }
  const answer: DraftAnswer = await app.committer.submit(municipality, changeDrafts, command)
  app.towns.touch(municipality)
  if (answer.accepted)
    return { ok: true, municipality, agreements: agreements.length, ends: ends.length }
  switch (answer.reason) {
    case 'agreement-names-unknown':
      return refuseUnknown(answer.unknown, municipality)
    case 'draft-ends-wrong':
      return refuseEnds(answer.ends)
    default:
      return refuse('', `the draft ${draftId} was put in force already: choose another name`)
  }
}

type Refused = { ok: false; problems: FileProblem[] }

function refuseUnknown(unknown: readonly UnknownName[], municipality: string): Refused {
  return {
    ok: false,
    problems: unknown.map(({ agreement, path, name }) => ({
      path: `${agreement}.${path}`,
      message: `${name} is not known in ${municipality}`,
    })),
  }
}

function refuseEnds(ends: readonly WrongEnd[]): Refused {
  return {
    ok: false,
    problems: ends.map(({ id, reason }) => ({
      path: `ends.${id}`,
      message: reason === 'unknown' ? 'there is no such agreement' : 'it ends before its start',
    })),
  }
}

function refuse(path: string, message: string): Refused {
  return { ok: false, problems: [{ path, message }] }
}
