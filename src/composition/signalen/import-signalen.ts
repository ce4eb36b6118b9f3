import { createReadStream } from 'node:fs'
import { enterCategories } from '#modules/categories'
import type { App } from '../../app.ts'
import type { Rejects } from '../import-file.ts'
import { type Draft, draftAgreements } from './draft-agreements.ts'
import { readDepartments, readSignalen } from './read-signalen.ts'
import { sensitiveOf, signalenCategories } from './signalen-categories.ts'
import type { Visibility } from './visibilities.ts'

export type SignalenImported =
  | {
      ok: true
      rows: number
      changed: number
      replaced: string[]
      confidential: number
      draft: Draft
    }
  /** Who may see these is for a person to say; nothing was entered. */
  | { ok: false; reason: 'visibility-not-said'; unanswered: { slug: string; name: string }[] }
  | { ok: false; reason: 'visibility-of-unknown'; unknown: string[] }

/**
 * Enters the categories of a Signalen, and drafts agreements of their terms and departments. `said` is who may see a
 * category; it must hold an answer for each that is about persons or homes.
 */
export async function importSignalen(
  app: App,
  municipality: string,
  files: { categories: string; departments?: string },
  options: { said: ReadonlyMap<string, Visibility>; from: string; rejects: Rejects },
): Promise<SignalenImported> {
  const { rows, rejects } = await readSignalen(createReadStream(files.categories))
  const departments =
    files.departments === undefined
      ? new Map<string, string>()
      : await readDepartments(createReadStream(files.departments))
  const slugs = new Set(rows.map(({ slug }) => slug))
  const mains = Map.groupBy(rows, ({ main }) => main)
  const said = new Map<string, Visibility>()
  const unknown: string[] = []
  for (const [name, visibility] of options.said) {
    // The name of a main category stands for all that is under it, save what is named itself.
    const under = slugs.has(name) ? [name] : mains.get(name)?.map(({ slug }) => slug)
    if (!under) unknown.push(name)
    for (const slug of under ?? [])
      if (slug === name || !options.said.has(slug)) said.set(slug, visibility)
  }
  if (unknown.length > 0) return { ok: false, reason: 'visibility-of-unknown', unknown }
  const unanswered = sensitiveOf(rows).filter(({ slug }) => !said.has(slug))
  if (unanswered.length > 0)
    return {
      ok: false,
      reason: 'visibility-not-said',
      unanswered: unanswered.map(({ slug, name }) => ({ slug, name })),
    }
  for (const reject of rejects) options.rejects.add(reject)
  const categories = signalenCategories(rows, said)
  const town = await app.towns.get(municipality)
  const replaced = categories.filter(({ id }) => town.categories.has(id)).map(({ id }) => id)
  const answer = await app.committer.submit(municipality, enterCategories, { categories })
  if (!answer.accepted)
    throw new Error(answer.faults.map(({ category, fault }) => `${category}: ${fault}`).join(', '))
  app.towns.touch(municipality)
  return {
    ok: true,
    rows: rows.length,
    changed: answer.changed,
    replaced: answer.changed === 0 ? [] : replaced,
    confidential: categories.filter(({ visibility }) => visibility === 'confidential').length,
    draft: draftAgreements(municipality, rows, departments, options.from),
  }
}
