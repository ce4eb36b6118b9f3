import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { type TownCaller, townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among, type Locale } from '#platform/operation'
import { pageOf } from '#platform/page'
import type { Vault } from '#platform/vault'
import { listCases } from '../case-list-queries.ts'
import { noteNamedContact, readNamedContacts } from '../named-contact.ts'
import { listCasePersons, listPersonCases } from '../person-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { personIn, readContacts } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import {
  NamedContactView,
  namedContactView,
  personOf,
  ReporterContact,
  ReporterPath,
  ReporterView,
  reporterHref,
  reporterOf,
  reporterView,
} from './reporter-view.ts'
import type { TownOf } from './town-view.ts'

/** Who reports more often than this is shown their last ones. */
const MOST_CASES = 100

type Needs = { pool: Pool; vault: Vault; clock: Clock; townOf: TownOf }

async function threadOf(
  { pool, vault, clock, townOf }: Needs,
  { municipality }: TownCaller,
  person: string,
  locale: Locale,
) {
  const rows = await pool.read({ tenant: municipality }, async (query) => {
    const ids = await listPersonCases(query, municipality, person, MOST_CASES)
    if (ids.length === 0) return []
    return listCases(query, municipality, { isStaff: true, ids, most: MOST_CASES })
  })
  if (rows.length === 0) return undefined
  const contacts = await readNamedContacts(pool, vault, municipality, [person])
  const town = await townOf(municipality)
  const namedContact = contacts.get(person)
  return reporterView(municipality, person, { rows, namedContact, town, locale, now_ms: clock() })
}

export const readReporter = (needs: Needs) =>
  townOperation({
    method: 'get',
    path: '/reporters/{reporter}',
    operationId: 'readReporter',
    tag: 'Reporters',
    summary: 'What one person reported, as one thread, and whom they deal with',
    parameters: { path: ReporterPath },
    success: { 200: 'The last 100 cases, the newest first.' },
    answer: ReporterView,
    problems: among(CASE_PROBLEMS, 'reporter-not-found'),
    async handle({ caller, path, locale }, refuse) {
      const body = await threadOf(needs, caller, personOf(path.reporter), locale)
      return body ? { body } : refuse('reporter-not-found')
    },
  })

const Lookup = z
  .strictObject({
    email: z.email().max(254).optional(),
    phone: z.string().trim().min(3).max(50).optional(),
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), {
    message: 'give email or phone',
  })
  .openapi('ReporterLookup')

export const createReporterLookup = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/reporter-lookups',
    operationId: 'createReporterLookup',
    tag: 'Reporters',
    summary: 'Whether whoever calls reported before',
    description:
      'By the address or number exactly as it was given then: of both nothing but a pseudonym is kept in the open. It stands in the body, for an address of a page is kept in many places.',
    body: Lookup,
    success: { 201: 'What they reported before.' },
    answer: ReporterView,
    answerHeaders: { Location: 'Where their thread is.' },
    problems: among(CASE_PROBLEMS, 'reporter-not-found'),
    async handle({ caller, body, locale }, refuse) {
      const person = personIn(needs.vault, caller.municipality, body)
      const found = person && (await threadOf(needs, caller, person, locale))
      if (!found) return refuse('reporter-not-found')
      return { status: 201, body: found, headers: { location: found.href } }
    },
  })

const NamedContactGiven = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    note: z.string().trim().min(1).max(1000).optional(),
  })
  .openapi('NamedContactGiven')

export const replaceNamedContact = (needs: Needs) =>
  townOperation({
    method: 'put',
    path: '/named-contacts/{reporter}',
    operationId: 'replaceNamedContact',
    tag: 'Reporters',
    summary: 'Whom somebody who reports often deals with',
    description: 'It is kept sealed with the rest of what is known of this person.',
    parameters: { path: ReporterPath },
    body: NamedContactGiven,
    success: { 200: 'It is noted.' },
    answer: ReporterView,
    problems: among(CASE_PROBLEMS, 'reporter-not-found'),
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const person = personOf(path.reporter)
      const { name, note } = body
      const noted = { name, ...(note === undefined ? {} : { note }), noted_ms: needs.clock(), by }
      const isKnown = await noteNamedContact(needs.pool, needs.vault, municipality, person, noted)
      const thread = isKnown && (await threadOf(needs, caller, person, locale))
      return thread ? { body: thread } : refuse('reporter-not-found')
    },
  })

const CaseReporter = z
  .object({
    signal: z.uuid(),
    href: z.string().optional(),
    reporter: z.string().optional(),
    contact: ReporterContact.optional(),
    namedContact: NamedContactView.optional(),
    otherCases: z.int().openapi({ description: 'How many other cases this person reported.' }),
  })
  .openapi('CaseReporter')

export const listCaseReporters = (needs: Needs) =>
  townOperation({
    method: 'get',
    path: '/cases/{case}/reporters',
    operationId: 'listCaseReporters',
    tag: 'Reporters',
    summary: 'Who reported a case, and, where that is asked, how they are reached',
    parameters: {
      path: CasePath,
      query: z.strictObject({
        contacts: z.literal('true').optional().openapi({
          description: 'Whoever needs no contact does not open it: each sight is written down.',
        }),
      }),
    },
    success: { 200: 'One row for each signal, the first first.' },
    answer: pageOf(CaseReporter, 'CaseReporters'),
    problems: among(CASE_PROBLEMS, 'case-not-found'),
    async handle({ caller, path, query }, refuse) {
      const { pool, vault } = needs
      const { municipality } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const rows = await pool.read({ tenant: municipality }, (query) =>
        listCasePersons(query, municipality, seen.row.id),
      )
      const persons = [...new Set(rows.flatMap(({ person }) => person ?? []))]
      const [contacts, named] = await Promise.all([
        readContacts(pool, vault, municipality, query.contacts ? rows.map(({ id }) => id) : []),
        readNamedContacts(pool, vault, municipality, persons),
      ])
      const items = rows.map(({ id, person, others }) => {
        const reporter = person === null ? undefined : reporterOf(person)
        const known = person === null ? undefined : named.get(person)
        return {
          signal: id,
          ...(reporter && { reporter, href: reporterHref(municipality, reporter) }),
          contact: contacts.get(id),
          ...(known && { namedContact: namedContactView(known) }),
          otherCases: others,
        }
      })
      return { body: { items } }
    },
  })
