import { it } from 'node:test'
it('one', () => {}); it('two', async () => { process.exit(0) }); it('three', () => {})
