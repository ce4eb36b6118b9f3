export type { Batch } from './batch.ts'
export { EVENTS, type EventRow, UnknownMunicipality } from './batch.ts'
export { type Commit, type Committer, createCommitter, type Executor } from './committer.ts'
export type { NewEvent, RecordedEvent } from './event.ts'
export {
  listHeads,
  lockHead,
  openJournal,
  readAfter,
  readAll,
  readHead,
  readStreamNamesAfter,
  readStreams,
  readStreamsAfter,
  readStreamsOf,
  readVersion,
  readWithin,
} from './read.ts'
export { type HeadRow, readWholeHead, restoreJournal } from './transfer.ts'
export { type Anchor, type ChainReport, verifyChain } from './verify.ts'
