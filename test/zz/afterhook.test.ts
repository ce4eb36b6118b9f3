import { it, after, describe } from 'node:test'
describe('s', () => { after(() => { throw new Error('x') }); it('one', () => {}) })
