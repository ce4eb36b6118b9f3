/** A fact, for ever: what happened in a stream of one municipality. `data` must survive RFC 8785. */
export type NewEvent = {
  stream: string
  version: number
  type: string
  typeVersion: number
  data: object
}

/** A fact as it stands in the journal. Positions are gap-free and in the order of commit. */
export type RecordedEvent<Data = unknown> = {
  municipality: string
  position: number
  stream: string
  version: number
  type: string
  typeVersion: number
  occurred_ms: number
  data: Data
}
