/** Raised whenever `project` writes something that it did not write before: a migration adds the room for it, this fills it. */
export const PROJECTION = 1

const WAS_WHOLE =
  'cases.projection = excluded.projection and cases.projected_version = cases.version'

/**
 * What an older version of the program wrote last lacks what it does not know, and what is written after it is only what
 * changed: such a case stays behind, with the mark it had, until `completeRows` has written all of it.
 */
export const MARKED = {
  projection: `case when ${WAS_WHOLE} then excluded.projection else cases.projection end`,
  projected_version: `case when ${WAS_WHOLE} then excluded.projected_version else cases.projected_version end`,
} as const
