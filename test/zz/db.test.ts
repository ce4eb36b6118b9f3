import { it } from 'node:test'
import { openTestDatabase } from '../rig.ts'
it('db', async () => { await using d = await openTestDatabase() })
