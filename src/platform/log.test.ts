import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLog, type Log } from './log.ts'
import { beginTrace, withinTrace } from './trace.ts'

function listening(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const log = createLog({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) })
  return { log, lines }
}

describe('the log', () => {
  it('writes a JSON line with time, level and message', () => {
    const { log, lines } = listening()
    log.info({ took_ms: 3 }, 'started')
    log.debug('too much')
    const [line, ...more] = lines
    assert.deepEqual(more, [])
    assert.match(String(line?.time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    assert.deepEqual({ ...line, time: '' }, { level: 'info', time: '', took_ms: 3, msg: 'started' })
  })

  it('names the trace that a line belongs to', () => {
    const { log, lines } = listening()
    const trace = beginTrace()
    withinTrace(trace, () => log.child({ room: 'cases' }).warn('within'))
    log.info('beside')
    assert.equal(lines[0]?.trace_id, trace.traceId)
    assert.equal(lines[0]?.span_id, trace.spanId)
    assert.equal(lines[1]?.trace_id, undefined)
  })

  it('keeps secrets to itself', () => {
    const { log, lines } = listening()
    log.info({ password: 'p1', headers: { authorization: 'p2', cookie: 'p3' } }, 'request')
    log.info({ party: { hook: { secret: 'p4' } }, apiKey: 'p5' }, 'deeper')
    log.error(new Error('cannot reach postgres://lantaarn_owner:p6@127.0.0.1:5432/lantaarn'))
    assert.doesNotMatch(JSON.stringify(lines), /p[1-6]/)
    assert.match(JSON.stringify(lines), /postgres:\/\/lantaarn_owner:\[secret\]@127/)
  })

  it('leaves out links and API keys, in an address as well', () => {
    const { log, lines } = listening()
    const token = 'AbCdEf-_0123456789'
    log.info({ path: `/GM9801/answer/ll_${token}`, next: `%2Fll_${token}%3F` }, `of lk_${token}`)
    assert.doesNotMatch(JSON.stringify(lines), /AbCdEf|456789/)
    assert.equal(lines[0]?.path, '/GM9801/answer/ll_[secret]')
  })
})
