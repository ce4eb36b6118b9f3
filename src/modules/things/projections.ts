import { table } from '#platform/table'
import type { Outcome } from './thing-event.ts'

export const SOURCES = table<{
  municipality: string
  source: string
  key_id: string
  bound_at: number
}>({
  name: 'things.sources',
  key: ['municipality', 'source'],
  columns: { municipality: 'text', source: 'text', key_id: 'text', bound_at: 'timestamptz' },
  onConflict: 'fail',
})

export const EVENTS = table<{
  municipality: string
  source: string
  id: string
  kind: string
  asset_id: string
  condition: string
  received_at: number
  seen_at: number | undefined
  is_time_suspect: boolean
  outcome: Outcome
  case_id: string | undefined
  case_number: string | undefined
}>({
  name: 'things.events',
  key: ['municipality', 'source', 'id'],
  columns: {
    municipality: 'text',
    source: 'text',
    id: 'text',
    kind: 'text',
    asset_id: 'text',
    condition: 'text',
    received_at: 'timestamptz',
    seen_at: 'timestamptz',
    is_time_suspect: 'bool',
    outcome: 'text',
    case_id: 'uuid',
    case_number: 'text',
  },
  onConflict: 'fail',
})

export const CONDITION_ROWS = table<{
  municipality: string
  asset_id: string
  condition: string
  raised_at: number | undefined
  cleared_at: number | undefined
  standing: Readonly<Record<string, string>>
}>({
  name: 'things.conditions',
  key: ['municipality', 'asset_id', 'condition'],
  columns: {
    municipality: 'text',
    asset_id: 'text',
    condition: 'text',
    raised_at: 'timestamptz',
    cleared_at: 'timestamptz',
    standing: 'jsonb',
  },
  onConflict: 'replace',
})

export const REJECTS = table<{
  municipality: string
  id: string
  received_at: number
  key_id: string
  reason: string
}>({
  name: 'things.rejects',
  key: ['municipality', 'id'],
  columns: {
    municipality: 'text',
    id: 'uuid',
    received_at: 'timestamptz',
    key_id: 'text',
    reason: 'text',
  },
  onConflict: 'fail',
})
