/** What a crew can find to be the cause; a milestone may have a duration of its own for each. */
export const CAUSES = [
  'lamp',
  'fuse',
  'cable',
  'mast',
  'cabinet',
  'vandalism',
  'collision',
  'storm',
  'other',
] as const
export type Cause = (typeof CAUSES)[number]

type InBoth = { nl: string; en: string }

/** As it is said where it is the reason for a date. */
export const CAUSE_WORDS: Readonly<Record<Cause, InBoth>> = {
  lamp: { nl: 'lamp stuk', en: 'broken lamp' },
  fuse: { nl: 'zekering stuk', en: 'blown fuse' },
  cable: { nl: 'kabelschade', en: 'cable damage' },
  mast: { nl: 'mastschade', en: 'mast damage' },
  cabinet: { nl: 'schade aan de kast', en: 'cabinet damage' },
  vandalism: { nl: 'vernieling', en: 'vandalism' },
  collision: { nl: 'aanrijding', en: 'collision' },
  storm: { nl: 'stormschade', en: 'storm damage' },
  other: { nl: 'andere oorzaak', en: 'another cause' },
}
