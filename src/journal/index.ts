export type { Batch } from './batch.ts'
export { UnknownMunicipality } from './batch.ts'
export { type Commit, type Committer, createCommitter, type Executor } from './committer.ts'
export type { NewEvent, RecordedEvent } from './event.ts'
export {
  lockHead,
  openJournal,
  readAfter,
  readAll,
  readHead,
  readStreams,
  readVersion,
  readWithin,
} from './read.ts'
export { type Anchor, type ChainReport, verifyChain } from './verify.ts'
