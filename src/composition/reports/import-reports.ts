import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { csvShapeOf, readCsv } from '#languages/csv'
import {
  historyExecutor,
  lastNumberOf,
  type PastCase,
  type SignalData,
  sealSignal,
} from '#modules/cases'
import { holds } from '#modules/places'
import type { App } from '../../app.ts'
import { digestOfFile, type Rejects, toldEachSecond } from '../import-file.ts'
import { locate } from '../report-signal.ts'
import type { Town } from '../town.ts'
import { type OldReport, reportReader } from './read-report.ts'
import type { ReportsMapping } from './reports-mapping.ts'

/** The lock is held no longer than this, so that a report of today hardly waits. */
const MOST_LOCKED_MS = 50
const PIECES = { first: 50, least: 5, most: 500 }

export type ReportsImported = {
  rows: number
  cases: number
  /** Rows that an attempt before this one had brought in. */
  before: number
  duplicates: number
  slowest_ms: number
}

type Numbered = { line: number; report: OldReport }

/**
 * Brings in reports of the past as history: each a case that was opened at its own moment, routed by the agreements of
 * that moment, and sent to nobody. Each piece stands for good; one that was killed goes on after the last line that stands.
 */
export async function importReports(
  app: App,
  municipality: string,
  reports: { file: string; mapping: ReportsMapping; mappingText: string },
  options: {
    now_ms: number
    newId: () => string
    rejects: Rejects
    say: (line: string) => void
  },
): Promise<ReportsImported> {
  const { file, mapping, mappingText } = reports
  const { rejects, say } = options
  const source = `import/${(await digestOfFile(file, mappingText)).slice(0, 32)}`
  const town = await app.towns.get(municipality)
  const last = await app.pool.read({ tenant: municipality }, (query) =>
    lastNumberOf(query, municipality, source),
  )
  const read = reportReader(mapping, {
    now_ms: options.now_ms,
    hasCategory: (id) => town.categories.has(id),
    isHere: ({ lon, lat }) => holds(town.municipality.boundary, [lon, lat]),
  })
  const writer = openWriter(app, municipality, { ...options, source, unclosed: mapping.unclosed })
  const repeated = duplicatesOf()
  const progress = toldEachSecond(say)
  const count = { rows: 0, before: 0, duplicates: 0 }
  const { columns } = mapping
  const needed = Object.values(columns).filter((name) => name !== undefined)
  for await (const line of readCsv(createReadStream(file), csvShapeOf(mapping), needed)) {
    count.rows += 1
    progress(() => `… ${count.rows} rows, ${count.before + writer.cases} cases`)
    const isRepeated = repeated(line.cells)
    if (isRepeated) count.duplicates += 1
    if (isRepeated && mapping.duplicates === 'drop') continue
    const answer = 'fault' in line ? { reason: line.fault, detail: '' } : read(line.row)
    if ('reason' in answer)
      rejects.add({
        line: line.line,
        reason: answer.reason,
        detail: answer.detail,
        cells: line.cells,
      })
    else if (line.line <= last) count.before += 1
    else await writer.take({ line: line.line, report: answer.report })
  }
  await writer.end()
  return { ...count, cases: writer.cases, slowest_ms: writer.slowest_ms }
}

/** Whether a row stood in the file before; 16 bytes of its digest are kept of each. */
function duplicatesOf(): (cells: readonly string[]) => boolean {
  const seen = new Set<string>()
  return (cells) => {
    const digest = createHash('sha256').update(JSON.stringify(cells)).digest('base64').slice(0, 22)
    if (seen.has(digest)) return true
    seen.add(digest)
    return false
  }
}

type WriterOptions = {
  source: string
  unclosed: ReportsMapping['unclosed']
  newId: () => string
}

/** Gathers reports to pieces as large as the lock allows, and commits them in their order. */
function openWriter(app: App, municipality: string, options: WriterOptions) {
  const { committer, towns } = app
  const execute = historyExecutor(options.newId)
  let [size, cases, slowest_ms]: [number, number, number] = [PIECES.first, 0, 0]
  let piece: Numbered[] = []

  async function commit(): Promise<void> {
    if (piece.length === 0) return
    for (;;) {
      const town = await towns.get(municipality)
      const past = piece.map((one) => pastCaseOf(app, town, one, options))
      const started_ms = performance.now()
      const answer = await committer.submit(municipality, execute, { rules: town.rules, past })
      const lasted_ms = performance.now() - started_ms
      // The rules changed meanwhile: decide again by those of now.
      if (answer.isStale) towns.touch(municipality)
      else {
        cases += answer.cases
        slowest_ms = Math.max(slowest_ms, lasted_ms)
        const fitting = (piece.length * MOST_LOCKED_MS * 0.4) / lasted_ms
        size = Math.round(Math.min(PIECES.most, Math.max(PIECES.least, (size + fitting) / 2)))
        piece = []
        return
      }
    }
  }

  return {
    get cases() {
      return cases
    },
    get slowest_ms() {
      return slowest_ms
    },
    async take(one: Numbered) {
      piece.push(one)
      if (piece.length >= size) await commit()
    },
    end: commit,
  }
}

function pastCaseOf(
  { vault }: App,
  town: Town,
  { line, report }: Numbered,
  { source, unclosed, newId }: WriterOptions,
): PastCase {
  const { received_ms, closed_ms, place, text } = report
  const category = town.categories.get(report.category)
  const visibility = category?.visibility ?? 'public'
  const isConfidential = visibility === 'confidential'
  const signalId = newId()
  const words = { ...(text && { description: text }), ...(isConfidential && { place }) }
  const sealed = sealSignal(vault, town.municipality.id, signalId, words, {})
  const signal: SignalData = {
    signalId,
    received_ms,
    channel: 'history',
    source,
    sourceId: String(line),
    isFingerprint: false,
    category: report.category,
    ...locate(town, { category: report.category, place }),
    textDigest: sealed.textDigest,
  }
  if (isConfidential) {
    // Only the areas of it stay in the open.
    delete signal.place
    delete signal.asset
  }
  const over_ms = closed_ms ?? (unclosed === 'settled' ? received_ms : undefined)
  return {
    seals: sealed.seals,
    outcome: over_ms === undefined ? 'open' : 'settled',
    ...(over_ms !== undefined && { done_ms: over_ms }),
    report: {
      caseId: newId(),
      signal,
      visibility,
      priority: category?.priority ?? 'normal',
      isHistory: true,
    },
  }
}
