import { describe, it, before } from 'node:test'
import assert from 'node:assert/strict'
describe('s', () => { it('ok', () => {}); it('sk', {skip: 'why'}, () => {}); it('bad', () => assert.fail('x')); it('todo bad', {todo:'later'}, () => assert.fail('x'));
 describe('nested', () => { it('a', async (t) => { await t.test('sub', () => {}) }) }) })
describe('hook', () => { before(() => { throw new Error('hook') }); it('never', () => {}) })
