import { EVENTS } from '#journal'
import { AGREEMENT_DRAFTS, AGREEMENT_VERSIONS, ROLE_VERSIONS } from '#modules/agreements'
import { CASE_TABLES } from '#modules/cases'
import { CATEGORIES } from '#modules/categories'
import { BOUNDARIES } from '#modules/directory'
import { ROSTERS } from '#modules/duty'
import { GRANTS } from '#modules/identity'
import { BASE_TILES, BASES } from '#modules/places'
import type { Table } from '#platform/table'
import { TIMERS } from '#platform/timers'
import { JSON_LINES, YAML_LIST } from './lines.ts'

type AnyTable = Table<Record<string, unknown>>

const any = <R>(target: Table<R>) => target as unknown as AnyTable

type Carried = {
  file: string
  form: typeof JSON_LINES
  target: AnyTable
  /** The version of the format that brought it. */
  since: number
  /** So many rows at a time, where a thousand would be too much in memory. */
  piece?: number
}

/** The tables that leave and come in as they are, each in a file of its own. */
export const CARRIED: readonly Carried[] = [
  { file: 'boundaries.jsonl', form: JSON_LINES, target: any(BOUNDARIES), since: 2 },
  { file: 'categories.yaml', form: YAML_LIST, target: any(CATEGORIES), since: 1 },
  { file: 'agreements.yaml', form: YAML_LIST, target: any(AGREEMENT_VERSIONS), since: 1 },
  { file: 'agreement-drafts.yaml', form: YAML_LIST, target: any(AGREEMENT_DRAFTS), since: 1 },
  { file: 'duty-rosters.yaml', form: YAML_LIST, target: any(ROSTERS), since: 1 },
  { file: 'timers.jsonl', form: JSON_LINES, target: any(TIMERS), since: 1 },
  { file: 'stated-roles.yaml', form: YAML_LIST, target: any(ROLE_VERSIONS), since: 2 },
  { file: 'roles.jsonl', form: JSON_LINES, target: any(GRANTS), since: 3 },
  { file: 'base.jsonl', form: JSON_LINES, target: any(BASES), since: 3 },
  { file: 'base-tiles.jsonl', form: JSON_LINES, target: any(BASE_TILES), since: 3, piece: 100 },
]

export const JOURNAL = { file: 'journal.jsonl', form: JSON_LINES, target: any(EVENTS) } as const

/** To read; they are made again from the journal where they come in. */
export const READABLE = CASE_TABLES.map((target) => ({
  file: `${target.name.replace('cases.', '')}.jsonl`,
  form: JSON_LINES,
  target: any(target as unknown as Table<unknown>),
}))

export const TOWN_FORMAT = 'lantaarn-town'
/**
 * 3 carries the roles of accounts and the base of the map; 2 every version of the boundary and of the categories, and
 * the stated roles; 1 only those of its day.
 */
export const TOWN_FORMAT_VERSION = 3
export const TOWN_FILE = 'municipality.json'
export const PARTIES_FILE = 'parties.csv'
export const AREAS_FILE = { now: 'areas.geojson', earlier: 'areas-earlier.geojson' } as const
export const ASSETS_FILE = { now: 'assets.csv', earlier: 'assets-earlier.csv' } as const
/** What is personal, in the clear: only with its own flag. */
export const SEALED_FILE = 'personal.jsonl'
/** Who the accounts with a role are; how they sign in is in no file. Since 3, and with the same flag. */
export const ACCOUNTS_FILE = 'accounts.jsonl'
