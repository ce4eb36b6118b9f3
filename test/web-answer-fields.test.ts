import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerIn } from '../web/app/features/answer/answer-fields.ts'

const NAME = { name: ' Marijke ' }

describe('what is filled in on the answer page', () => {
  it('is sent as the API takes it, and only what belongs to the answer that was chosen', () => {
    const typed = { ...NAME, answer: 'planned', 'planned.on': '2026-06-12', 'not-ours.reason': 'x' }
    assert.deepEqual(answerIn(typed), {
      ok: true,
      body: { answer: 'planned', name: 'Marijke', on: '2026-06-12' },
    })
    const passedOn = { 'passed-on.cause': 'cable', 'passed-on.next': 'paving-open' }
    assert.deepEqual(answerIn({ ...NAME, answer: 'passed-on', ...passedOn, remark: ' ' }), {
      ok: true,
      body: { answer: 'passed-on', name: 'Marijke', cause: 'cable', next: ['paving-open'] },
    })
    assert.deepEqual(answerIn({ ...NAME, answer: 'done', remark: 'all of it' }), {
      ok: true,
      body: { answer: 'done', name: 'Marijke', remark: 'all of it' },
    })
  })

  it('is told field by field where something is missing', () => {
    const missingIn = (typed: Record<string, string>) => {
      const answer = answerIn(typed)
      return answer.ok ? [] : answer.missing
    }
    assert.deepEqual(missingIn({}), ['answer', 'name'])
    assert.deepEqual(missingIn({ ...NAME, answer: 'toString' }), ['answer'])
    assert.deepEqual(missingIn({ ...NAME, answer: 'planned' }), ['planned.on'])
    assert.deepEqual(missingIn({ answer: 'nothing-found' }), ['remark', 'name'])
    assert.deepEqual(missingIn({ ...NAME, answer: 'passed-on' }), [
      'passed-on.cause',
      'passed-on.next',
    ])
  })

  it('is a place as phones write it, or none', () => {
    const placeOf = (text: string) => {
      const answer = answerIn({ ...NAME, answer: 'facts-corrected', 'facts-corrected.place': text })
      return answer.ok ? answer.body.place : answer.missing
    }
    for (const text of ['52.37, 4.89', '52.37 4.89', '52.37;4.89', ' 52.37,4.89 '])
      assert.deepEqual(placeOf(text), { lat: 52.37, lon: 4.89 }, text)
    assert.equal(placeOf(''), undefined)
    for (const text of ['Dijkstraat 3', '52.37', '1e9, 4', '52.37, 4.89, 3'])
      assert.deepEqual(placeOf(text), ['facts-corrected.place'], text)
  })
})
