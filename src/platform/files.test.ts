import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type FileStore, openFileStore, removeBrokenOff } from './files.ts'

const DAY_MS = 86_400_000

describe('the store of files', () => {
  let folder: string
  let files: FileStore
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'files-test-'))
    files = await openFileStore(path.join(folder, 'deep', 'files'))
  })
  after(() => rm(folder, { recursive: true }))

  const names = async (before_ms: number) =>
    (await Array.fromAsync(files.list(before_ms))).map(({ tenant, name }) => `${tenant}/${name}`)

  test('keeps bytes under their own digest, each tenant apart', async () => {
    const name = await files.put('GM9801', Buffer.from('abc'))
    assert.equal(name, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    assert.equal(await files.put('GM9801', Buffer.from('abc')), name, 'the same again is the same')
    assert.equal(String(await files.get('GM9801', name)), 'abc')
    assert.equal(await files.get('GM9802', name), undefined)
    assert.deepEqual(await readdir(files.incoming), [], 'no draft stays')
  })

  test('lists what was stored before a moment, and removes it', async () => {
    const name = await files.put('GM9802', Buffer.from('old'))
    const old = new Date(Date.now() - 2 * DAY_MS)
    await utimes(path.join(folder, 'deep', 'files', 'GM9802', name.slice(0, 2), name), old, old)
    assert.deepEqual(await names(Date.now() - DAY_MS), [`GM9802/${name}`])
    await files.remove('GM9802', [name, '0'.repeat(64)])
    assert.deepEqual(await names(Date.now() - DAY_MS), [])
    assert.equal(await files.get('GM9802', name), undefined)
  })

  test('takes no name for a path', async () => {
    await assert.rejects(files.get('GM9801', '../../secret-key'), /is no name of a file/)
  })

  test('clears away what never arrived, and leaves alone what is still coming in', async () => {
    const old = new Date(Date.now() - 2 * DAY_MS)
    await writeFile(path.join(files.incoming, 'upload.old'), 'x')
    await utimes(path.join(files.incoming, 'upload.old'), old, old)
    await writeFile(path.join(files.incoming, 'upload.new'), 'x')
    assert.equal(await removeBrokenOff(files.incoming, Date.now() - DAY_MS), 1)
    assert.deepEqual(await readdir(files.incoming), ['upload.new'])
  })
})
