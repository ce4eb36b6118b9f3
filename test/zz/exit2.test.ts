import { it } from 'node:test'
import {setTimeout as d} from 'node:timers/promises'
it('one', () => {}); it('two', async () => { await d(500); process.exit(0) }); it('three', () => {})
